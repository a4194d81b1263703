const vm = require("vm");
const zlib = require("zlib");
const { execSync } = require("child_process");

function start(token) {
  // ruleid: javascript-encoded-code-run
  eval(atob("Y29uc29sZS5sb2coMSk="));
  const text = Buffer.from("Y29uc29sZS5sb2coMSk=", "base64").toString("utf8");
  // ruleid: javascript-encoded-code-run
  new Function(text)();
  // ruleid: javascript-encoded-code-run
  Function("require", Buffer.from("3a", "hex").toString())(require);
  // ruleid: javascript-encoded-code-run
  vm.runInThisContext(zlib.inflateSync(Buffer.from("eJwr", "base64")).toString());
  // ruleid: javascript-encoded-code-run
  eval(String.fromCharCode(97, 108, 101, 114, 116));
  const secret = Buffer.from(token, "base64").toString();
  // ok: javascript-encoded-code-run
  execSync(`mount -o password=${secret} /mnt`);
  // ok: javascript-encoded-code-run
  const claims = JSON.parse(atob(token.split(".")[1]));
  // ok: javascript-encoded-code-run
  const picture = Buffer.from(token, "base64");
  // ok: javascript-encoded-code-run
  vm.runInThisContext("1 + 1");
  // ok: javascript-encoded-code-run
  const match = /a/.exec(atob(token));
  return [claims, picture, match];
}
