function load(text) {
  // ruleid: javascript-eval-dynamic
  const first = eval("(" + text + ")");
  // ruleid: javascript-eval-dynamic
  const second = new Function("return " + text);
  // ruleid: javascript-eval-dynamic
  setTimeout("refresh()", 1000);
  // ok: javascript-eval-dynamic
  const third = JSON.parse(text);
  // ok: javascript-eval-dynamic
  setTimeout(refresh, 1000);
  return [first, second, third];
}
