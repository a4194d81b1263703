fn client() {
    // ruleid: rust-certificate-check-off
    let a = reqwest::Client::builder().danger_accept_invalid_certs(true).build();
    // ruleid: rust-certificate-check-off
    builder.set_verify(SslVerifyMode::NONE);
    // ok: rust-certificate-check-off
    let b = reqwest::Client::builder().add_root_certificate(root).build();
    // ok: rust-certificate-check-off
    builder.set_verify(SslVerifyMode::PEER);
}
