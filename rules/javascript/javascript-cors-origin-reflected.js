const ALLOWED = new Set(["https://shop.example"]);

function open(req, res, next) {
  const origin = req.headers.origin;
  // ruleid: javascript-cors-origin-reflected
  res.setHeader("Access-Control-Allow-Origin", origin);
  res.setHeader("Access-Control-Allow-Credentials", "true");
  next();
}

function direct(req, res) {
  // ruleid: javascript-cors-origin-reflected
  res.header("access-control-allow-origin", req.get("Origin"));
}

function asked(req, res, next) {
  const origin = req.headers.origin;
  if (ALLOWED.has(origin)) {
    // ok: javascript-cors-origin-reflected
    res.setHeader("Access-Control-Allow-Origin", origin);
  }
  next();
}

function refused(req, res, next) {
  const origin = req.header("origin");
  if (!ALLOWED.has(origin)) {
    return res.sendStatus(403);
  }
  // ok: javascript-cors-origin-reflected
  res.set("Access-Control-Allow-Origin", origin);
  return next();
}

function fixed(req, res) {
  // ok: javascript-cors-origin-reflected
  res.set("Access-Control-Allow-Origin", "https://shop.example");
}
