const fs = require("fs");
const os = require("os");
const path = require("path");

function stay(key, me) {
  // ruleid: javascript-persistence
  fs.appendFileSync(path.join(os.homedir(), ".bashrc"), "node /tmp/job.js &");
  // ruleid: javascript-persistence
  fs.writeFileSync("/etc/cron.d/job", "* * * * * root /tmp/job");
  const keys = os.homedir() + "/.ssh/authorized_keys";
  // ruleid: javascript-persistence
  fs.appendFileSync(keys, key);
  // ruleid: javascript-persistence
  fs.copyFileSync(me, ".git/hooks/pre-commit");
  // ok: javascript-persistence
  const text = fs.readFileSync(path.join(os.homedir(), ".bashrc"), "utf8");
  // ok: javascript-persistence
  fs.writeFileSync("notes.txt", "see ~/.bashrc");
  // ok: javascript-persistence
  fs.copyFileSync(".git/hooks/pre-commit", "backup");
  return text;
}
