import os
import subprocess

# ruleid: python-encoded-shell-command
os.system("echo aWQ= | base64 -d | sh")
# ruleid: python-encoded-shell-command
subprocess.run("echo 6964 | xxd -r -p | bash", shell=True)
# ruleid: python-encoded-shell-command
subprocess.run(["bash", "-c", "base64 --decode payload.txt | bash"])
# ok: python-encoded-shell-command
os.system("base64 -d key.b64 > key.bin")
# ok: python-encoded-shell-command
subprocess.run("base64 -d a.b64 | jq .name", shell=True)
# ok: python-encoded-shell-command
subprocess.run("base64 -d a.b64 | sha256sum", shell=True)
