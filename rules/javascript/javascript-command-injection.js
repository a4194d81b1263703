const { exec, execFile, spawn } = require("child_process");
const childProcess = require("child_process");

app.get("/ping", (req, res) => {
  const host = req.query.host;
  // ruleid: javascript-command-injection
  exec("ping -c 1 " + host, (error, out) => res.send(out));
  // ruleid: javascript-command-injection
  childProcess.execSync(`ping -c 1 ${host}`);
  // ruleid: javascript-command-injection
  spawn("ping", ["-c", "1", host], { shell: true });
  // ok: javascript-command-injection
  execFile("ping", ["-c", "1", "--", host], (error, out) => res.send(out));
  const count = parseInt(req.query.count, 10);
  // ok: javascript-command-injection
  exec(`ping -c ${count} localhost`);
});

function convert(path) {
  // ruleid: javascript-command-injection
  return childProcess.exec("convert " + path + " out.png");
}

function run(command) {
  // ok: javascript-command-injection
  return exec(command);
}

function match(pattern, text) {
  // ok: javascript-command-injection
  return pattern.exec(text);
}
