// ruleid: javascript-uninitialized-buffer
const first = Buffer.allocUnsafe(length);
// ruleid: javascript-uninitialized-buffer
const second = new Buffer(text, "base64");
// ok: javascript-uninitialized-buffer
const third = Buffer.alloc(length);
// ok: javascript-uninitialized-buffer
const fourth = Buffer.from(text, "base64");
