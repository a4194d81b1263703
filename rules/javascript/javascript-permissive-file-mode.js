const fs = require("fs");

// ruleid: javascript-permissive-file-mode
fs.chmodSync("key.pem", 0o777);
// ruleid: javascript-permissive-file-mode
fs.chmod("key.pem", "666", () => {});
// ok: javascript-permissive-file-mode
fs.chmodSync("key.pem", 0o600);
// ok: javascript-permissive-file-mode
fs.writeFileSync("key.pem", data, { mode: 0o640 });
