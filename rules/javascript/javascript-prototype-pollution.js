const _ = require("lodash");

app.post("/settings", (req, res) => {
  // ruleid: javascript-prototype-pollution
  _.merge(settings, req.body);
  // ruleid: javascript-prototype-pollution
  settings[req.body.group][req.body.name] = req.body.value;
  // ok: javascript-prototype-pollution
  _.merge(settings, { theme: "dark" });
  // ok: javascript-prototype-pollution
  _.merge(settings, SettingsSchema.parse(req.body));
  res.end();
});
