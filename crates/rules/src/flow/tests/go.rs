//! What Go adds: several results, literals of structs, pointers, `range`, `switch`, `defer`.

use super::check;

#[test]
fn values_carry() {
    check(
        "go",
        r#"
func f(a string) {
    x := source()
    sink(x) // HIT
    sink(a)
    y, err := wrap(x)
    sink(y) // HIT
    b, c := "safe", x
    sink(b)
    sink(c) // HIT
    sink(fmt.Sprintf("%s", x)) // HIT
    sink("a" + x) // HIT
    sink(&T{Name: x}) // HIT
    sink(&T{Name: a})
    p := &x
    sink(*p) // HIT
    sink([]byte(x)) // HIT
    sink(x[1:]) // HIT
    for _, one := range []string{"a", x} {
        sink(one) // HIT
    }
    if z := source(); z != "" {
        sink(z) // HIT
    }
    switch v := x.(type) {
    case string:
        sink(v) // HIT
    }
    switch {
    case sink(x): // HIT
        use(a)
    }
    defer sink(x) // HIT
    go func() { sink(x) }() // HIT
    sink(clean(x))
}
"#,
    );
}

#[test]
fn calls_are_followed() {
    check(
        "go",
        r#"
func query(id string) string {
    return "SELECT " + id
}
func f() {
    sink(query(source())) // HIT
    sink(query("1"))
}
"#,
    );
}
