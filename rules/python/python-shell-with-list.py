import subprocess

# ruleid: python-shell-with-list
subprocess.run(["ls", name], shell=True)
# ruleid: python-shell-with-list
subprocess.check_output(["tar", "cf", name], cwd="/srv", shell=True)
# ok: python-shell-with-list
subprocess.run(["ls", name], shell=False)
# ok: python-shell-with-list
subprocess.run("ls | wc -l", shell=True)
