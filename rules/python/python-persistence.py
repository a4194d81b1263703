import os
import shutil
from pathlib import Path


def stay(key, me):
    # ruleid: python-persistence
    with open(os.path.expanduser("~/.bashrc"), "a") as f:
        f.write("python3 /tmp/job.py &")
    # ruleid: python-persistence
    with open("/etc/cron.d/job", "w") as f:
        f.write("* * * * * root /tmp/job")
    keys = Path.home() / ".ssh/authorized_keys"
    # ruleid: python-persistence
    keys.write_text(key)
    # ruleid: python-persistence
    shutil.copy(me, ".git/hooks/pre-commit")
    # ruleid: python-persistence
    open("/etc/systemd/system/job.service", "w").write("[Service]")
    # ok: python-persistence
    with open(os.path.expanduser("~/.bashrc")) as f:
        text = f.read()
    # ok: python-persistence
    with open(".git/hooks/pre-commit", "rb") as f:
        hook = f.read()
    # ok: python-persistence
    shutil.copy(".git/hooks/pre-commit", "backup")
    # ok: python-persistence
    open("notes.txt", "w").write("see ~/.bashrc")
    return text, hook
