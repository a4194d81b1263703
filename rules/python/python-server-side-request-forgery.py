from urllib.parse import urlparse

import requests
from flask import abort, request


@app.route("/fetch")
def fetch():
    url = request.args["url"]
    # ruleid: python-server-side-request-forgery
    answer = requests.get(url, timeout=5)
    # ruleid: python-server-side-request-forgery
    requests.post("https://" + request.form["host"] + "/hook", timeout=5)
    # ok: python-server-side-request-forgery
    requests.get("https://api.example.com/search", params={"q": url}, timeout=5)
    # ok: python-server-side-request-forgery
    requests.get("https://api.example.com/users/" + request.args["user"], timeout=5)
    # ok: python-server-side-request-forgery
    requests.get(f"https://api.example.com/users/{url}", timeout=5)
    return answer.text


@app.route("/checked")
def checked():
    url = request.args["url"]
    if urlparse(url).hostname not in ALLOWED_HOSTS:
        abort(400)
    # ok: python-server-side-request-forgery
    return requests.get(url, timeout=5).text
