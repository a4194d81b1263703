app.post("/login", async (req, res) => {
  const user = await users.byName(req.body.name);
  // ruleid: javascript-plaintext-password
  if (user.password === req.body.password) {
    return res.json(user);
  }
  const { password } = req.body;
  // ruleid: javascript-plaintext-password
  if (user.password !== password) {
    return res.status(401).end();
  }
  // ok: javascript-plaintext-password
  if (await argon2.verify(user.passwordHash, password)) {
    return res.json(user);
  }
  // ok: javascript-plaintext-password
  return password === "" ? res.status(400).end() : res.status(401).end();
});
