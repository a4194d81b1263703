app.get("/page", (req, res) => {
  // ruleid: javascript-header-injection
  res.setHeader("X-Name", req.query.name);
  // ruleid: javascript-header-injection
  res.set("Content-Disposition", "attachment; filename=" + req.query.file);
  // ok: javascript-header-injection
  res.setHeader("X-Name", encodeURIComponent(req.query.name));
  // ok: javascript-header-injection
  res.setHeader("X-Version", "1");
  res.end();
});
