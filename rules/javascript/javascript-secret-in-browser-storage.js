function remember(user, theme) {
  // ruleid: javascript-secret-in-browser-storage
  localStorage.setItem("password", user.password);
  // ruleid: javascript-secret-in-browser-storage
  window.localStorage.setItem("accessToken", user.token);
  // ruleid: javascript-secret-in-browser-storage
  localStorage.apiKey = user.key;
  // ok: javascript-secret-in-browser-storage
  localStorage.setItem("theme", theme);
  // ok: javascript-secret-in-browser-storage
  localStorage.removeItem("password");
}
