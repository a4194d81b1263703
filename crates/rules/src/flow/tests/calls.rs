//! Flow through functions, methods, constructors and closures of the file, in Python.

use super::check;

#[test]
fn results_depend_on_what_the_callee_does() {
    check(
        "python",
        r#"
def same(a):
    return a

def constant(a):
    return "x"

def chosen(a):
    if 1 > 2:
        return a
    return "x"

def second(a, b="b"):
    return b

def rest(*args):
    return args[1]

def make():
    return source()

def f():
    x = source()
    sink(same(x))  # HIT
    sink(constant(x))
    sink(chosen(x))
    sink(second(x))
    sink(second("a", x))  # HIT
    sink(second(b="a", a=x))
    sink(rest("a", x))  # HIT
    sink(rest(x, "a"))
    sink(make())  # HIT
    sink(same("a"))
"#,
    );
}

#[test]
fn sinks_inside_of_callees_are_hits() {
    check(
        "python",
        r#"
def query(sql):
    sink(sql)  # HIT

def deeper(a):
    query("select " + a)

def f():
    deeper(source())

def g(a):
    never(a)

def never(b):
    sink(b)
"#,
    );
}

#[test]
fn recursion_ends() {
    check(
        "python",
        r#"
def f(a, n):
    if n:
        return f(a, n - 1)
    return a

sink(f(source(), 3))  # HIT
sink(f("a", 3))

def even(n):
    return odd(n)

def odd(n):
    return even(n)

sink(even(source()))  # HIT
"#,
    );
}

#[test]
fn fields_go_from_method_to_method() {
    check(
        "python",
        r#"
class Box:
    kind = "plain"

    def __init__(self, value, other):
        self.value = value
        self.other = other

    def get(self):
        return self.value

    def get_other(self):
        return self.other

    def set(self, value):
        self.value = value

def f():
    b = Box(source(), "x")
    sink(b.get())  # HIT
    sink(b.value)  # HIT
    sink(b.get_other())
    sink(b.kind)
    b.set("y")
    sink(b.get())
    c = Box("x", "y")
    c.set(source())
    sink(c.value)  # HIT
    sink(c.other)

class Reader:
    def __init__(self):
        self.raw = source()
        self.safe = "a"

    def use(self):
        sink(self.raw)  # HIT
        sink(self.safe)

class Child(Box):
    def __init__(self):
        super().__init__(source(), "x")

    def go(self):
        sink(self.get())  # HIT
        sink(self.get_other())
"#,
    );
}

#[test]
fn static_methods_and_class_methods() {
    check(
        "python",
        r#"
class Tools:
    @staticmethod
    def same(a):
        return a

    @classmethod
    def drop(cls, a):
        return "x"

sink(Tools.same(source()))  # HIT
sink(Tools.drop(source()))
"#,
    );
}

#[test]
fn functions_are_values() {
    check(
        "python",
        r#"
def same(a):
    return a

def f():
    g = same
    sink(g(source()))  # HIT
    h = lambda a: "x"
    sink(h(source()))
    k = lambda a: a
    sink(k(source()))  # HIT
    def inner(a):
        return a + x
    x = source()
    sink(inner("a"))  # HIT
    table = {"a": same, "b": lambda a: "x"}
    sink(table["a"](source()))  # HIT
    sink(table["b"](source()))
"#,
    );
}

#[test]
fn globals_are_seen_by_functions() {
    check(
        "python",
        r#"
G = source()
H = "a"

def f():
    sink(G)  # HIT
    sink(H)
"#,
    );
}

#[test]
fn arguments_are_changed_by_callees() {
    check(
        "python",
        r#"
def fill(items, value):
    items.append(value)

def f():
    items = []
    fill(items, source())
    sink(items[0])  # HIT
    others = []
    fill(others, "x")
    sink(others[0])
"#,
    );
}
