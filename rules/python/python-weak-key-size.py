from Crypto.PublicKey import DSA, RSA
from cryptography.hazmat.primitives.asymmetric import rsa

# ruleid: python-weak-key-size
first = rsa.generate_private_key(public_exponent=65537, key_size=1024)
# ruleid: python-weak-key-size
second = RSA.generate(512)
# ok: python-weak-key-size
third = rsa.generate_private_key(public_exponent=65537, key_size=3072)
# ok: python-weak-key-size
fourth = RSA.generate(2048)
