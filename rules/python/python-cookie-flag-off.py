def configure(app, response, token):
    # ruleid: python-cookie-flag-off
    app.config["SESSION_COOKIE_SECURE"] = False
    # ruleid: python-cookie-flag-off
    app.config.update(SESSION_COOKIE_HTTPONLY=False)
    # ruleid: python-cookie-flag-off
    response.set_cookie("session", token, httponly=True, secure=False)
    # ok: python-cookie-flag-off
    app.config["SESSION_COOKIE_SECURE"] = True
    # ok: python-cookie-flag-off
    app.config["TESTING"] = False
