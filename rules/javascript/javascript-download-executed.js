async function install() {
  const answer = await fetch("https://example.com/plugin.js");
  // ruleid: javascript-download-executed
  eval(await answer.text());
  const other = await axios.get("https://example.com/plugin.js");
  // ruleid: javascript-download-executed
  vm.runInThisContext(other.data);
  // ok: javascript-download-executed
  console.log(other.data);
  // ok: javascript-download-executed
  vm.runInThisContext("1 + 1");
}
