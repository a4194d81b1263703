fun remember(cookie: Cookie) {
    // ruleid: kotlin-insecure-cookie
    cookie.secure = false
    // ok: kotlin-insecure-cookie
    cookie.isHttpOnly = true
}
