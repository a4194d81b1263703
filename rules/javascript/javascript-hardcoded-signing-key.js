const session = require("express-session");
const jwt = require("jsonwebtoken");

// ruleid: javascript-hardcoded-signing-key
const token = jwt.sign({ id: 1 }, "tok-8841-signing");
// ruleid: javascript-hardcoded-signing-key
app.use(session({ secret: "keyboard cat", resave: false, cookie: { secure: true } }));
// ok: javascript-hardcoded-signing-key
const safe = jwt.sign({ id: 1 }, process.env.JWT_KEY);
// ok: javascript-hardcoded-signing-key
app.use(session({ secret: process.env.SESSION_KEY, cookie: { secure: true } }));
