import httpx
import requests


def fetch(url, session):
    # ruleid: python-tls-verification-off
    requests.get(url, verify=False, timeout=5)
    # ruleid: python-tls-verification-off
    client = httpx.Client(verify=False)
    # ruleid: python-tls-verification-off
    session.verify = False
    # ok: python-tls-verification-off
    requests.get(url, timeout=5)
    # ok: python-tls-verification-off
    requests.get(url, verify="/etc/ssl/own-ca.pem", timeout=5)
    # ok: python-tls-verification-off
    check(url, verify=False)
    return client
