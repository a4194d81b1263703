def login(response, token):
    # ruleid: python-cookie-without-flags
    response.set_cookie("session", token, httponly=True)
    # ruleid: python-cookie-without-flags
    response.set_cookie("session", token, samesite="Lax")
    # ok: python-cookie-without-flags
    response.set_cookie("session", token, secure=True, httponly=True, samesite="Lax")
    # ok: python-cookie-without-flags
    response.set_cookie("session", "", httponly=True, max_age=0)
