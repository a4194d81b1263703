fun remember(cookie: Cookie) {
    // ruleid: kotlin-insecure-cookie
    cookie.secure = false
    // ok: kotlin-insecure-cookie
    cookie.isHttpOnly = true
}

fun more() {
    // ruleid: kotlin-insecure-cookie
    other.isHttpOnly = false
    // ok: kotlin-insecure-cookie
    other.secure = true
}
