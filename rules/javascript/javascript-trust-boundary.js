app.post("/settings", (req, res) => {
  // ruleid: javascript-trust-boundary
  req.session.role = req.body.role;
  // ruleid: javascript-trust-boundary
  req.session[req.body.name] = "yes";
  // ok: javascript-trust-boundary
  req.session.page = Number(req.body.page);
  // ok: javascript-trust-boundary
  req.session.theme = "dark";
  res.end();
});
