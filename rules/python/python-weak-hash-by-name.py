import hashlib
import hmac


def digest(key, data):
    # ruleid: python-weak-hash-by-name
    first = hashlib.new("md5", data).hexdigest()
    # ruleid: python-weak-hash-by-name
    second = hmac.new(key, data, "sha1").digest()
    # ok: python-weak-hash-by-name
    third = hashlib.new("sha256", data).hexdigest()
    # ok: python-weak-hash-by-name
    fourth = hashlib.new("md5", data, usedforsecurity=False)
    # ok: python-weak-hash-by-name
    return hmac.new(key, data, "sha512").digest(), first, second, third, fourth
