import hashlib


def store(user, password):
    # ruleid: python-weak-password-hash
    user.digest = hashlib.sha256(password.encode()).hexdigest()
    # ruleid: python-weak-password-hash
    user.other = hashlib.md5((user.salt + password).encode("utf-8")).hexdigest()
    # ok: python-weak-password-hash
    user.key = hashlib.scrypt(password.encode(), salt=user.salt, n=16384, r=8, p=1)
    # ok: python-weak-password-hash
    user.etag = hashlib.sha256(user.picture).hexdigest()
