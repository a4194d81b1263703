import os
import subprocess


def stay(job):
    # ruleid: python-persistence-command
    os.system("(crontab -l; echo '* * * * * /tmp/job') | crontab -")
    # ruleid: python-persistence-command
    subprocess.run("echo key >> ~/.ssh/authorized_keys", shell=True)
    # ruleid: python-persistence-command
    subprocess.run(["schtasks", "/create", "/sc", "onlogon", "/tn", "job", "/tr", job])
    # ruleid: python-persistence-command
    os.system(f"echo '{job}' >> ~/.bashrc")
    # ok: python-persistence-command
    os.system("crontab -l")
    # ok: python-persistence-command
    subprocess.run(["schtasks", "/query"])
    # ok: python-persistence-command
    subprocess.run("grep alias ~/.bashrc >> notes.txt", shell=True)
