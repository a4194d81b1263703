app.post("/login", async (req, res) => {
  // ruleid: javascript-nosql-injection
  const user = await User.findOne({ name: req.body.name, password: req.body.password });
  // ruleid: javascript-nosql-injection
  await db.collection("sessions").deleteMany(req.body);
  // ok: javascript-nosql-injection
  const other = await User.findOne({ name: String(req.body.name) });
  // ok: javascript-nosql-injection
  const third = [1, 2].find((number) => number === req.body.number);
  res.json([user, other, third]);
});

app.post("/checked", async (req, res) => {
  const { name } = req.body;
  if (typeof name !== "string") {
    return res.status(400).end();
  }
  // ok: javascript-nosql-injection
  return res.json(await User.findOne({ name }));
});
