const jwt = require("jsonwebtoken");

function authenticate(req, res, next) {
  // ruleid: javascript-jwt-not-verified
  req.user = jwt.decode(req.headers.authorization);
  next();
}

function open(token, key) {
  // ruleid: javascript-jwt-not-verified
  const first = jwt.verify(token, key, { algorithms: ["HS256", "none"] });
  // ok: javascript-jwt-not-verified
  const second = jwt.verify(token, key, { algorithms: ["HS256"] });
  // ok: javascript-jwt-not-verified
  const third = jwt.decode(token, { complete: true }).header.kid;
  return [first, second, third];
}
