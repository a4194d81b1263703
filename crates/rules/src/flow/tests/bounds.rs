//! The work is bounded and nothing panics.

use portcullis_syntax::{Kind, Language, Tree, parse};
use proptest::prelude::{Just, Strategy, any, prop_oneof, proptest};

use super::super::{Mark, Spec, constants, taint_all};
use super::{Marks, Options, hits};

fn walk(tree: &Tree, language: &str) -> bool {
    hits(tree, language, Options::default()).1
}

/// A thread with a stack as small as any that the engine is run on.
fn on_small_stack(run: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(2 << 20).spawn(run).unwrap();
    thread.join().unwrap();
}

fn check_depth(language: &'static str, code: String, deep: bool) {
    on_small_stack(move || {
        let tree = parse(Language::by_name(language).unwrap(), &code).tree;
        assert_eq!(walk(&tree, language), deep, "{} bytes: {:.80}", code.len(), code);
    });
}

fn nest(before: &str, inner: &str, after: &str, levels: usize) -> String {
    format!("{}{inner}{}", before.repeat(levels), after.repeat(levels))
}

#[test]
fn deep_nesting_is_given_up_and_said() {
    for (before, inner, after) in [
        ("sink(", "source()", ")"),
        ("[", "source()", "]"),
        ("{'a': ", "source()", "}"),
        ("a if b else (", "source()", ")"),
        ("(lambda x: ", "source()", ")(y)"),
        ("f(lambda x: ", "sink(source())", ")"),
        ("not ", "source()", ""),
        ("a[", "source()", "]"),
    ] {
        check_depth("python", format!("sink({})\n", nest(before, inner, after, 300)), true);
        check_depth("python", format!("sink({})\n", nest(before, inner, after, 20)), false);
    }
    for (before, inner, after) in [
        ("f(function () { a; ", "sink(source());", " });"),
        ("{ { ", "sink(source());", " } }"),
        ("if (a) { ", "sink(source());", " }"),
        ("for (const a of b) { ", "sink(source());", " }"),
        ("try { ", "sink(source());", " } catch (e) { f(e); }"),
        ("switch (a) { case b: ", "sink(source());", " }"),
        ("class A { f() { ", "sink(source());", " } }"),
        ("new (class { constructor() { ", "sink(source());", " } })();"),
    ] {
        check_depth("javascript", nest(before, inner, after, 160), true);
        check_depth("javascript", nest(before, inner, after, 20), false);
    }
}

#[test]
fn long_chains_are_no_nesting() {
    check_depth("python", format!("x = source(){}\nsink(x)\n", " + 'a'".repeat(5000)), false);
    let arms = "elif a == 1:\n    sink(x)\n".repeat(3000);
    check_depth("python", format!("x = source()\nif a:\n    b\n{arms}"), false);
}

#[test]
fn many_rules_share_a_walk() {
    let tree = super::tree("python", "x = source()\nsink(x)\nsink(clean(x))\n");
    let marks = Marks::of(&tree);
    let nothing: &[Mark] = &[];
    let full = marks.spec(Options::default());
    let specs: Vec<Spec<'_>> =
        (0..300).map(|n| if n % 3 == 0 { Spec { sinks: nothing, ..full } } else { full }).collect();
    let (found, limit) = taint_all(&tree, &constants(&tree, "python"), &specs);
    assert!(!limit);
    let which: Vec<usize> = found.iter().map(|found| found.spec).collect();
    assert_eq!(which, (0..300).filter(|n| n % 3 != 0).collect::<Vec<_>>());
}

#[test]
fn work_grows_with_the_text() {
    let function = |n: usize| {
        format!(
            "def f{n}(a):\n  x = source()\n  for i in a:\n    if i:\n      x = g(x)\n  sink(x)\n"
        )
    };
    let code: String = (0..3000).map(function).collect();
    let tree = super::tree("python", &code);
    let (found, limit) = hits(&tree, "python", Options::default());
    assert_eq!((found.len(), limit), (3000, false));
}

#[test]
fn loops_in_loops_do_not_multiply() {
    let depth = 14;
    let mut code = "x = source()\n".to_owned();
    for level in 0..depth {
        code += &format!("{}for i{level} in a:\n", " ".repeat(level));
    }
    code += &format!("{}x = x + b\nsink(x)\n", " ".repeat(depth));
    let tree = super::tree("python", &code);
    let (found, limit) = hits(&tree, "python", Options::default());
    assert_eq!((found.len(), limit), (1, false));
}

#[test]
fn calls_in_calls_do_not_explode() {
    let mut code = "def f0(a):\n  return a\n".to_owned();
    for n in 1..60 {
        let calls = format!("f{}(a) + ", n - 1).repeat(12);
        code += &format!("def f{n}(a):\n  return {calls}a\n");
    }
    code += "sink(f59(source()))\n";
    let tree = super::tree("python", &code);
    let (found, _) = hits(&tree, "python", Options::default());
    assert_eq!(found.len(), 1);
}

/// Pieces that fragments are made of.
const PIECES: &[&str] = &[
    "x",
    "y",
    "source()",
    "sink(x)",
    "sink(y[0])",
    "clean(x)",
    "x = y",
    "y = source()",
    "x.append(y)",
    "if x:",
    "else:",
    "for x in y:",
    "while x:",
    "try:",
    "except E as x:",
    "def f(x, *y):",
    "class C:",
    "return x",
    "break",
    "continue",
    "lambda x: y",
    "x, y = y",
    "{'a': x}",
    "[x for x in y]",
    "x[y] = 1",
    "x.a.b = y",
    "f(x)(y)",
    "match x:",
    "case y:",
    "del x",
    "global x",
    "yield x",
    "x += y",
    "with x as y:",
    "\n",
    "\n  ",
    "\n    ",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ";",
    ",",
    "=>",
    "function",
    "switch (x) {",
    "case 1:",
    "new C(x)",
    "this.x",
    "`${x}`",
    "?",
    ":",
    "&&",
    "...x",
    "const {x} = y;",
    "\"a\"",
    "1",
    "-",
];

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => proptest::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => Just(" ".to_owned()),
    ]
}

proptest! {
    #[test]
    fn fragments_never_panic(pieces in proptest::collection::vec(piece(), 0..60), at in 0..3usize) {
        let language = ["python", "javascript", "java"][at];
        let code = pieces.join(" ");
        let Some(known) = Language::by_name(language) else { return Ok(()) };
        let tree = parse(known, &code).tree;
        let known = constants(&tree, language);
        let all: Vec<Mark> = tree.nodes().map(super::mark).collect();
        let names: Vec<Mark> =
            tree.nodes().filter(|node| node.kind() == Kind::Name).map(super::mark).collect();
        let spec = Spec { sources: &names, sinks: &all, ..Spec::default() };
        let _ = taint_all(&tree, &known, &[spec]);
        walk(&tree, language);
    }
}
