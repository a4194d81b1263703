const { execSync, exec } = require("child_process");

function start(token) {
  // ruleid: javascript-decoded-command-run
  execSync(Buffer.from("aWQ=", "base64").toString());
  // ruleid: javascript-decoded-command-run
  exec(atob("aWQ="));
  const command = Buffer.from("aWQ=", "base64").toString("utf8");
  // ruleid: javascript-decoded-command-run
  execSync(command);
  const secret = Buffer.from(token, "base64").toString();
  // ok: javascript-decoded-command-run
  execSync(`mount -o password=${secret} /mnt`);
  // ok: javascript-decoded-command-run
  const match = /a/.exec(atob(token));
  return match;
}
