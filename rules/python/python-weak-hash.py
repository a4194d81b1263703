import hashlib


def digest(data):
    # ruleid: python-weak-hash
    first = hashlib.md5(data).hexdigest()
    # ruleid: python-weak-hash
    second = hashlib.sha1()
    # ok: python-weak-hash
    third = hashlib.sha256(data).hexdigest()
    # ok: python-weak-hash
    return hashlib.md5(data, usedforsecurity=False).hexdigest(), first, second, third
