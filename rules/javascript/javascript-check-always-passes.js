// ruleid: javascript-check-always-passes
function verifySignature(body, signature) {
  return true;
}

// ruleid: javascript-check-always-passes
const checkPassword = async (user, password) => true;

function show(user) {
  // ruleid: javascript-check-always-passes
  if (user.isAuthenticated() || true) {
    return "secret";
  }
  // ruleid: javascript-check-always-passes
  return user.hasPermission("read") || true;
}

// ok: javascript-check-always-passes
function verifyToken(token) {
  return crypto.timingSafeEqual(token, load());
}

// ok: javascript-check-always-passes
const checkForUpdates = (url) => true;

function shown(item) {
  // ok: javascript-check-always-passes
  if (item.visible || item.forced) {
    return true;
  }
  return item.open || true;
}
