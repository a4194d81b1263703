fn read(list: &[u8], n: usize) {
    // ruleid: rust-unsafe-memory
    let a = unsafe { list.get_unchecked(n) };
    // ruleid: rust-unsafe-memory
    let b: u32 = unsafe { std::mem::transmute(c) };
    // ok: rust-unsafe-memory
    let d = list.get(n);
    // ok: rust-unsafe-memory
    let e = u32::from_ne_bytes(c);
}
