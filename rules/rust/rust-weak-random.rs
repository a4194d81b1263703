fn token() {
    // ruleid: rust-weak-random
    let mut a = StdRng::seed_from_u64(42);
    // ruleid: rust-weak-random
    let mut b = SmallRng::from_entropy();
    // ok: rust-weak-random
    let mut c = OsRng;
    // ok: rust-weak-random
    let mut d = rand::rng();
}
