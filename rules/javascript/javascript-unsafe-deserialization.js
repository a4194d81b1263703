const serialize = require("node-serialize");

app.post("/restore", (req, res) => {
  // ruleid: javascript-unsafe-deserialization
  const first = serialize.unserialize(req.cookies.profile);
  // ruleid: javascript-unsafe-deserialization
  const second = unserialize(req.body.state);
  // ok: javascript-unsafe-deserialization
  const third = JSON.parse(req.body.state);
  // ok: javascript-unsafe-deserialization
  const fourth = serialize.serialize(third);
  res.json([first, second, fourth]);
});
