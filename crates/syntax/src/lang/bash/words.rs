//! Words: text, and values put into it.

use crate::{
    Kind, Op,
    concrete::Concrete,
    hole::{self, Hole},
    lower::{Writer, op_of},
};

/// What puts a value into a word.
const VALUES: &[&str] = &[
    "simple_expansion",
    "expansion",
    "command_substitution",
    "process_substitution",
    "arithmetic_expansion",
];

/// A word without quotes.
pub(super) fn word(w: &mut Writer<'_>, node: Concrete<'_>) {
    between(w, node, node.start(), node.end(), Op::Add);
}

/// A word in single quotes.
pub(in crate::lang) fn quoted(w: &mut Writer<'_>, node: Concrete<'_>) {
    let (start, end) = inside(node);
    w.open(Kind::String, node);
    w.string_text(node, start, end);
    w.close();
}

/// A word in double quotes. One that is a placeholder as a whole stands for those with a value in
/// them: without one, the quotes say nothing, and a word matches it.
pub(super) fn string(w: &mut Writer<'_>, node: Concrete<'_>) {
    let (start, end) = inside(node);
    w.open(Kind::String, node);
    match node.pattern_text(start, end).and_then(hole::whole) {
        Some(hole @ (Hole::Ellipsis | Hole::EllipsisMetavar)) => any_values(w, hole, start, end),
        _ => pieces(w, node, start, end),
    }
    w.close();
}

fn any_values(w: &mut Writer<'_>, hole: Hole, start: u32, end: u32) {
    let named = hole == Hole::EllipsisMetavar;
    w.leaf_span(if named { Kind::EllipsisMetavar } else { Kind::Ellipsis }, start, end);
    w.open_span(Kind::Interpolation, Op::None, end, end);
    w.empty(Kind::Ellipsis, end);
    w.close();
    w.empty(Kind::Ellipsis, end);
}

/// Where the text inside the quotes starts and ends; `$'` and `$"` are quotes too.
fn inside(node: Concrete<'_>) -> (u32, u32) {
    let mark = 1 + u32::from(node.text().starts_with('$'));
    let start = (node.start() + mark).min(node.end());
    let closed = node.text().len() > 1 && node.text().ends_with(['"', '\'']);
    (start, (node.end() - u32::from(closed)).max(start))
}

/// Parts side by side. Text in quotes is text, but a quoted value is a string of its own.
pub(super) fn joined(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open_op(Kind::String, Op::Add, node);
    let mut at = node.start();
    for part in node.named() {
        text(w, node, at, part.start());
        let plain = || part.named().all(|inner| !VALUES.contains(&inner.kind()));
        match part.kind() {
            "raw_string" | "ansi_c_string" => {
                let (start, end) = inside(part);
                text(w, node, start, end);
            }
            "string" if plain() => {
                let (start, end) = inside(part);
                text(w, node, start, end);
            }
            _ if part.hole() == Some(Hole::Metavar) => metavariable(w, part.start(), part.end()),
            "word" | "number" => text(w, node, part.start(), part.end()),
            _ => value(w, part),
        }
        at = part.end();
    }
    text(w, node, at, node.end());
    w.close();
}

/// A value in a word; a quoted one stays a string.
fn value(w: &mut Writer<'_>, part: Concrete<'_>) {
    match part.kind() {
        "simple_expansion" | "expansion" | "string" => w.lower(part),
        _ => w.wrap(Kind::Interpolation, part, part),
    }
}

/// A string over a stretch of a node: `op` where it is in parts. A placeholder that is all of it is
/// no string.
pub(super) fn between(w: &mut Writer<'_>, node: Concrete<'_>, start: u32, end: u32, op: Op) {
    let original = node.pattern_text(start, end);
    if original.and_then(hole::whole).is_some() {
        return w.string_text(node, start, end);
    }
    let parts = original.is_some_and(|text| next_hole(text).is_some());
    let op = if parts { op } else { Op::None };
    w.open_span(Kind::String, op, start, end);
    text(w, node, start, end);
    w.close();
}

/// Text and values inside a node.
pub(in crate::lang) fn pieces(w: &mut Writer<'_>, node: Concrete<'_>, start: u32, end: u32) {
    let mut at = start;
    for part in node.named().filter(|part| VALUES.contains(&part.kind())) {
        text(w, node, at, part.start());
        value(w, part);
        at = part.end();
    }
    text(w, node, at, end);
}

/// Text, in a pattern with placeholders in it.
pub(super) fn text(w: &mut Writer<'_>, node: Concrete<'_>, start: u32, end: u32) {
    let mut at = start;
    while let Some(rest) = node.pattern_text(at, end)
        && let Some((from, hole, length)) = next_hole(rest)
    {
        let from = node.place_in_pattern(at, from);
        plain(w, at, from);
        at = from + length;
        match hole {
            Hole::Metavar => metavariable(w, from, at),
            Hole::EllipsisMetavar => w.leaf_span(Kind::EllipsisMetavar, from, at),
            _ => w.leaf_span(Kind::Ellipsis, from, at),
        }
    }
    plain(w, at, end);
}

fn plain(w: &mut Writer<'_>, start: u32, end: u32) {
    if start < end {
        w.leaf_span(Kind::StringText, start, end);
    }
}

/// Inside a word, a metavariable is a value put into it.
fn metavariable(w: &mut Writer<'_>, start: u32, end: u32) {
    w.open_span(Kind::Interpolation, Op::None, start, end);
    w.leaf_span(Kind::Metavar, start, end);
    w.close();
}

/// The first placeholder in a text: where it starts, what it is and how long it is.
fn next_hole(text: &str) -> Option<(u32, Hole, u32)> {
    let offset = |bytes: usize| u32::try_from(bytes).unwrap_or(u32::MAX);
    text.char_indices().find_map(|(at, _)| {
        let (hole, length) = hole::at_start(text.get(at..)?)?;
        Some((offset(at), hole, offset(length)))
    })
}

/// `$x`.
pub(super) fn variable(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Interpolation, node);
    w.slot(node.named().next());
    w.close();
}

/// `${x}` is `$x`; with more in the braces it is a node of its own in the same place.
pub(super) fn expansion(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Interpolation, node);
    let mut parts = node.children().filter(|part| !matches!(part.kind(), "${" | "}"));
    match (parts.next(), parts.next()) {
        (Some(only), None) if only.is_named() => w.lower(only),
        _ => w.other(node),
    }
    w.close();
}

/// `a[1]`; `a[@]` is all of it.
pub(super) fn element(w: &mut Writer<'_>, node: Concrete<'_>) {
    let (name, index) = (node.field("name"), node.field("index"));
    if index.is_some_and(|index| matches!(index.text(), "@" | "*")) {
        return w.slot(name);
    }
    w.open(Kind::Index, node);
    w.slot(name);
    w.slot(index);
    w.close();
}

/// `$(...)`, `` `...` ``, `<(...)`: one command is what it is, several are a block.
pub(super) fn output(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Other, node);
    match node.named().nth(1) {
        Some(_) => super::control::block(w, node),
        None => w.all(node),
    }
    w.close();
}

/// The text of a here-document.
pub(super) fn document(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::String, node);
    pieces(w, node, node.start(), node.end());
    w.close();
}

/// Operators of tests that are words (`-eq`) are kept as they are.
pub(super) fn comparison(w: &mut Writer<'_>, node: Concrete<'_>) {
    if node.child_of_kind("test_operator").is_some() {
        return w.other(node);
    }
    let kind = if node.is("binary_expression") { Kind::Binary } else { Kind::Unary };
    match op_of(kind, node) {
        Op::Other if kind == Kind::Binary => w.other(node),
        op => {
            w.open_op(kind, op, node);
            w.all(node);
            w.close();
        }
    }
}
