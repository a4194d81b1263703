app.get("/orders", async (req, res) => {
  // ruleid: javascript-nosql-where-built
  const rows = await orders.find({ $where: `this.year == ${req.query.year}` });
  // ok: javascript-nosql-where-built
  const paid = await orders.find({ $where: "this.paid > this.total" });
  res.json([rows, paid]);
});

function byName(collection, name) {
  // ruleid: javascript-nosql-where-built
  const first = collection.find({ $where: "this.name == '" + name + "'" });
  // ok: javascript-nosql-where-built
  const second = collection.find({ name: { $eq: name } });
  return [first, second];
}
