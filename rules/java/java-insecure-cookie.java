class Cookies {
    void set(Cookie cookie) {
        // ruleid: java-insecure-cookie
        cookie.setSecure(false);
        // ruleid: java-insecure-cookie
        cookie.setHttpOnly(false);
        // ok: java-insecure-cookie
        cookie.setSecure(true);
        // ok: java-insecure-cookie
        cookie.setHttpOnly(true);
    }

    ResponseCookie spring(String value) {
        // ruleid: java-insecure-cookie
        return ResponseCookie.from("id", value).secure(false).build();
    }
}
