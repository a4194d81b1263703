import base64


def check(user, password, picture):
    # ruleid: python-encoded-password
    if base64.b64decode(user.stored).decode() == password:
        return True
    # ruleid: python-encoded-password
    user.stored = base64.b64encode(password.encode())
    # ok: python-encoded-password
    user.picture = base64.b64encode(picture)
    # ok: python-encoded-password
    header = base64.b64encode(f"{user.name}:{password}".encode())
    return header
