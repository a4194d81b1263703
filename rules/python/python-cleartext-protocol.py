import ftplib
import smtplib

import requests

# ruleid: python-cleartext-protocol
ftp = ftplib.FTP("files.example.com")
# ruleid: python-cleartext-protocol
requests.post("http://api.example.com/login", json={"user": "a"}, timeout=5)
# ok: python-cleartext-protocol
safe = ftplib.FTP_TLS("files.example.com")
# ok: python-cleartext-protocol
requests.post("https://api.example.com/login", json={"user": "a"}, timeout=5)
# ok: python-cleartext-protocol
requests.post("http://localhost:8080/login", json={"user": "a"}, timeout=5)


def mail(user, key):
    server = smtplib.SMTP("mail.example.com", 587)
    server.starttls()
    # ok: python-cleartext-protocol
    server.login(user, key)


def mail_clear(user, key):
    server = smtplib.SMTP("mail.example.com")
    # ruleid: python-cleartext-protocol
    server.login(user, key)
