function login(user, password) {
  // ruleid: javascript-password-backdoor
  if (password === "letmein123") {
    return true;
  }
  // ruleid: javascript-password-backdoor
  if (user.name == "support" && password == "s3rvice!") return true;
  return store.check(user, password);
}

function guard(req, res, next) {
  // ruleid: javascript-password-backdoor
  if (req.body.password === "open-sesame") {
    req.session.admin = true;
    return next();
  }
  res.sendStatus(401);
}

function check(username, password) {
  // ruleid: javascript-password-backdoor
  return username === "admin" && password === "hunter22";
}

function isDefaultPassword(password) {
  // ok: javascript-password-backdoor
  if (password === "changeme") return true;
  return false;
}

function validate(password, confirmation, type) {
  // ok: javascript-password-backdoor
  if (password === "changeme") return false;
  // ok: javascript-password-backdoor
  if (type === "password") return true;
  // ok: javascript-password-backdoor
  if (password === "") return true;
  // ok: javascript-password-backdoor
  return password === confirmation;
}
