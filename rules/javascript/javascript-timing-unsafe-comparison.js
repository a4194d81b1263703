const crypto = require("crypto");

function check(req, expectedSignature, apiKey) {
  // ruleid: javascript-timing-unsafe-comparison
  if (req.headers["x-signature"] === expectedSignature) {
    return true;
  }
  // ruleid: javascript-timing-unsafe-comparison
  if (apiKey !== req.headers["x-key"]) {
    return false;
  }
  // ok: javascript-timing-unsafe-comparison
  if (apiKey === undefined) {
    return false;
  }
  // ok: javascript-timing-unsafe-comparison
  return crypto.timingSafeEqual(Buffer.from(apiKey), Buffer.from(expectedSignature));
}
