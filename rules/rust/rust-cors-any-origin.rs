fn app() {
    // ruleid: rust-cors-any-origin
    let a = CorsLayer::permissive();
    // ruleid: rust-cors-any-origin
    let b = Cors::default().allow_any_origin();
    // ok: rust-cors-any-origin
    let c = CorsLayer::new().allow_origin(origin);
    // ok: rust-cors-any-origin
    let d = Cors::default().allowed_origin("https://bank.example");
}
