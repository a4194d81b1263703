import os
import subprocess

# ruleid: python-defense-off
os.system("setenforce 0")
# ruleid: python-defense-off
subprocess.run(["systemctl", "stop", "auditd"], check=True)
# ruleid: python-defense-off
subprocess.run("powershell Set-MpPreference -DisableRealtimeMonitoring $true", shell=True)
# ruleid: python-defense-off
subprocess.run(["powershell", "-c", "Set-MpPreference -DisableRealtimeMonitoring $true"])
# ruleid: python-defense-off
os.system("sudo iptables -F")
# ruleid: python-defense-off
subprocess.run(["sudo", "iptables", "-F"])
# ruleid: python-defense-off
os.system("pkill -9 falcon-sensor")
# ruleid: python-defense-off
subprocess.run("vssadmin delete shadows /all /quiet", shell=True)
# ok: python-defense-off
subprocess.run(["systemctl", "stop", "shop"], check=True)
# ok: python-defense-off
os.system("iptables -L")
# ok: python-defense-off
subprocess.run(["systemctl", "status", "auditd"], check=True)
# ok: python-defense-off
os.system("powershell Get-MpPreference")
# ok: python-defense-off
os.system("pkill -f shop")
