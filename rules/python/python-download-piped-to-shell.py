import os
import subprocess

# ruleid: python-download-piped-to-shell
os.system("curl -s https://example.com/install.sh | sh")
# ruleid: python-download-piped-to-shell
subprocess.run("pip install --trusted-host pypi.example.com tool", shell=True)
# ok: python-download-piped-to-shell
subprocess.run("pip install tool==1.2", shell=True)
# ok: python-download-piped-to-shell
os.system("curl -o file.zip https://example.com/file.zip")
