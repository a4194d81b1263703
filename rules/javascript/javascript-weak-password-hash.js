const crypto = require("crypto");

function store(user, password) {
  // ruleid: javascript-weak-password-hash
  user.digest = crypto.createHash("sha256").update(password).digest("hex");
  // ruleid: javascript-weak-password-hash
  user.other = md5(user.salt + user.password);
  // ok: javascript-weak-password-hash
  user.key = crypto.scryptSync(password, user.salt, 64);
  // ok: javascript-weak-password-hash
  user.etag = crypto.createHash("sha256").update(user.picture).digest("hex");
}
