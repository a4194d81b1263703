from flask import request


@app.post("/upload")
def upload():
    file = request.files["file"]
    # ruleid: python-unrestricted-upload
    file.save("uploads/" + file.filename)
    return "ok"


@app.post("/pictures")
def pictures():
    picture = request.files.get("picture")
    # ruleid: python-unrestricted-upload
    picture.save(os.path.join(FOLDER, secure_filename(picture.filename)))
    return "ok"


@app.post("/checked")
def checked():
    file = request.files["file"]
    suffix = file.filename.rsplit(".", 1)[-1].lower()
    if suffix not in ALLOWED_SUFFIXES:
        abort(400)
    # ok: python-unrestricted-upload
    file.save("uploads/" + uuid4().hex + "." + suffix)
    return "ok"


def keep(form):
    # ok: python-unrestricted-upload
    form.save("draft")
