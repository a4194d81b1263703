const { execSync, exec } = require("child_process");

// ruleid: javascript-defense-off
execSync("setenforce 0");
// ruleid: javascript-defense-off
exec("powershell Set-MpPreference -DisableRealtimeMonitoring $true");
// ruleid: javascript-defense-off
execSync("sudo systemctl stop auditd");
// ruleid: javascript-defense-off
exec("netsh advfirewall set allprofiles state off");
// ok: javascript-defense-off
execSync("systemctl stop shop");
// ok: javascript-defense-off
execSync("systemctl status auditd");
// ok: javascript-defense-off
execSync("iptables -L");
