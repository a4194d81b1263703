// ruleid: javascript-random-value
const number = Math.floor(Math.random() * 6);
// ruleid: javascript-random-value
const bytes = crypto.pseudoRandomBytes(8);
// ok: javascript-random-value
const safe = crypto.randomInt(6);
// ok: javascript-random-value
const rounded = Math.round(number);
