import os
import subprocess


def backup():
    target = read_target()
    # ruleid: python-shell-command-built
    os.system("tar cf backup.tar " + target)
    # ruleid: python-shell-command-built
    subprocess.Popen(build_command(target), shell=True)
    # ruleid: python-shell-command-built
    os.popen(f"ls {target}").read()
    # ok: python-shell-command-built
    os.system("clear")
    # ok: python-shell-command-built
    subprocess.Popen("ls | wc -l", shell=True)
    # ok: python-shell-command-built
    subprocess.Popen(["ls", target])
    # ok: python-shell-command-built
    subprocess.Popen(build_command(target), shell=False)
