//! Constants and dead branches.

use super::check_constants;

#[test]
fn expressions_fold() {
    check_constants(
        "python",
        r#"
A = "md" + "5"
def f(p):
    show(A)  # = 'md5'
    x = 3
    show(x * 2 + 1)  # = 7
    show(f"a{x}b")  # = 'a3b'
    show("%s" % p)  # = ?
    show("{}-{}".format("a", 1))  # = 'a-1'
    show("ABC"[1])  # = 'B'
    show("ABC"[:-1])  # = 'AB'
    show(len("abc"))  # = 3
    show(x > 2 and x < 5)  # = true
    show("a" if x == 3 else "b")  # = 'a'
    show("a" if p else "b")  # = ?
    show(p)  # = ?
    show(x == "a")  # = ?
    show("b" in ["a", "b"])  # = true
    show("abc".upper())  # = 'ABC'
    x += 1
    show(x)  # = 4
    show([1, 2, 3][1])  # = 2
    show({"a": 5}["a"])  # = 5
"#,
    );
}

#[test]
fn variables_follow_the_flow() {
    check_constants(
        "python",
        r#"
def f(p):
    x = 1
    if p:
        x = 2
    show(x)  # = ?
    if p:
        x = 3
    else:
        x = 3
    show(x)  # = 3
    n = 0
    while n < 10:
        show(n)  # = ?
        n += 1
    show(n)  # = ?
    for i in p:
        y = 5
        show(y)  # = 5
    try:
        z = 1
        other()
        z = 2
    except E:
        show(z)  # = ?
    show(z)  # = ?
"#,
    );
}

#[test]
fn captured_and_shared_variables_are_not_trusted() {
    check_constants(
        "python",
        r#"
LIMIT = 10
mode = "a"

def change():
    global mode
    mode = "b"

def f():
    show(LIMIT)  # = 10
    show(mode)  # = ?
    x = 1
    def inner():
        nonlocal x
        x = 2
    inner()
    show(x)  # = ?
    y = 1
    g = lambda: show(y)  # = ?
    y = 2
    show(y)  # = 2
"#,
    );
}

#[test]
fn dead_branches_are_known() {
    check_constants(
        "python",
        r#"
DEBUG = False
def f(p):
    if DEBUG:
        show(1)  # DEAD
    else:
        show(1)  # = 1
    x = 0
    for i in p:
        if x > 5:
            show(2)  # = 2
        x += 1
    while False:
        show(3)  # DEAD
    a = (
        show(4)  # DEAD
        if 1 > 2 else
        show(5)  # = 5
    )
    return
    show(6)  # DEAD
"#,
    );
}

#[test]
fn fields_of_a_class() {
    check_constants(
        "python",
        r#"
class Settings:
    size = 1024
    mode = "a"

    def __init__(self):
        self.kind = "k"

    def f(self):
        show(self.size)  # = 1024
        show(Settings.size)  # = 1024
        show(self.mode)  # = ?
        show(self.kind)  # = 'k'

    def g(self):
        self.mode = "b"
"#,
    );
}

#[test]
fn calls_of_small_functions_fold() {
    check_constants(
        "python",
        r#"
def size():
    return 1024

def twice(n):
    return n * 2

show(size())  # = 1024
show(twice(4))  # = 8
show(twice(p))  # = ?
"#,
    );
}
