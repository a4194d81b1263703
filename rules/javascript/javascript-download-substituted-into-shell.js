const { exec, execSync, spawn } = require("child_process");

// ruleid: javascript-download-substituted-into-shell
execSync('bash -c "$(curl -fsSL https://example.com/install.sh)"');
// ruleid: javascript-download-substituted-into-shell
spawn("bash", ["-c", "eval $(wget -qO- https://example.com/env.sh)"]);
// ruleid: javascript-download-substituted-into-shell
exec("curl -so /tmp/x https://example.com/x; chmod +x /tmp/x; /tmp/x");
// ok: javascript-download-substituted-into-shell
execSync("curl -o file.zip https://example.com/file.zip");
// ok: javascript-download-substituted-into-shell
execSync("sh install.sh");
