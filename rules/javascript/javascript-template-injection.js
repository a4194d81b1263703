const ejs = require("ejs");
const handlebars = require("handlebars");

app.get("/hello", (req, res) => {
  // ruleid: javascript-template-injection
  const first = ejs.render("<h1>Hello " + req.query.name + "</h1>");
  // ruleid: javascript-template-injection
  const second = handlebars.compile(req.body.template)({});
  // ok: javascript-template-injection
  const third = ejs.render("<h1>Hello <%= name %></h1>", { name: req.query.name });
  // ok: javascript-template-injection
  res.render("hello", { first, second, third, name: req.query.name });
});
