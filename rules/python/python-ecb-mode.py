from Crypto.Cipher import AES
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes


def encrypt(key, nonce):
    # ruleid: python-ecb-mode
    first = AES.new(key, AES.MODE_ECB)
    # ruleid: python-ecb-mode
    second = Cipher(algorithms.AES(key), modes.ECB())
    # ok: python-ecb-mode
    third = AES.new(key, AES.MODE_GCM, nonce=nonce)
    # ok: python-ecb-mode
    return Cipher(algorithms.AES(key), modes.GCM(nonce)), first, second, third
