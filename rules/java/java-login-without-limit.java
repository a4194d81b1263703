class LoginController {
    @PostMapping("/login")
    // ruleid: java-login-without-limit
    Token login(@RequestBody Credentials credentials) {
        User user = users.find(credentials.name());
        return encoder.matches(credentials.password(), user.hash()) ? tokens.make(user) : null;
    }

    @PostMapping("/api/signin")
    // ruleid: java-login-without-limit
    Token signIn(@RequestBody Credentials credentials) {
        return tokens.make(users.check(credentials));
    }

    @RateLimiter(name = "login")
    @PostMapping("/v2/login")
    // ok: java-login-without-limit
    Token limited(@RequestBody Credentials credentials) {
        return tokens.make(users.check(credentials));
    }

    @PostMapping("/orders")
    // ok: java-login-without-limit
    void order(@RequestBody Order order) {
        orders.save(order);
    }
}
