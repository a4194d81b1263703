const { execSync, spawn } = require("child_process");

// ruleid: javascript-encoded-shell-command
execSync("echo aWQ= | base64 -d | sh");
// ruleid: javascript-encoded-shell-command
spawn("bash", ["-c", "echo 6964 | xxd -r -p | bash"]);
// ok: javascript-encoded-shell-command
execSync("base64 -d key.b64 > key.bin");
// ok: javascript-encoded-shell-command
execSync("base64 -d a.b64 | sha256sum");
