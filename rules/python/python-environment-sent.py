import json
import os
import urllib.request

import requests


def report(url):
    # ruleid: python-environment-sent
    requests.post(url, json=dict(os.environ), timeout=5)
    # ruleid: python-environment-sent
    requests.post(url, data=json.dumps(os.environ.copy()), timeout=5)
    everything = {k: v for k, v in os.environ.items()}
    # ruleid: python-environment-sent
    requests.post(url, json=everything, timeout=5)
    body = json.dumps(dict(os.environ)).encode()
    # ruleid: python-environment-sent
    urllib.request.urlopen(url, data=body)
    # ok: python-environment-sent
    requests.post(url, json={"user": os.environ["USER"]}, timeout=5)
    # ok: python-environment-sent
    requests.get(os.environ["SERVICE_URL"], timeout=5)
    # ok: python-environment-sent
    requests.post(os.environ.get("HOOK"), json={"ok": True}, timeout=5)
    config = Config(dict(os.environ))
    # ok: python-environment-sent
    requests.post(config.url, json={"name": config.name}, timeout=5)
    settings = dict(os.environ)
    # ok: python-environment-sent
    requests.post(settings["HOOK"], json={"count": len(settings)}, timeout=5)
