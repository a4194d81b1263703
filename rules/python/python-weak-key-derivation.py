import hashlib
import os


def stretch(password):
    # ruleid: python-weak-key-derivation
    first = hashlib.pbkdf2_hmac("sha256", password, os.urandom(16), 1000)
    # ruleid: python-weak-key-derivation
    second = hashlib.pbkdf2_hmac("sha256", password, b"salt", 600000)
    # ok: python-weak-key-derivation
    third = hashlib.pbkdf2_hmac("sha256", password, os.urandom(16), 600000)
    # ok: python-weak-key-derivation
    return hashlib.sha256(b"salt"), first, second, third
