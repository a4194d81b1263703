//! Data flow read as data: code in which `source()`, `clean(...)` and `sink(...)` play their parts,
//! and comments that say what must be found.

mod bash;
mod bounds;
mod c;
mod calls;
mod csharp;
mod dockerfile;
mod folding;
mod go;
mod intraprocedural;
mod java;
mod javascript;
mod kotlin;
mod php;
mod ruby;
mod rust;
mod scala;
mod solidity;
mod swift;
mod traces;

use portcullis_model::LineIndex;
use portcullis_syntax::{Kind, Language, Node, Tree, parse};

use super::{Hit, Mark, Options, Propagator, SideEffect, Spec, constants, taint};

/// Parses code; a test's code must be readable.
fn tree(language: &str, code: &str) -> Tree {
    let parsed = parse(Language::by_name(language).unwrap(), code);
    assert_eq!(parsed.unread, [], "{code}");
    parsed.tree
}

/// What is called, by its last name.
fn callee<'t>(node: Node<'t>) -> Option<&'t str> {
    let callee = node.child(0).filter(|_| node.kind() == Kind::Call)?;
    match callee.kind() {
        Kind::Member => callee.child(1).map(Node::text),
        _ => Some(callee.text()),
    }
}

fn argument(node: Node<'_>) -> Option<Node<'_>> {
    node.child(1)?.child(0)
}

fn mark(node: Node<'_>) -> Mark {
    Mark::at(node.id())
}

/// Marks by name: `source`, `sink`, `clean`; `around(x)` is a source with all inside; `taint(x)`
/// and `check(x)` work on the variable `x`; a
/// parameter named `tainted` is a source; `carry(to, from)` propagates.
#[derive(Default)]
struct Marks {
    sources: Vec<Mark>,
    sinks: Vec<Mark>,
    sanitizers: Vec<Mark>,
    propagators: Vec<Propagator>,
}

impl Marks {
    fn of(tree: &Tree) -> Self {
        let mut marks = Self::default();
        for node in tree.nodes() {
            let aside = |node| Mark { by_side_effect: SideEffect::Yes, ..mark(node) };
            match callee(node) {
                Some("source") => marks.sources.push(mark(node)),
                Some("around") => marks.sources.push(Mark { exact: false, ..mark(node) }),
                Some("sink") => marks.sinks.push(mark(node)),
                Some("clean") => marks.sanitizers.push(Mark { exact: false, ..mark(node) }),
                Some("taint") => marks.sources.extend(argument(node).map(aside)),
                Some("check") => marks.sanitizers.extend(argument(node).map(aside)),
                Some("carry") => marks.propagators.extend(argument(node).map(|to| {
                    let from = node.child(1).unwrap().child(1).unwrap().id();
                    Propagator::between(from, to.id())
                })),
                _ => {}
            }
            if node.kind() == Kind::Param && node.child(2).is_some_and(|n| n.text() == "tainted") {
                marks.sources.push(mark(node.child(2).unwrap()));
            }
        }
        marks
    }

    fn spec(&self, options: Options) -> Spec<'_> {
        Spec {
            sources: &self.sources,
            sinks: &self.sinks,
            sanitizers: &self.sanitizers,
            propagators: &self.propagators,
            options,
            ..Spec::default()
        }
    }
}

fn hits(tree: &Tree, language: &str, options: Options) -> (Vec<(u32, Hit)>, bool) {
    let marks = Marks::of(tree);
    let (hits, limit) = taint(tree, &constants(tree, language), &marks.spec(options));
    let lines = LineIndex::new(tree.source());
    let line = |hit: &Hit| lines.line(tree.node(marks.sinks[hit.sink].node).span().start);
    (hits.into_iter().map(|hit| (line(&hit), hit)).collect(), limit)
}

/// Lines that carry a comment with this word.
fn lines_with(code: &str, word: &str) -> Vec<u32> {
    let lines = code.lines().zip(1..).filter(|(line, _)| line.contains(word));
    lines.map(|(_, number)| number).collect()
}

/// The lines of the hits are those that say `HIT`.
fn check(language: &str, code: &str) {
    check_with(language, code, Options::default());
}

fn check_with(language: &str, code: &str, options: Options) {
    let tree = tree(language, code);
    let (hits, limit) = hits(&tree, language, options);
    let mut found: Vec<u32> = hits.into_iter().map(|(line, _)| line).collect();
    found.sort_unstable();
    found.dedup();
    assert_eq!(found, lines_with(code, "HIT"), "{code}\n{}", tree.dump());
    assert!(!limit, "{code}");
}

/// `show(x)` with a comment `= 3` says what `x` is, `= ?` that it is not constant; a call on a line
/// with `DEAD` never runs, and every other call may.
fn check_constants(language: &str, code: &str) {
    let tree = tree(language, code);
    let constants = constants(&tree, language);
    let lines = LineIndex::new(code);
    for node in tree.nodes() {
        let Some("show") = callee(node) else { continue };
        let line = code.lines().nth(lines.line(node.span().start) as usize - 1).unwrap();
        assert_eq!(constants.is_dead(node.id()), line.contains("DEAD"), "{line}\n{code}");
        if let Some((_, expected)) = line.rsplit_once(" = ").filter(|_| !line.contains("DEAD")) {
            let value = argument(node).and_then(|argument| constants.value(argument.id()));
            let value = value.map_or("?".to_owned(), written);
            assert_eq!(value, expected.trim(), "{line}\n{code}\n{}", tree.dump());
        }
    }
    assert!(!constants.limit_hit(), "{code}");
}

fn written(constant: &super::Const) -> String {
    use super::Const::{Bool, Float, Int, Null, Str};
    match constant {
        Str(text) => format!("'{text}'"),
        Int(number) => number.to_string(),
        Float(number) => format!("{number:?}"),
        Bool(bit) => bit.to_string(),
        Null => "null".to_owned(),
    }
}
