import importlib

from flask import request


@app.route("/plugin")
def plugin():
    name = request.args["name"]
    # ruleid: python-unsafe-import
    module = importlib.import_module("plugins." + name)
    # ruleid: python-unsafe-import
    action = getattr(module, request.args["action"])
    # ok: python-unsafe-import
    other = importlib.import_module(PLUGINS[name])
    # ok: python-unsafe-import
    return getattr(other, "run")()
