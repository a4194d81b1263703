const session = require("express-session");

app.get("/login", (req, res) => {
  // ruleid: javascript-cookie-flag-off
  res.cookie("session", token, { secure: true, httpOnly: false });
  // ok: javascript-cookie-flag-off
  res.cookie("session", token, { secure: true, httpOnly: true, sameSite: "lax" });
  // ok: javascript-cookie-flag-off
  res.json({ secure: false });
});

// ruleid: javascript-cookie-flag-off
app.use(session({ secret: process.env.SESSION_KEY, cookie: { secure: false } }));
