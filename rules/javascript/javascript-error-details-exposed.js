app.get("/orders", async (req, res) => {
  try {
    res.json(await loadOrders());
  } catch (error) {
    // ruleid: javascript-error-details-exposed
    res.status(500).json({ error: error.message });
  }
});

app.use((err, req, res, next) => {
  // ruleid: javascript-error-details-exposed
  res.status(500).send(err.stack);
});

app.get("/bills", async (req, res) => {
  try {
    res.json(await loadBills());
  } catch (error) {
    // ok: javascript-error-details-exposed
    logger.error(error.message);
    // ok: javascript-error-details-exposed
    res.status(500).json({ error: "internal error" });
  }
});
