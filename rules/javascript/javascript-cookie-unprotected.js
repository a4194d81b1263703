app.get("/login", (req, res) => {
  // ruleid: javascript-cookie-unprotected
  res.cookie("session", token);
  // ruleid: javascript-cookie-unprotected
  res.cookie("name", user.name);
  // ok: javascript-cookie-unprotected
  res.cookie("session", token, { secure: true, httpOnly: true, sameSite: "lax" });
  // ok: javascript-cookie-unprotected
  res.clearCookie("session");
});
