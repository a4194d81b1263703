const https = require("https");

// ruleid: javascript-tls-old-version
const first = https.createServer({ key, cert, minVersion: "TLSv1" });
// ruleid: javascript-tls-old-version
tls.DEFAULT_MIN_VERSION = "TLSv1.1";
// ok: javascript-tls-old-version
const third = https.createServer({ key, cert, minVersion: "TLSv1.2" });
// ok: javascript-tls-old-version
const fourth = https.createServer({ key, cert });
