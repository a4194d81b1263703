// ruleid: javascript-missing-authentication
app.post("/admin/users/:id/promote", async (req, res) => {
  await users.promote(req.params.id);
  res.status(204).end();
});

// ruleid: javascript-missing-authentication
app.delete("/accounts/:id", (req, res) => {
  accounts.close(req.params.id);
  res.status(204).end();
});

// ok: javascript-missing-authentication
app.delete("/orders/:id", requireAuth, (req, res) => {
  orders.remove(req.params.id);
  res.status(204).end();
});

// ok: javascript-missing-authentication
app.post("/admin/report", (req, res) => {
  if (!req.user || !req.user.isAdmin) {
    return res.sendStatus(403);
  }
  return res.json(report());
});

// ok: javascript-missing-authentication
app.get("/products", (req, res) => {
  res.json(products());
});
