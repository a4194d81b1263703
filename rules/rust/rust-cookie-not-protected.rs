fn session() {
    // ruleid: rust-cookie-not-protected
    let a = Cookie::build(("id", id)).secure(false).build();
    // ruleid: rust-cookie-not-protected
    cookie.set_http_only(false);
    // ok: rust-cookie-not-protected
    let b = Cookie::build(("id", id)).secure(true).http_only(true).build();
    // ok: rust-cookie-not-protected
    cookie.set_secure(true);
}
