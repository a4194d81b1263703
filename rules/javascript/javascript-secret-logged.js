function login(user, password) {
  // ruleid: javascript-secret-logged
  console.log(`login ${user} with ${password}`);
  // ruleid: javascript-secret-logged
  logger.debug("key", user.apiKey);
  // ok: javascript-secret-logged
  console.log("login", user.name);
  // ok: javascript-secret-logged
  logger.info("password changed");
}
