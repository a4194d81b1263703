fn digest(data: &[u8]) {
    // ruleid: rust-weak-hash
    let a = md5::compute(data);
    // ruleid: rust-weak-hash
    let mut b = Sha1::new();
    // ok: rust-weak-hash
    let c = Sha256::digest(data);
    // ok: rust-weak-hash
    let d = blake3::hash(data);
}
