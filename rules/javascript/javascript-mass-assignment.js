app.post("/users", async (req, res) => {
  // ruleid: javascript-mass-assignment
  const user = await User.create(req.body);
  // ruleid: javascript-mass-assignment
  Object.assign(user, req.body);
  // ok: javascript-mass-assignment
  const other = await User.create({ name: req.body.name });
  // ok: javascript-mass-assignment
  Object.assign(other, UserSchema.parse(req.body));
  res.json([user, other]);
});
