//! Flow inside a function, in Python.

use super::{Options, check, check_with};

#[test]
fn assignments_and_expressions_carry() {
    check(
        "python",
        r#"
def f(a, i):
    x = source()
    sink(x)  # HIT
    y = x
    y += "b"
    sink(y)  # HIT
    y = "b"
    sink(y)
    sink("a" + x + "c")  # HIT
    sink("%s" % x)  # HIT
    sink("{}".format(x))  # HIT
    sink(f"a{x}b")  # HIT
    sink(x.upper().strip())  # HIT
    sink(other(x))  # HIT
    sink(x[0])  # HIT
    sink(x[1:3])  # HIT
    sink(x.name)  # HIT
    sink(a[x])  # HIT
    sink(x if a else "b")  # HIT
    sink("a" if x else "b")
    sink(x == 1)  # HIT
    sink(not x)  # HIT
    sink(int(x))  # HIT
    sink(key=x)  # HIT
    sink(*x)  # HIT
    sink([x])  # HIT
    sink({"a": x})  # HIT
    sink([b for b in x])  # HIT
    sink([1 for b in x])
    sink((lambda: x))
    sink(source())  # HIT
    sink(a)
"#,
    );
}

#[test]
fn sanitizers_end_it() {
    check(
        "python",
        r#"
def f(a):
    x = source()
    sink(clean(x))
    sink(clean(sink(x)))
    y = clean(x)
    sink(y + "a")
    sink(y + x)  # HIT
    check(x)
    sink(x)
"#,
    );
}

#[test]
fn side_effects_work_on_the_variable() {
    check(
        "python",
        r#"
def f(q, r, s):
    taint(q)
    sink(q)  # HIT
    sink(q.a)  # HIT
    sink(r)
    o.carry(r, q)
    sink(r)  # HIT
    sink(s)
    check(q)
    sink(q)
"#,
    );
}

#[test]
fn branches_join_and_dead_ones_drop_out() {
    check(
        "python",
        r#"
def f(a):
    x = "a"
    if a:
        x = source()
    else:
        sink(x)
    sink(x)  # HIT
    y = source()
    if 7 * 6 > 40:
        y = "b"
    sink(y)
    z = source()
    n = 86
    if (7 * 42) - n > 200:
        z = "c"
    else:
        sink(z)
    sink(z)
    if False:
        sink(source())
    if a == 1:
        w = source()
    elif a == 2:
        w = "a"
    else:
        return
    sink(w)  # HIT
    return
    sink(w)
"#,
    );
}

#[test]
fn loops_reach_a_fixpoint() {
    check(
        "python",
        r#"
def f(items):
    a = b = c = "x"
    for i in items:
        sink(c)  # HIT
        c = b
        b = a
        a = source()
    while True:
        if c:
            d = source()
            break
        d = "a"
    sink(d)  # HIT
    for x in source():
        sink(x)  # HIT
    for x in items:
        e = source()
        if x:
            continue
        e = "a"
        sink(e)
    sink(e)  # HIT
"#,
    );
}

#[test]
fn handlers_see_any_point_of_the_body() {
    check(
        "python",
        r#"
def f():
    z = "a"
    try:
        z = source()
        other()
        z = "b"
        sink(z)
    except ValueError as e:
        sink(z)  # HIT
        sink(e)
    finally:
        sink(z)  # HIT
    with source() as h:
        sink(h)  # HIT
"#,
    );
}

#[test]
fn tuples_come_apart() {
    check(
        "python",
        r#"
def f(k):
    a, b = source(), "b"
    sink(a)  # HIT
    sink(b)
    c, (d, e) = "c", ("d", source())
    sink(c)
    sink(d)
    sink(e)  # HIT
    g, h = source()
    sink(h)  # HIT
    i, *j = ["i", source()]
    sink(i)
    sink(j)  # HIT
    a, b = b, a
    sink(a)
    sink(b)  # HIT
    if (m := source()):
        sink(m)  # HIT
"#,
    );
}

#[test]
fn collections_are_told_apart_by_constant_key() {
    check(
        "python",
        r#"
def f(k, j):
    d = {"a": source(), "b": "x"}
    sink(d["a"])  # HIT
    sink(d["b"])
    sink(d.get("b"))
    sink(d[k])  # HIT
    sink(d)  # HIT
    d["c"] = source()
    sink(d["c"])  # HIT
    d["c"] = "x"
    sink(d["c"])
    e = {}
    e[k] = source()
    sink(e[j])  # HIT
    sink(e["k"])  # HIT
    l = []
    l.append("safe")
    l.append(source())
    l.append("more")
    sink(l[0])
    sink(l[1])  # HIT
    sink(l[-1])
    l.pop(0)
    sink(l[0])  # HIT
    sink(l[1])
    sink(l)  # HIT
    for x in l:
        sink(x)  # HIT
    c = ConfigParser()
    c.set("s", "a", "x")
    c.set("s", "b", source())
    sink(c.get("s", "a"))
    sink(c.get("s", "b"))  # HIT
"#,
    );
}

#[test]
fn fields_are_told_apart() {
    check(
        "python",
        r#"
def f(o, p):
    o.a = source()
    sink(o.a)  # HIT
    sink(o.b)
    sink(o)  # HIT
    o.a = "x"
    sink(o.a)
    p.q.r = source()
    sink(p.q.r)  # HIT
    sink(p.q.s)
    x = source()
    x.y = "a"
    sink(x)  # HIT
    sink(x.y)
    sink(x.z)  # HIT
"#,
    );
}

#[test]
fn aliases_are_one_object() {
    check(
        "python",
        r#"
def f():
    a = []
    b = a
    b.append(source())
    sink(a[0])  # HIT
    c = [x for x in a]
    sink(c)  # HIT
"#,
    );
}

#[test]
fn parameters_may_be_sources() {
    check(
        "python",
        r#"
def f(tainted, other):
    sink(tainted)  # HIT
    sink(other)
    tainted = clean(tainted)
    sink(tainted)
"#,
    );
}

#[test]
fn match_binds_and_chooses() {
    check(
        "python",
        r#"
def f():
    guess = "ABC"[1]
    match guess:
        case "A":
            bar = source()
        case "B":
            bar = "bob"
        case "C" | "D":
            bar = source()
        case _:
            bar = "x"
    sink(bar)
    match source():
        case [a, b]:
            sink(a)  # HIT
        case c:
            sink(c)  # HIT
"#,
    );
}

#[test]
fn options_take_for_granted() {
    let code = r#"
def f(a):
    x = source()
    sink(other(x))
    sink(a[x])
    sink(x == 1)
    sink(x + "a")  # HIT
"#;
    let options = Options {
        assume_safe_functions: true,
        assume_safe_indexes: true,
        assume_safe_comparisons: true,
        ..Options::default()
    };
    check_with("python", code, options);
    let code = "x = source()\nsink(int(x))\nsink(not x)\nsink(x)  # HIT\n";
    let options =
        Options { assume_safe_numbers: true, assume_safe_booleans: true, ..Options::default() };
    check_with("python", code, options);
}

#[test]
fn fragments_are_walked_too() {
    check("python", "x = source()\nreturn x\nsink(x)  # HIT\n");
    check("python", "    sink(source())  # HIT\n");
}

#[test]
fn lambdas_and_nested_functions_see_what_is_around() {
    check(
        "python",
        r#"
def f(items):
    x = source()
    other(lambda y: sink(x))  # HIT
    other(lambda y: sink(y))
    x.map(lambda y: sink(y))  # HIT
    def inner():
        sink(x)  # HIT
    y = "a"
    def other_one():
        sink(y)
"#,
    );
}

#[test]
fn what_is_nested_or_not_declared_is_followed() {
    check(
        "python",
        r#"
x = [[[[[[source()]]]]]]
sink(x)  # HIT
sink({"a": {"b": {"c": [x, 1]}}})  # HIT
config.a.b = source()
sink(config.a.b)  # HIT
sink(config.a.c)
self.y = source()
sink(self.y)  # HIT
session["a"] = source()
sink(session["a"])  # HIT
sink(session["b"])
queue.append(source())
sink(queue)  # HIT
"#,
    );
}

#[test]
fn a_source_that_is_not_exact_holds_what_is_inside() {
    check("python", "sink(around(y))  # HIT\naround(sink(y))  # HIT\nsource(sink(y))\nsink(y)\n");
}
