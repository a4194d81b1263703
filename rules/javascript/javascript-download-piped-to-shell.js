const { execSync } = require("child_process");

// ruleid: javascript-download-piped-to-shell
execSync("curl -s https://example.com/install.sh | sh");
// ruleid: javascript-download-piped-to-shell
execSync("wget -qO- https://example.com/setup | sudo bash");
// ok: javascript-download-piped-to-shell
execSync("curl -o file.zip https://example.com/file.zip");
// ok: javascript-download-piped-to-shell
execSync("npm ci");
