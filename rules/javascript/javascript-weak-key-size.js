const crypto = require("crypto");

// ruleid: javascript-weak-key-size
const first = crypto.generateKeyPairSync("rsa", { modulusLength: 1024 });
// ruleid: javascript-weak-key-size
const second = forge.pki.rsa.generateKeyPair({ bits: 512, e: 65537 });
// ok: javascript-weak-key-size
const third = crypto.generateKeyPairSync("rsa", { modulusLength: 4096 });
// ok: javascript-weak-key-size
const fourth = crypto.generateKeyPairSync("ed25519", {});
