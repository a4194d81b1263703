//! What Swift adds: values in strings, labels of arguments, lambdas after the brackets.

use super::check;

#[test]
fn values_are_carried() {
    check(
        "swift",
        r#"
func f(_ n: Int) {
    let x = source()
    sink(x) // HIT
    sink("a \(x)") // HIT
    sink("a" + x) // HIT
    sink("b")
    let chosen = n > 1 ? source() : "d"
    sink(chosen) // HIT
    for y in x { sink(y) } // HIT
    guard let z = source() else { return }
    sink(z) // HIT
    if let w = x { sink(w) } // HIT
    var s = "a"
    s += x
    sink(s) // HIT
    s = "b"
    sink(s)
    let known = x ?? "e"
    sink(known) // HIT
}
"#,
    );
}
