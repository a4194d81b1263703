import base64
import os
import subprocess


def start(key):
    # ruleid: python-decoded-command-run
    os.system(base64.b64decode("bHM=").decode())
    command = base64.b64decode(b"bHM=").decode("utf-8")
    # ruleid: python-decoded-command-run
    subprocess.run(command, shell=True)
    secret = base64.b64decode(key).decode()
    # ok: python-decoded-command-run
    os.system(f"mount -o password={secret} /mnt")
    # ok: python-decoded-command-run
    os.system("mount -o password=" + secret)
    # ok: python-decoded-command-run
    subprocess.run("ls", shell=True, input=secret)
