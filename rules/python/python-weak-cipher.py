from Crypto.Cipher import AES, DES
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms
from cryptography.hazmat.primitives.ciphers.aead import AESGCM


def encrypt(key, nonce, text):
    # ruleid: python-weak-cipher
    first = DES.new(key, DES.MODE_CBC, nonce)
    # ruleid: python-weak-cipher
    second = Cipher(algorithms.TripleDES(key), mode)
    # ok: python-weak-cipher
    third = AES.new(key, AES.MODE_GCM, nonce=nonce)
    # ok: python-weak-cipher
    return AESGCM(key).encrypt(nonce, text, None), first, second, third
