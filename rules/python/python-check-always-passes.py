import hmac


# ruleid: python-check-always-passes
def verify_signature(body, signature):
    return True


# ruleid: python-check-always-passes
def check_password(user, password):
    """Check the password."""
    return True


def show(user):
    # ruleid: python-check-always-passes
    if user.is_authenticated or True:
        return "secret"
    # ruleid: python-check-always-passes
    return user.has_permission("read") or True


# ok: python-check-always-passes
def verify_token(token):
    return hmac.compare_digest(token, load())


# ok: python-check-always-passes
def check_for_updates(url):
    return True


class AllowAll:
    # ok: python-check-always-passes
    def authenticate(self, request):
        return True


def shown(item):
    # ok: python-check-always-passes
    if item.visible or item.forced:
        return True
    return False
