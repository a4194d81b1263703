import ssl

# ruleid: python-tls-unverified-context
first = ssl._create_unverified_context()
# ruleid: python-tls-unverified-context
ssl._create_default_https_context = ssl._create_unverified_context
# ok: python-tls-unverified-context
second = ssl.create_default_context()
# ok: python-tls-unverified-context
third = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
