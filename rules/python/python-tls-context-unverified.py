import ssl

import paramiko

second = ssl.create_default_context()
# ruleid: python-tls-context-unverified
second.verify_mode = ssl.CERT_NONE
client = paramiko.SSHClient()
# ruleid: python-tls-context-unverified
client.set_missing_host_key_policy(paramiko.AutoAddPolicy())
# ok: python-tls-context-unverified
client.set_missing_host_key_policy(paramiko.RejectPolicy())
# ok: python-tls-context-unverified
third = ssl.create_default_context()
# ok: python-tls-context-unverified
third.verify_mode = ssl.CERT_REQUIRED
