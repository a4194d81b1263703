app.get("/search", (req, res) => {
  const term = req.query.term;
  // ruleid: javascript-regex-from-input
  const first = new RegExp(term, "i");
  // ruleid: javascript-regex-from-input
  const second = items.find({ name: { $regex: req.query.term } });
  // ok: javascript-regex-from-input
  const third = new RegExp(_.escapeRegExp(term), "i");
  // ok: javascript-regex-from-input
  const fourth = names.filter((name) => name.includes(term));
  res.json([first, second, third, fourth]);
});
