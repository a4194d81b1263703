// ruleid: javascript-regex-backtracking
const first = /^(a+)+$/.test(text);
// ruleid: javascript-regex-backtracking
const second = new RegExp("^([a-zA-Z0-9]+)*@example$");
// ok: javascript-regex-backtracking
const third = /^a+$/.test(text);
// ok: javascript-regex-backtracking
const fourth = text.match(/^([a-z]+)@([a-z]+)$/);
