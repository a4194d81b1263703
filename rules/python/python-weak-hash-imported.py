from hashlib import md5, sha256

from cryptography.hazmat.primitives import hashes


def digest(data):
    # ruleid: python-weak-hash-imported
    first = md5(data).hexdigest()
    # ruleid: python-weak-hash-imported
    second = hashes.Hash(hashes.SHA1())
    # ok: python-weak-hash-imported
    third = sha256(data).hexdigest()
    # ok: python-weak-hash-imported
    fourth = md5(data, usedforsecurity=False)
    # ok: python-weak-hash-imported
    return hashes.Hash(hashes.SHA256()), first, second, third, fourth
