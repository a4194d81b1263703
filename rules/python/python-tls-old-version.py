import ssl

from OpenSSL import SSL

# ruleid: python-tls-old-version
first = ssl.SSLContext(ssl.PROTOCOL_TLSv1)
# ruleid: python-tls-old-version
second = SSL.Context(SSL.SSLv3_METHOD)
# ok: python-tls-old-version
third = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
# ok: python-tls-old-version
fourth = SSL.Context(SSL.TLS_CLIENT_METHOD)
