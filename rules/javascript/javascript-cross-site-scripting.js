app.get("/hello", (req, res) => {
  const name = req.query.name;
  if (req.query.raw) {
    // ruleid: javascript-cross-site-scripting
    return res.send("<h1>Hello " + name + "</h1>");
  }
  if (req.query.status) {
    // ruleid: javascript-cross-site-scripting
    return res.status(404).send(`No page ${req.params.page}`);
  }
  if (req.query.json) {
    // ok: javascript-cross-site-scripting
    return res.json({ name });
  }
  if (req.query.object) {
    // ok: javascript-cross-site-scripting
    return res.send({ name });
  }
  // ok: javascript-cross-site-scripting
  return res.send("<h1>Hello " + escapeHtml(name) + "</h1>");
});
