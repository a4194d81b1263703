fn main() {
    // ruleid: rust-trusts-environment
    let a = std::env::args().next();
    // ruleid: rust-trusts-environment
    let b = env::temp_dir().join("ledger");
    // ok: rust-trusts-environment
    let c = tempfile::tempdir();
    // ok: rust-trusts-environment
    let d = env!("CARGO_PKG_NAME");
}
