//! Code cells of a Jupyter notebook: one text in the language of the kernel, and what a cell hands
//! to a shell.

use portcullis_syntax::{Kind, Language, Node, Tree};

use super::{Part, language};

/// The cells of a notebook, which is JSON.
pub(super) fn parts(tree: &Tree) -> Vec<Part> {
    let Some(notebook) = tree.nodes().find(|node| node.kind() == Kind::Dict) else {
        return Vec::new();
    };
    let kernel = kernel(notebook).or_else(|| language("python"));
    let (Some(kernel), Some(bash)) = (kernel, language("bash")) else { return Vec::new() };
    let (mut code, mut shell) = (Part::new(kernel), Part::new(bash));
    code.literal = false;
    shell.literal = false;
    let cells = entry(notebook, "cells").into_iter().flat_map(|cells| cells.children());
    for cell in cells.filter(|cell| is(*cell, "cell_type", "code")) {
        let Some(source) = entry(cell, "source") else { continue };
        cell_text(source, &mut code, &mut shell);
    }
    vec![code, shell]
}

fn kernel(notebook: Node<'_>) -> Option<&'static Language> {
    let metadata = entry(notebook, "metadata")?;
    let spec = entry(metadata, "kernelspec").and_then(|spec| entry(spec, "language"));
    let info = || entry(metadata, "language_info").and_then(|info| entry(info, "name"));
    language(&content(spec.or_else(info)?)?.0.to_ascii_lowercase())
}

/// A cell's lines: a string, or a list of strings. Lines of a shell start with `!`; a whole cell is
/// one's if it starts with `%%bash`. Other `%` lines are for the notebook itself.
fn cell_text(source: Node<'_>, code: &mut Part, shell: &mut Part) {
    let strings: Vec<Node<'_>> = match source.kind() {
        Kind::List => source.children().collect(),
        _ => vec![source],
    };
    let lines = strings.iter().filter_map(|line| content(*line));
    let mut whole_shell = None;
    for (line, at) in lines.flat_map(|(text, start)| split(text, start)) {
        let first = line.trim_start();
        let starts_shell = first.starts_with("%%bash") || first.starts_with("%%sh");
        let in_shell = *whole_shell.get_or_insert(starts_shell);
        let mark = line.len() - first.len();
        match first.chars().next() {
            Some('%') => continue,
            Some('!') => unescape(line.get(mark + 1..).unwrap_or(""), at + mark + 1, shell),
            _ if in_shell => unescape(line, at, shell),
            _ => unescape(line, at, code),
        }
    }
    for part in [code, shell] {
        let end = part.pieces.last().map_or(0, |(from, origin)| {
            (*origin as usize).saturating_add(part.text.len().saturating_sub(*from as usize))
        });
        part.push("\n", end);
    }
}

/// The lines of a JSON string, escapes and all, with their places.
fn split(text: &str, start: usize) -> Vec<(&str, usize)> {
    let mut lines = Vec::new();
    let mut from = 0;
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let step = if bytes.get(at) == Some(&b'\\') { 2 } else { 1 };
        at += step;
        if text.get(at.saturating_sub(step)..at) == Some("\\n") {
            lines.extend(text.get(from..at).map(|line| (line, start + from)));
            from = at;
        }
    }
    lines.extend(text.get(from..).filter(|rest| !rest.is_empty()).map(|line| (line, start + from)));
    lines
}

/// Adds what a piece of a JSON string says, a piece of the part for each escape.
fn unescape(mut text: &str, mut at: usize, part: &mut Part) {
    while let Some(escape) = text.find('\\') {
        let (plain, rest) = text.split_at(escape);
        part.push(plain, at);
        let (said, length) = escaped(rest);
        part.push(said.encode_utf8(&mut [0; 4]), at + escape);
        at += escape + length;
        text = rest.get(length..).unwrap_or("");
    }
    part.push(text, at);
}

/// What an escape says, and its length. Halves of a pair are told as a mark of what is no text.
fn escaped(text: &str) -> (char, usize) {
    let code = text.get(2..6).and_then(|digits| u32::from_str_radix(digits, 16).ok());
    match (text.chars().nth(1), code) {
        (Some('u'), Some(code)) => (char::from_u32(code).unwrap_or('\u{fffd}'), 6),
        (Some('n'), _) => ('\n', 2),
        (Some('t'), _) => ('\t', 2),
        (Some('r'), _) => ('\r', 2),
        (Some('b' | 'f'), _) => (' ', 2),
        (Some(other), _) => (other, 1 + other.len_utf8()),
        (None, _) => ('\\', 1),
    }
}

/// The value of a key.
fn entry<'t>(dict: Node<'t>, key: &str) -> Option<Node<'t>> {
    let mut pairs = dict.children().filter(|pair| pair.kind() == Kind::Pair);
    let named = |pair: &Node<'t>| pair.child(0).and_then(content).is_some_and(|(k, _)| k == key);
    pairs.find(named)?.child(1)
}

fn is(dict: Node<'_>, key: &str, value: &str) -> bool {
    entry(dict, key).and_then(content).is_some_and(|(text, _)| text == value)
}

/// What stands between the quotes of a string, and where.
fn content(node: Node<'_>) -> Option<(&str, usize)> {
    let text = node.child(0).filter(|text| text.kind() == Kind::StringText)?;
    Some((text.text(), text.span().start as usize))
}
