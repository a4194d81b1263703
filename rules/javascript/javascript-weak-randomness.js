const crypto = require("crypto");

function invite(user) {
  // ruleid: javascript-weak-randomness
  user.token = Math.random().toString(36).slice(2);
  // ruleid: javascript-weak-randomness
  const otp = Math.floor(Math.random() * 1000000);
  // ok: javascript-weak-randomness
  user.token = crypto.randomBytes(32).toString("hex");
  // ok: javascript-weak-randomness
  const delay = Math.random() * 1000;
  return [otp, delay];
}

function generatePassword(length) {
  let text = "";
  for (let i = 0; i < length; i += 1) {
    // ruleid: javascript-weak-randomness
    text += LETTERS[Math.floor(Math.random() * LETTERS.length)];
  }
  return text;
}

function shuffle(cards) {
  // ok: javascript-weak-randomness
  return cards.sort(() => Math.random() - 0.5);
}
