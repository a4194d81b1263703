//! What Scala adds: strings with values, methods without a dot, blocks as arguments.

use super::check;

#[test]
fn values_are_carried() {
    check(
        "scala",
        r#"
object A {
  def id(v: String): String = { v }
  def f() = {
    val x = source()
    sink(x) // HIT
    sink(s"a $x") // HIT
    sink("a" + x) // HIT
    sink("b")
    val (a, b) = ("c", source())
    sink(a)
    sink(b) // HIT
    val chosen = if (a == "c") { source() } else { "d" }
    sink(chosen) // HIT
    for (y <- x) { sink(y) } // HIT
    x match { case z => sink(z) } // HIT
    var s = "a"
    s += x
    sink(s) // HIT
  }
}
"#,
    );
}
