//! What Ruby adds: interpolation, modifiers, the last value as the result.

use super::check;

#[test]
fn values_are_carried() {
    check(
        "ruby",
        r#"
def f(a)
  x = source()
  sink("a #{x} b") # HIT
  y = "a" + x
  sink(y) # HIT
  y = "b"
  sink(y)
  z = a ? x : "c"
  sink(z) # HIT
  sink(x) if a # HIT
  h = { "a" => x, "b" => "y" }
  sink(h["a"]) # HIT
  sink(h["b"])
  sink(g(source())) # HIT
end

def g(v)
  v
end
"#,
    );
}
