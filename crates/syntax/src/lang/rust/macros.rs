//! Macro calls. The grammar leaves their arguments as a row of tokens; what looks like an
//! expression among them is read as one.

use crate::{Kind, Op, concrete::Concrete, lower::Writer};

/// Argument lists in argument lists that are read; deeper ones are rows of tokens.
const DEPTH_MAX: usize = 8;

/// `name!(...)`: the `!` is a part of the name.
pub(super) fn call(w: &mut Writer<'_>, node: Concrete<'_>) {
    let tree = node.child_of_kind("token_tree");
    w.open(Kind::Call, node);
    match node.field("macro") {
        Some(name) if name.hole().is_none() && name.is("identifier") => {
            w.leaf_span(Kind::Name, name.start(), name.end() + 1);
        }
        name => w.slot(name),
    }
    match tree {
        Some(tree) => arguments(w, tree, 0),
        None => w.empty(Kind::Args, node.end()),
    }
    w.close();
}

pub(super) fn arguments(w: &mut Writer<'_>, tree: Concrete<'_>, depth: usize) {
    let inside: Vec<Concrete<'_>> = tree.children().collect();
    let inside = inside.get(1..inside.len().saturating_sub(1)).unwrap_or(&[]);
    w.open(Kind::Args, tree);
    for argument in inside.split(|token| token.text() == "," || token.text() == ";") {
        expression(w, argument, depth);
    }
    w.close();
}

/// One argument: a chain of names, members and calls, or else its tokens.
fn expression(w: &mut Writer<'_>, tokens: &[Concrete<'_>], depth: usize) {
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return };
    match (first.text(), tokens.len()) {
        _ if first.hole().is_some() && tokens.len() == 1 => w.lower(*first),
        ("&" | "*", 2..) => {
            let op = if first.text() == "&" { Op::BitAnd } else { Op::Mul };
            w.open_span(Kind::Unary, op, first.start(), last.end());
            expression(w, tokens.get(1..).unwrap_or(&[]), depth);
            w.close();
        }
        (_, 3..) if tokens.get(1).is_some_and(|token| token.text() == "=") && is_name(*first) => {
            w.open_over(Kind::Keyword, *first, *last);
            w.lower(*first);
            value(w, tokens.get(2..).unwrap_or(&[]), depth);
            w.close();
        }
        _ => value(w, tokens, depth),
    }
}

fn value(w: &mut Writer<'_>, tokens: &[Concrete<'_>], depth: usize) {
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return w.absent() };
    match links(tokens).filter(|_| depth < DEPTH_MAX) {
        Some(links) => chain(w, *first, &links, depth),
        None => {
            w.open_other("token_tree", *first, *last);
            for token in tokens.iter().filter(|token| token.is_named()) {
                match token.kind() {
                    "token_tree" if depth < DEPTH_MAX => arguments(w, *token, depth + 1),
                    _ => leaf(w, *token),
                }
            }
            w.close();
        }
    }
}

/// A step from a value to a part of it.
#[derive(Clone, Copy)]
enum Link<'c> {
    Member(Concrete<'c>),
    Call(Concrete<'c>),
    Index(Concrete<'c>),
}

/// The steps after the first token, if that is all there is.
fn links<'c>(tokens: &[Concrete<'c>]) -> Option<Vec<Link<'c>>> {
    let (first, mut rest) = tokens.split_first()?;
    let starts = is_name(*first) || first.kind().ends_with("_literal");
    starts.then_some(())?;
    let mut found = Vec::new();
    while let Some((token, after)) = rest.split_first() {
        rest = after;
        match token.text() {
            "." | "::" => {
                let (name, after) = rest.split_first()?;
                (is_name(*name) || name.is("integer_literal")).then_some(())?;
                found.push(Link::Member(*name));
                rest = after;
            }
            "?" => {}
            text if token.is("token_tree") && text.starts_with('(') => {
                found.push(Link::Call(*token))
            }
            text if token.is("token_tree") && text.starts_with('[') => {
                found.push(Link::Index(*token));
            }
            _ => return None,
        }
    }
    Some(found)
}

fn is_name(token: Concrete<'_>) -> bool {
    matches!(token.kind(), "identifier" | "self" | "crate" | "super" | "primitive_type")
}

fn chain(w: &mut Writer<'_>, first: Concrete<'_>, links: &[Link<'_>], depth: usize) {
    for link in links.iter().rev() {
        match link {
            Link::Member(name) => w.open_over(Kind::Member, first, *name),
            Link::Call(tree) => w.open_over(Kind::Call, first, *tree),
            Link::Index(tree) => w.open_over(Kind::Index, first, *tree),
        }
    }
    leaf(w, first);
    for link in links {
        match link {
            Link::Member(name) => w.lower(*name),
            Link::Call(tree) => arguments(w, *tree, depth + 1),
            Link::Index(tree) => arguments(w, *tree, depth + 1),
        }
        w.close();
    }
}

/// A literal of a format may name variables.
fn leaf(w: &mut Writer<'_>, token: Concrete<'_>) {
    if token.is("string_literal") && token.hole().is_none() {
        w.open(Kind::String, token);
        w.string_pieces(token, named_value);
        w.close();
    } else {
        w.lower(token);
    }
}

/// `{name}` and `{name:...}`: from the brace to the end of the name.
fn named_value(text: &str) -> Option<(usize, usize)> {
    let mut from = 0;
    while let Some(at) = text.get(from..)?.find('{').map(|at| from + at) {
        let rest = text.get(at + 1..)?;
        let length =
            rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
        let starts = rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
        let ends = rest.get(length..).is_some_and(|rest| rest.starts_with(['}', ':']));
        if starts && ends {
            return Some((at, at + 1 + length));
        }
        from = at + 1 + usize::from(rest.starts_with('{'));
    }
    None
}
