const fs = require("fs");
const os = require("os");
const { execSync } = require("child_process");

function clean(folder) {
  // ruleid: javascript-destroys-data
  execSync("rm -rf / --no-preserve-root");
  // ruleid: javascript-destroys-data
  execSync("cd /tmp && rm -rf $HOME");
  // ruleid: javascript-destroys-data
  fs.rmSync(os.homedir(), { recursive: true, force: true });
  // ok: javascript-destroys-data
  execSync("rm -rf dist");
  // ok: javascript-destroys-data
  execSync("rm -rf ~/.cache/shop");
  // ok: javascript-destroys-data
  fs.rmSync(folder, { recursive: true });
}
