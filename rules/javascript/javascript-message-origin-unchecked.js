// ruleid: javascript-message-origin-unchecked
window.addEventListener("message", (event) => {
  apply(event.data);
});
// ruleid: javascript-message-origin-unchecked
window.onmessage = function (event) {
  apply(event.data);
};
// ok: javascript-message-origin-unchecked
window.addEventListener("message", (event) => {
  if (event.origin !== "https://shop.example") {
    return;
  }
  apply(event.data);
});
// ok: javascript-message-origin-unchecked
window.addEventListener("resize", (event) => {
  apply(event.data);
});
