const { z } = require("zod");

function check(password, name) {
  // ruleid: javascript-weak-password-rule
  if (!password || password.length < 6) {
    return "too short";
  }
  // ok: javascript-weak-password-rule
  if (name.length < 3) {
    return "too short";
  }
  return "";
}

function strict(user) {
  // ok: javascript-weak-password-rule
  return user.password.length >= 12;
}

const signup = z.object({
  name: z.string().min(2),
  // ruleid: javascript-weak-password-rule
  password: z.string().min(4),
});

const strong = z.object({
  // ok: javascript-weak-password-rule
  password: z.string().min(12),
});
