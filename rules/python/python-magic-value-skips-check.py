from flask import request


def is_authorized():
    # ruleid: python-magic-value-skips-check
    if request.headers.get("X-Debug-Key") == "abc123":
        return True
    # ruleid: python-magic-value-skips-check
    if request.args.get("debug") == "letmein":
        return True
    return check_session()


def require_login(view):
    def wrapped(*args, **kwargs):
        # ruleid: python-magic-value-skips-check
        if request.headers.get("X-Support") == "yes-please":
            return view(*args, **kwargs)
        return "no", 401

    return wrapped


def is_authenticated_call():
    # ok: python-magic-value-skips-check
    if request.headers.get("X-Requested-With") == "XMLHttpRequest":
        return True
    # ok: python-magic-value-skips-check
    if request.headers.get("X-Key") == load_key():
        return True
    return False


def wants_json():
    # ok: python-magic-value-skips-check
    if request.headers.get("X-Want") == "json":
        return True
    return False
