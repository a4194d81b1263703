function clean(text) {
  // ruleid: javascript-html-filtered-by-regex
  const first = text.replace(/<script[^>]*>.*<\/script>/gi, "");
  // ruleid: javascript-html-filtered-by-regex
  const second = text.replace("<script>", "");
  // ok: javascript-html-filtered-by-regex
  const third = DOMPurify.sanitize(text);
  // ok: javascript-html-filtered-by-regex
  const fourth = text.replace(/\s+/g, " ");
  return [first, second, third, fourth];
}
