fn encrypt() {
    // ruleid: rust-weak-cipher
    let a = Cipher::des_cbc();
    // ruleid: rust-weak-cipher
    let b = Cipher::aes_128_ecb();
    // ok: rust-weak-cipher
    let c = Cipher::aes_256_gcm();
    // ok: rust-weak-cipher
    let d = ChaCha20Poly1305::new(key);
}
