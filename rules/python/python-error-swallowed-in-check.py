def handle(token, user):
    # ruleid: python-error-swallowed-in-check
    try:
        verify_token(token)
    except Exception:
        pass
    # ok: python-error-swallowed-in-check
    try:
        remove_cache(token)
    except OSError:
        pass
    # ok: python-error-swallowed-in-check
    try:
        verify_token(token)
    except Exception:
        raise PermissionError(user)


def allowed(user):
    # ruleid: python-error-swallowed-in-check
    try:
        return policy.is_allowed(user)
    except ConnectionError:
        return True
