import os
import subprocess

# ruleid: python-download-substituted-into-shell
os.system('bash -c "$(curl -fsSL https://example.com/install.sh)"')
# ruleid: python-download-substituted-into-shell
subprocess.run("bash <(curl -s https://example.com/a.sh)", shell=True)
# ruleid: python-download-substituted-into-shell
subprocess.run(["bash", "-c", "eval $(wget -qO- https://example.com/env.sh)"])
# ruleid: python-download-substituted-into-shell
os.system("curl -so /tmp/x https://example.com/x; chmod +x /tmp/x; /tmp/x")
# ok: python-download-substituted-into-shell
os.system("curl -o file.zip https://example.com/file.zip")
# ok: python-download-substituted-into-shell
subprocess.run("sh install.sh", shell=True)
# ok: python-download-substituted-into-shell
os.system('echo "$(curl -s https://example.com/version)"')
