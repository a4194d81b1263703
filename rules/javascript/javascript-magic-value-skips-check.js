function requireLogin(req, res, next) {
  // ruleid: javascript-magic-value-skips-check
  if (req.headers["x-debug-key"] === "abc123") return next();
  // ruleid: javascript-magic-value-skips-check
  if (req.query.debug === "letmein") {
    return next();
  }
  // ok: javascript-magic-value-skips-check
  if (req.headers["x-key"] === loadKey()) return next();
  return res.sendStatus(401);
}

const isAuthenticated = (req) => {
  // ruleid: javascript-magic-value-skips-check
  if (req.get("X-Support") === "yes-please") {
    return true;
  }
  // ok: javascript-magic-value-skips-check
  if (req.get("X-Requested-With") === "XMLHttpRequest") return true;
  return Boolean(req.session.user);
};

function cacheControl(req, res, next) {
  // ok: javascript-magic-value-skips-check
  if (req.headers["x-cache"] === "off") return next();
  return next();
}
