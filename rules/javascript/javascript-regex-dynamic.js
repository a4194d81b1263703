function build(word, words) {
  // ruleid: javascript-regex-dynamic
  const first = new RegExp("^" + word);
  // ruleid: javascript-regex-dynamic
  const second = new RegExp(words.join("|"), "g");
  // ok: javascript-regex-dynamic
  const third = new RegExp("^[a-z]+$");
  // ok: javascript-regex-dynamic
  const fourth = new RegExp(escapeRegExp(word));
  return [first, second, third, fourth];
}
