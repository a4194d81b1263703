// ruleid: javascript-post-message-any-origin
parent.postMessage({ token }, "*");
// ruleid: javascript-post-message-any-origin
frame.contentWindow.postMessage(JSON.stringify(state), "*");
// ok: javascript-post-message-any-origin
parent.postMessage({ token }, "https://shop.example");
// ok: javascript-post-message-any-origin
worker.postMessage({ token });
