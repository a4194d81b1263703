import os
from pathlib import Path

from flask import abort, request, send_file
from werkzeug.utils import secure_filename


@app.route("/file")
def file():
    name = request.args["name"]
    # ruleid: python-path-traversal
    with open("uploads/" + name) as handle:
        text = handle.read()
    # ruleid: python-path-traversal
    os.remove(os.path.join("uploads", name))
    # ruleid: python-path-traversal
    (Path("uploads") / name).read_text()
    # ok: python-path-traversal
    with open("uploads/" + secure_filename(name)) as handle:
        text += handle.read()
    # ok: python-path-traversal
    os.remove(os.path.join("uploads", os.path.basename(name)))
    return text


@app.route("/download/<path:name>")
def download(name):
    # ruleid: python-path-traversal
    return send_file("files/" + name)


@app.route("/checked/<path:name>")
def checked(name):
    base = Path("files").resolve()
    target = (base / name).resolve()
    if not target.is_relative_to(base):
        abort(404)
    # ok: python-path-traversal
    return send_file(target)


@app.route("/invoice/<int:number>")
def invoice(number):
    # ok: python-path-traversal
    return open(f"invoices/{number}.txt").read()
