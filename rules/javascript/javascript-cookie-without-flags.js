const session = require("express-session");

app.get("/login", (req, res) => {
  // ruleid: javascript-cookie-without-flags
  res.cookie("session", token, { httpOnly: true });
  // ruleid: javascript-cookie-without-flags
  res.cookie("session", token, { maxAge: 1000 });
  // ok: javascript-cookie-without-flags
  res.cookie("session", token, { secure: true, httpOnly: true });
  // ok: javascript-cookie-without-flags
  res.clearCookie("session");
});
// ok: javascript-cookie-without-flags
app.use(session({ secret: process.env.SESSION_KEY, cookie: { secure: true } }));
