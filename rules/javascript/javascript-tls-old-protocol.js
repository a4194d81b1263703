const https = require("https");

// ruleid: javascript-tls-old-protocol
const first = https.request({ host: "a", secureProtocol: "SSLv3_method" });
// ruleid: javascript-tls-old-protocol
const second = tls.createSecureContext({ secureProtocol: "TLSv1_server_method" });
// ok: javascript-tls-old-protocol
const third = https.request({ host: "a", secureProtocol: "TLSv1_2_method" });
// ok: javascript-tls-old-protocol
const fourth = https.request({ host: "a" });
