//! A tree as text, for tests and for people who write rules.

use std::fmt::Write as _;

use crate::{Kind, Node, Op, Tree};

/// Widest line before a node's children get lines of their own.
const WIDTH: usize = 90;

impl Tree {
    /// The tree as an s-expression: kinds with operators, and the text of leaves. `-` is an empty
    /// slot. What fits on a line stands on one; children are indented otherwise.
    ///
    /// ```
    /// use portcullis_syntax::{Language, parse};
    ///
    /// let parsed = parse(Language::by_name("python").unwrap(), "f(x + 1)");
    /// let dump = parsed.tree.dump();
    /// assert_eq!(dump, "(Root (ExprStmt (Call Name:f (Args (Binary.Add Name:x Int:1)))))\n");
    /// ```
    #[must_use]
    pub fn dump(&self) -> String {
        let mut text = String::new();
        dump(self.root(), 0, &mut text);
        text
    }
}

fn dump(node: Node<'_>, depth: usize, out: &mut String) {
    let indent = depth * 2;
    let before = out.len();
    let _ = write!(out, "{:indent$}", "");
    if line(node, out, before + WIDTH) {
        out.push('\n');
        return;
    }
    out.truncate(before + indent);
    out.push('(');
    label(node, out);
    out.push('\n');
    for child in node.children() {
        dump(child, depth + 1, out);
    }
    out.truncate(out.trim_end().len());
    out.push_str(")\n");
}

/// Writes a node on one line; `false` as soon as the text is longer than `limit`.
fn line(node: Node<'_>, out: &mut String, limit: usize) -> bool {
    if out.len() > limit {
        return false;
    }
    if let Some(text) = leaf(node) {
        out.push_str(&text);
        return out.len() <= limit;
    }
    out.push('(');
    label(node, out);
    for child in node.children() {
        out.push(' ');
        if !line(child, out, limit) {
            return false;
        }
    }
    out.push(')');
    out.len() <= limit
}

fn leaf(node: Node<'_>) -> Option<String> {
    use Kind::{
        Absent, Bool, Ellipsis, EllipsisMetavar, Float, Int, Metavar, Name, Null, Regex,
        StringText, Token,
    };
    match node.kind() {
        Absent => Some("-".to_owned()),
        Name | Int | Float | Bool | Null | StringText | Regex | Token | Ellipsis | Metavar
        | EllipsisMetavar => Some(format!("{:?}:{}", node.kind(), quoted(node.text()))),
        _ => None,
    }
}

/// The text as it is where it is plain, else as a Rust string literal.
fn quoted(text: &str) -> String {
    let plain =
        !text.is_empty() && !text.contains(|c: char| c.is_whitespace() || "()\"".contains(c));
    if plain { text.to_owned() } else { format!("{text:?}") }
}

fn label(node: Node<'_>, out: &mut String) {
    let _ = match node.op() {
        Op::None | Op::Assign => write!(out, "{:?}", node.kind()),
        op => write!(out, "{:?}.{op:?}", node.kind()),
    };
}
