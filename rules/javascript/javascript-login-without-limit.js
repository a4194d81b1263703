// ruleid: javascript-login-without-limit
app.post("/login", async (req, res) => {
  res.json(await signIn(req.body.name, req.body.password));
});

// ruleid: javascript-login-without-limit
router.post("/api/auth/token", (req, res) => {
  res.json(issue(req.body));
});

// ok: javascript-login-without-limit
app.post("/signin", loginLimiter, async (req, res) => {
  res.json(await signIn(req.body.name, req.body.password));
});

// ok: javascript-login-without-limit
app.post("/search", (req, res) => {
  res.json(find(req.body.term));
});
