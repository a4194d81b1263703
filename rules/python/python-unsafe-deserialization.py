import base64
import json
import pickle

import yaml
from flask import request


@app.route("/restore", methods=["POST"])
def restore():
    raw = base64.b64decode(request.cookies["state"])
    # ruleid: python-unsafe-deserialization
    state = pickle.loads(raw)
    # ruleid: python-unsafe-deserialization
    settings = yaml.load(request.data, Loader=yaml.Loader)
    # ok: python-unsafe-deserialization
    settings = yaml.safe_load(request.data)
    # ok: python-unsafe-deserialization
    state = json.loads(raw)
    # ok: python-unsafe-deserialization
    return pickle.loads(CACHE["state"])
