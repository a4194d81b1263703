import ssl

context = ssl.create_default_context()
# ruleid: python-tls-minimum-version
context.minimum_version = ssl.TLSVersion.TLSv1
# ruleid: python-tls-minimum-version
context.maximum_version = ssl.TLSVersion.TLSv1_1
# ok: python-tls-minimum-version
context.minimum_version = ssl.TLSVersion.TLSv1_2
# ok: python-tls-minimum-version
context.minimum_version = ssl.TLSVersion.TLSv1_3
