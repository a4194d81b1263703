const https = require("https");

// ruleid: javascript-tls-verification-off
const first = new https.Agent({ rejectUnauthorized: false });
// ruleid: javascript-tls-verification-off
options.rejectUnauthorized = false;
// ok: javascript-tls-verification-off
const second = new https.Agent({ rejectUnauthorized: true });
// ok: javascript-tls-verification-off
const third = new https.Agent({ ca: authority });
