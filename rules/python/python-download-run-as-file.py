import os
import subprocess
import urllib.request

ADDRESS = "https://get.example.com/install.sh"


def install(folder):
    script = os.path.join(folder, "install.sh")
    urllib.request.urlretrieve(ADDRESS, script)
    # ruleid: python-download-run-as-file
    subprocess.run(["bash", script], check=True)


def helper(name):
    target = "/opt/tools/" + name
    urllib.request.urlretrieve("https://get.example.com/" + name, target)
    # ruleid: python-download-run-as-file
    os.system(target + " --install")


def verified(folder):
    script = os.path.join(folder, "install.sh")
    urllib.request.urlretrieve(ADDRESS, script)
    verify_digest(script)
    # ok: python-download-run-as-file
    subprocess.run(["bash", script], check=True)


def local(script):
    # ok: python-download-run-as-file
    subprocess.run(["bash", script], check=True)
