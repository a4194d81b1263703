from flask import request, session


@app.post("/settings")
def settings():
    # ruleid: python-trust-boundary
    session["role"] = request.form["role"]
    # ruleid: python-trust-boundary
    session[request.form["name"]] = "yes"
    # ok: python-trust-boundary
    session["page"] = int(request.form["page"])
    # ok: python-trust-boundary
    session["theme"] = "dark"
    return "ok"
