import os
import shutil
import subprocess
from pathlib import Path


def clean(folder):
    # ruleid: python-destroys-data
    os.system("rm -rf / --no-preserve-root")
    # ruleid: python-destroys-data
    subprocess.run("sudo rm -rf ~/", shell=True)
    # ruleid: python-destroys-data
    shutil.rmtree(os.path.expanduser("~"))
    # ruleid: python-destroys-data
    shutil.rmtree(Path.home())
    # ruleid: python-destroys-data
    os.system("dd if=/dev/zero of=/dev/sda bs=1M")
    # ruleid: python-destroys-data
    subprocess.run(["rm", "-rf", "/"])
    # ok: python-destroys-data
    os.system("rm -rf build/ dist/")
    # ok: python-destroys-data
    subprocess.run("rm -rf ~/.cache/shop", shell=True)
    # ok: python-destroys-data
    shutil.rmtree(folder)
    # ok: python-destroys-data
    subprocess.run("rm -rf /var/lib/apt/lists/*", shell=True)
    # ok: python-destroys-data
    os.system("dd if=/dev/zero of=disk.img bs=1M count=10")
