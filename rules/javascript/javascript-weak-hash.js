const crypto = require("crypto");
const { createHash } = require("crypto");

// ruleid: javascript-weak-hash
const first = crypto.createHash("md5").update(data).digest("hex");
// ruleid: javascript-weak-hash
const second = createHash("sha1").update(data).digest("hex");
// ok: javascript-weak-hash
const third = crypto.createHash("sha256").update(data).digest("hex");
// ok: javascript-weak-hash
const fourth = crypto.createHash(algorithm).update(data).digest("hex");
