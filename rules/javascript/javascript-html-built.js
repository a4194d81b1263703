function show(element, user, items) {
  // ruleid: javascript-html-built
  element.innerHTML = `<b>${user.name}</b>`;
  // ruleid: javascript-html-built
  element.innerHTML = "<b>" + user.name + "</b>";
  // ok: javascript-html-built
  element.innerHTML = `<b>${escapeHtml(user.name)}</b>`;
  // ok: javascript-html-built
  element.innerHTML = `<b>${items.length}</b>`;
  // ok: javascript-html-built
  element.textContent = `Hello ${user.name}`;
  // ok: javascript-html-built
  element.innerHTML = "";
}
