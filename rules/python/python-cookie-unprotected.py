def login(response, token, options):
    # ruleid: python-cookie-unprotected
    response.set_cookie("session", token)
    # ruleid: python-cookie-unprotected
    response.set_cookie("session", token, max_age=3600)
    # ok: python-cookie-unprotected
    response.set_cookie("session", token, secure=True, httponly=True, samesite="Lax")
    # ok: python-cookie-unprotected
    response.set_cookie("session", token, **options)
