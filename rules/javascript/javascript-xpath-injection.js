const xpath = require("xpath");

app.get("/employee", (req, res) => {
  // ruleid: javascript-xpath-injection
  const found = xpath.select("//employee[@id='" + req.query.id + "']", tree);
  // ok: javascript-xpath-injection
  const all = xpath.select("//employee", tree);
  res.json([found, all]);
});

function byName(tree, name) {
  // ruleid: javascript-xpath-injection
  const first = xpath.select1(`//employee[@name='${name}']`, tree);
  // ok: javascript-xpath-injection
  const second = xpath.parse("//employee[@name=$name]").select({ node: tree, variables: { name } });
  return [first, second];
}
