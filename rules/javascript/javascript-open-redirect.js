app.get("/login", (req, res) => {
  if (req.query.home) {
    // ok: javascript-open-redirect
    return res.redirect("/home?page=" + req.query.home);
  }
  if (req.query.table) {
    // ok: javascript-open-redirect
    return res.redirect(TARGETS[req.query.table]);
  }
  if (req.query.code) {
    // ruleid: javascript-open-redirect
    return res.redirect(302, req.query.code);
  }
  // ruleid: javascript-open-redirect
  return res.redirect(req.query.next);
});

function leave() {
  const target = new URLSearchParams(location.search).get("to");
  // ruleid: javascript-open-redirect
  window.location.href = target;
}
