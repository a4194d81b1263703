class Cookies {
    void set(HttpServletResponse response, String value) {
        Cookie cookie = new Cookie("session", value);
        // ruleid: java-cookie-without-flags
        response.addCookie(cookie);
        // ruleid: java-cookie-without-flags
        response.addCookie(new Cookie("remember", value));
    }

    void secure(HttpServletResponse response, String value) {
        Cookie cookie = new Cookie("session", value);
        cookie.setSecure(true);
        cookie.setHttpOnly(true);
        // ok: java-cookie-without-flags
        response.addCookie(cookie);
    }

    void remove(HttpServletResponse response) {
        Cookie cookie = new Cookie("session", "");
        cookie.setMaxAge(0);
        // ok: java-cookie-without-flags
        response.addCookie(cookie);
    }
}
