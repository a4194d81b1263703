import os

import jwt


def configure(app, claims):
    # ruleid: python-hardcoded-signing-key
    app.config["SECRET_KEY"] = "s3ssion-signing-7731"
    # ruleid: python-hardcoded-signing-key
    token = jwt.encode(claims, "tok-8841-signing", algorithm="HS256")
    # ok: python-hardcoded-signing-key
    app.config["SECRET_KEY"] = os.environ["SECRET_KEY"]
    # ok: python-hardcoded-signing-key
    app.config["SECRET_KEY"] = "<your key>"
    # ok: python-hardcoded-signing-key
    return jwt.encode(claims, os.environ["JWT_KEY"], algorithm="HS256"), token
