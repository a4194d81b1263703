import shlex
import subprocess

from flask import request


@app.post("/tool")
def tool():
    program = request.form["program"]
    # ruleid: python-argument-injection
    subprocess.run([program, "--version"])
    # ruleid: python-argument-injection
    subprocess.run(shlex.split(request.form["line"]))
    # ok: python-argument-injection
    subprocess.run(["file", "--", request.form["name"]])
    # ok: python-argument-injection
    subprocess.run([PROGRAMS[program], "--version"])
