function handle(req, res, next) {
  // ruleid: javascript-error-swallowed-in-check
  try {
    verifyToken(req.headers.authorization);
  } catch (error) {
  }
  // ok: javascript-error-swallowed-in-check
  try {
    removeCache(req.id);
  } catch (error) {
  }
  // ok: javascript-error-swallowed-in-check
  try {
    verifyToken(req.headers.authorization);
  } catch (error) {
    return res.status(401).end();
  }
  return next();
}

function allowed(user) {
  // ruleid: javascript-error-swallowed-in-check
  try {
    return policy.isAllowed(user);
  } catch (error) {
    return true;
  }
}
