app.post("/login", (req, res) => {
  const name = req.body.name;
  // ruleid: javascript-log-injection
  console.log("login of " + name);
  // ruleid: javascript-log-injection
  logger.info(`login of ${req.body.name}`);
  // ok: javascript-log-injection
  logger.info({ name }, "login");
  // ok: javascript-log-injection
  console.log("login of " + JSON.stringify(name));
  res.end();
});
