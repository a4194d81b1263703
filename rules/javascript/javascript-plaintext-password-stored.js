app.post("/register", async (req, res) => {
  // ruleid: javascript-plaintext-password-stored
  const user = await User.create({ name: req.body.name, password: req.body.password });
  const { name, password } = req.body;
  // ruleid: javascript-plaintext-password-stored
  await db.collection("users").insertOne({ name, password });
  // ok: javascript-plaintext-password-stored
  await User.create({ name, password: await argon2.hash(password) });
  // ok: javascript-plaintext-password-stored
  await User.create({ name });
  res.json(user);
});
