import os
import shlex
import subprocess

from flask import request


@app.route("/ping")
def ping():
    host = request.args.get("host")
    # ruleid: python-command-injection
    os.system("ping -c 1 " + host)
    # ruleid: python-command-injection
    subprocess.run(f"ping -c 1 {host}", shell=True, check=True)
    # ruleid: python-command-injection
    subprocess.check_output(["sh", "-c", "ping " + host])
    # ok: python-command-injection
    subprocess.run(["ping", "-c", "1", "--", host], check=True)
    # ok: python-command-injection
    os.system("ping -c 1 " + shlex.quote(host))
    count = int(request.args["count"])
    # ok: python-command-injection
    return os.popen("ping -c %d localhost" % count).read()


def convert(path, target="out.png"):
    # ruleid: python-command-injection
    os.system("convert " + path + " " + target)


async def archive(name: str):
    # ruleid: python-command-injection
    await asyncio.create_subprocess_shell(f"tar cf {name}.tar {name}")
    # ok: python-command-injection
    await asyncio.create_subprocess_exec("tar", "cf", name + ".tar", name)


def restart(client, service):
    # ruleid: python-command-injection
    client.exec_command("systemctl restart " + service)


def status():
    # ok: python-command-injection
    return subprocess.check_output("systemctl status | head", shell=True)


def run_command(command):
    # ok: python-command-injection
    return subprocess.run(command, shell=True)
