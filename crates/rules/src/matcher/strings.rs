//! Strings: any, by regular expression, by content, and with values put into them.

use portcullis_syntax::{Kind, Node, Op};

use super::{Goal, Machine, Seq, bind::Value};
use crate::{rule::Leaf, subject};

/// Levels of expressions that are looked into for constant strings.
const STRING_DEPTH_MAX: usize = 8;

impl<'a> Machine<'a> {
    /// A string of the pattern; the target is a literal, or an expression with a constant value.
    pub(super) fn string(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        if self.subject.has_custom_strings() && prefix(p) != prefix(t) && is_custom(prefix(p)) {
            return false;
        }
        let mut parts = p.children();
        match (parts.next(), parts.next()) {
            (Some(only), None) => self.single(p, only, t),
            _ => self.in_parts(p, t),
        }
    }

    /// A string of one part.
    fn single(&mut self, p: Node<'a>, only: Node<'a>, t: Node<'a>) -> bool {
        let content = self.content(t);
        match (only.kind(), self.leaf(only.id())) {
            (Kind::Ellipsis, _) if is_template(p) => t.kind() == Kind::String && is_template(t),
            (Kind::Ellipsis, _) => content.is_some() || self.is_some_string(t, 0),
            (Kind::Metavar | Kind::EllipsisMetavar, _) => {
                content.is_some() && self.bind(only.id(), Value::Content(t.id()))
            }
            (_, Leaf::Regex(regex)) => {
                content.is_some_and(|content| self.context.finds(regex, content))
            }
            (Kind::StringText, _) => content.is_some_and(|content| content == only.text()),
            _ => self.in_parts(p, t),
        }
    }

    /// Whether an expression is one of several constant strings, or made of constant strings.
    /// Recursion is bounded by `depth`.
    fn is_some_string(&self, t: Node<'a>, depth: usize) -> bool {
        if depth > STRING_DEPTH_MAX || !self.context.options.constant_propagation {
            return false;
        }
        if self.subject.is_text(t.id()) {
            return true;
        }
        let is = |n: usize| {
            t.child(n).is_some_and(|part| {
                self.content(part).is_some() || self.is_some_string(part, depth + 1)
            })
        };
        match (t.kind(), t.op()) {
            (Kind::Conditional, _) => is(1) && is(2),
            (Kind::Binary, Op::Add | Op::Or) => is(0) && is(1),
            (Kind::Binary, Op::Mul) => is(0),
            (Kind::Binary, Op::And) => is(1),
            (Kind::Name, _) => {
                let value = self.subject.definitions().certain(self.subject, t);
                value.is_some_and(|value| {
                    value.kind() != Kind::Name && self.is_some_string(value, depth + 1)
                })
            }
            _ => false,
        }
    }

    fn content(&self, t: Node<'a>) -> Option<&'a str> {
        let constant = t.kind() == Kind::String || self.context.options.constant_propagation;
        constant.then(|| self.subject.content(t)).flatten()
    }

    /// Text and values one after the other.
    fn in_parts(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        if t.kind() != Kind::String {
            let inside = subject::content(p).map(|span| span.text(self.pattern.source()));
            return inside.is_some() && inside == self.content(t);
        }
        // In a shell, parts side by side are not the same as parts in quotes.
        if p.op() != t.op() {
            return false;
        }
        let (mine, theirs) = (Seq::children(p), Seq::children(t));
        self.push(Goal::List(mine, theirs));
        true
    }
}

/// A string that may have values in it: `f"..."` or one in backquotes.
fn is_template(string: Node<'_>) -> bool {
    let prefix = string.text().split(['"', '\'', '`']).next().unwrap_or("");
    string.text().starts_with('`') || string.text().starts_with("%x") || prefix.contains(['f', 'F'])
}

/// What stands before the quotes.
fn prefix(string: Node<'_>) -> &str {
    string.text().split('"').next().unwrap_or("")
}

/// Whether a prefix of Scala is none of the standard library's.
fn is_custom(prefix: &str) -> bool {
    !matches!(prefix, "" | "s" | "f" | "raw")
}
