function show(element) {
  const name = new URLSearchParams(window.location.search).get("name");
  // ruleid: javascript-dom-scripting
  element.innerHTML = "Hello " + name;
  // ruleid: javascript-dom-scripting
  document.write(location.hash);
  // ok: javascript-dom-scripting
  element.textContent = "Hello " + name;
  // ok: javascript-dom-scripting
  element.innerHTML = DOMPurify.sanitize(name);
  // ok: javascript-dom-scripting
  element.innerHTML = "<b>Hello</b>";
}

window.addEventListener("message", (event) => {
  // ruleid: javascript-dom-scripting
  document.getElementById("out").innerHTML = event.data;
});
