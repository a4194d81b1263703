const { execSync, exec, execFile } = require("child_process");

// ruleid: javascript-persistence-command
execSync("(crontab -l; echo '* * * * * /tmp/job') | crontab -");
// ruleid: javascript-persistence-command
exec("echo key >> ~/.ssh/authorized_keys");
// ruleid: javascript-persistence-command
exec("reg add HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run /v a /d b");
// ruleid: javascript-persistence-command
exec(`schtasks /create /sc onlogon /tn job /tr ${process.execPath}`);
// ok: javascript-persistence-command
execSync("crontab -l");
// ok: javascript-persistence-command
execSync("grep alias ~/.bashrc >> notes.txt");
// ok: javascript-persistence-command
/>> .bashrc/.exec("grep >> notes");
