const vm = require("vm");

app.get("/calculate", (req, res) => {
  // ruleid: javascript-code-injection
  const first = eval(req.query.expression);
  // ruleid: javascript-code-injection
  const second = new Function("x", "return " + req.body.expression);
  // ruleid: javascript-code-injection
  const third = vm.runInNewContext(req.body.code, {});
  // ok: javascript-code-injection
  const fourth = JSON.parse(req.body.data);
  // ok: javascript-code-injection
  const fifth = OPERATIONS[req.query.operation](1, 2);
  // ok: javascript-code-injection
  setTimeout(() => res.send(req.query.name), 10);
  res.json([first, second, third, fourth, fifth]);
});

function page() {
  // ruleid: javascript-code-injection
  eval(location.hash.slice(1));
}
