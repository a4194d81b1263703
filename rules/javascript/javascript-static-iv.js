const crypto = require("crypto");

// ruleid: javascript-static-iv
const first = crypto.createCipheriv("aes-256-cbc", key, "0123456789abcdef");
// ruleid: javascript-static-iv
const second = crypto.createCipheriv("aes-256-gcm", key, Buffer.alloc(12));
// ok: javascript-static-iv
const third = crypto.createCipheriv("aes-256-gcm", key, crypto.randomBytes(12));
// ok: javascript-static-iv
const fourth = crypto.createDecipheriv("aes-256-gcm", key, message.iv);
