const childProcess = require("child_process");

const target = readTarget();
// ruleid: javascript-shell-command-built
childProcess.exec("tar cf backup.tar " + target);
// ruleid: javascript-shell-command-built
childProcess.execSync(`ls ${target}`);
// ok: javascript-shell-command-built
childProcess.exec("ls | wc -l");
// ok: javascript-shell-command-built
childProcess.execFile("ls", [target]);
// ok: javascript-shell-command-built
const found = pattern.exec(target);
