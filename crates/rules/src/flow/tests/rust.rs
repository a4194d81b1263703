//! What Rust adds: patterns that take values apart, macros, values of blocks.

use super::check;

#[test]
fn patterns_macros_and_values_of_blocks() {
    check(
        "rust",
        r#"
fn id(v: String) -> String { v }
fn f(a: &Option<String>) {
    let x = source();
    sink(&x); // HIT
    sink(id(x)); // HIT
    let text = format!("a {}", x);
    sink(text); // HIT
    let named = format!("a {x} b");
    sink(named); // HIT
    let plain = format!("a {} b", 1);
    sink(plain);
    if let Some(y) = source() { sink(y); } // HIT
    let (p, q) = ("a", source());
    sink(p);
    sink(q); // HIT
    let chosen = if a.is_some() { source() } else { "b" };
    sink(chosen); // HIT
    let list = vec![1, x];
    sink(list); // HIT
    sink(x.trim()?); // HIT
    let x = "c";
    sink(x);
}
"#,
    );
}
