//! Instructions and their parts.

use crate::{Kind, Op, concrete::Concrete, hole, lang::bash, lower::Writer};

fn is_flag(part: &Concrete<'_>) -> bool {
    matches!(part.kind(), "param" | "mount_param")
}

/// An instruction with its flags around it and its parts below.
pub(super) fn instruction(w: &mut Writer<'_>, node: Concrete<'_>) {
    with_flags(w, node, |w| {
        w.open(Kind::Other, node);
        for part in node.children().filter(|part| !is_flag(part)) {
            if part.is_named() {
                w.lower(part);
            } else if part.is("NONE") {
                w.leaf(Kind::Token, part);
            }
        }
        w.close();
    });
}

fn with_flags(w: &mut Writer<'_>, node: Concrete<'_>, write: impl FnOnce(&mut Writer<'_>)) {
    let flags = node.named().filter(|part| is_flag(part) && !part.is_ellipsis());
    if flags.clone().next().is_none() {
        return write(w);
    }
    w.open(Kind::Amended, node);
    write(w);
    w.each(flags);
    w.close();
}

pub(super) fn from(w: &mut Writer<'_>, node: Concrete<'_>) {
    with_flags(w, node, |w| {
        w.open(Kind::Other, node);
        w.each(node.named().filter(|part| !is_flag(part)));
        w.close();
    });
}

/// `name:tag@digest`
pub(super) fn image(w: &mut Writer<'_>, node: Concrete<'_>) {
    let name = node.child_of_kind("image_name");
    let mut details = node.named().filter(|part| !part.is("image_name")).peekable();
    if details.peek().is_none() {
        return w.slot(name);
    }
    w.open(Kind::Amended, node);
    w.slot(name);
    for detail in details {
        w.open(Kind::Other, detail);
        between(w, detail, detail.start() + 1, detail.end());
        w.close();
    }
    w.close();
}

/// `USER name:group`
pub(super) fn user(w: &mut Writer<'_>, node: Concrete<'_>) {
    let group = node.field("group");
    if group.is_some() {
        w.open(Kind::Amended, node);
    }
    w.open(Kind::Other, node);
    w.slot(node.field("user"));
    w.close();
    if let Some(group) = group {
        w.lower(group);
        w.close();
    }
}

/// `ARG a b=1`
pub(super) fn arguments(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Other, node);
    for pair in node.named() {
        match (pair.field("name"), pair.field("default")) {
            _ if pair.is_ellipsis() || pair.is_error() => w.lower(pair),
            (Some(word), None) => {
                w.open(Kind::Other, pair);
                name(w, word);
                w.close();
            }
            (Some(word), Some(_)) => assign(w, pair, word, "default"),
            _ => w.lower(pair),
        }
    }
    w.close();
}

/// `a=1` of an `ENV`.
pub(super) fn assignment(w: &mut Writer<'_>, node: Concrete<'_>) {
    match node.field("name") {
        Some(word) => assign(w, node, word, "value"),
        None => w.other(node),
    }
}

fn assign(w: &mut Writer<'_>, node: Concrete<'_>, word: Concrete<'_>, field: &str) {
    w.open_op(Kind::Assign, Op::Assign, node);
    name(w, word);
    joined(w, node, field);
    w.close();
}

fn name(w: &mut Writer<'_>, word: Concrete<'_>) {
    match word.hole() {
        Some(_) => w.lower(word),
        None => w.leaf(Kind::Name, word),
    }
}

/// Each pair of a `LABEL` as an instruction.
pub(super) fn labels(w: &mut Writer<'_>, node: Concrete<'_>) {
    let alone = node.named().nth(1).is_none();
    for pair in node.named() {
        let whole = if alone { node } else { pair };
        w.open_other("label_instruction", whole, whole);
        w.lower(pair);
        w.close();
    }
}

pub(super) fn pair(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Pair, node);
    w.slot(node.field("key"));
    joined(w, node, "value");
    w.close();
}

/// A value in one piece, or pieces without space between them.
fn joined(w: &mut Writer<'_>, node: Concrete<'_>, field: &str) {
    let parts = node.fields(field);
    match (parts.clone().next(), parts.clone().last()) {
        (Some(first), Some(last)) if first.id != last.id => {
            w.open_over(Kind::String, first, last);
            for part in parts {
                let (start, end) = unquoted(part);
                bash::pieces(w, part, start, end);
            }
            w.close();
        }
        (Some(only), _) => w.lower(only),
        _ => w.empty(Kind::String, node.end()),
    }
}

/// An instruction whose value is the rest of its line.
pub(super) fn rest_of_line(w: &mut Writer<'_>, node: Concrete<'_>) {
    let text = node.text();
    let word = text.find(char::is_whitespace).unwrap_or(text.len());
    let space = text.get(word..).map_or(0, |rest| rest.len() - rest.trim_start().len());
    let start = node.start() + u32::try_from(word + space).unwrap_or(0);
    w.open(Kind::Other, node);
    match node.child_of_kind("double_quoted_string") {
        Some(string) => w.lower(string),
        None => between(w, node, start, node.end()),
    }
    w.close();
}

/// `--name=value`
pub(super) fn flag(w: &mut Writer<'_>, node: Concrete<'_>) {
    let offset = |bytes: usize| u32::try_from(bytes).unwrap_or(u32::MAX);
    let start = (node.start() + 2).min(node.end());
    let sign = node.text().find('=').map_or(node.end(), |at| node.start() + offset(at));
    w.open(Kind::Keyword, node);
    w.leaf_span(Kind::Name, start, sign.max(start));
    if sign < node.end() {
        between(w, node, sign + 1, node.end());
    } else {
        w.absent();
    }
    w.close();
}

/// A value without quotes.
pub(super) fn value(w: &mut Writer<'_>, node: Concrete<'_>) {
    between(w, node, node.start(), node.end());
}

/// A value in double quotes.
pub(super) fn string(w: &mut Writer<'_>, node: Concrete<'_>) {
    let (start, end) = unquoted(node);
    w.open(Kind::String, node);
    if node.pattern_text(start, end).and_then(hole::whole).is_some() {
        w.string_text(node, start, end);
    } else {
        bash::pieces(w, node, start, end);
    }
    w.close();
}

fn unquoted(node: Concrete<'_>) -> (u32, u32) {
    let inside = match node.kind() {
        "double_quoted_string" | "json_string" => node.inside("\""),
        "single_quoted_string" => node.inside("'"),
        _ => node.inside(""),
    };
    (inside.start, inside.end)
}

/// A stretch of text with values in it. A placeholder that is all of it is no string.
fn between(w: &mut Writer<'_>, node: Concrete<'_>, start: u32, end: u32) {
    if node.pattern_text(start, end).and_then(hole::whole).is_some() {
        return w.string_text(node, start, end);
    }
    w.open_span(Kind::String, Op::None, start, end);
    bash::pieces(w, node, start, end);
    w.close();
}

/// `$x`, `${x}`; with more in the braces it is a node of its own in the same place.
pub(super) fn expansion(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Interpolation, node);
    let mut parts = node.named();
    match (parts.next(), parts.next()) {
        (Some(only), None) => w.lower(only),
        _ => w.other(node),
    }
    w.close();
}

/// `:-value` of `${x:-value}`.
pub(super) fn modifier(w: &mut Writer<'_>, node: Concrete<'_>) {
    let Some(sign) = node.child_of_kind("expansion_operator") else { return w.other(node) };
    w.open(Kind::Other, node);
    w.leaf(Kind::Token, sign);
    between(w, node, sign.end(), node.end());
    w.close();
}

/// What a shell runs.
pub(super) fn shell(w: &mut Writer<'_>, node: Concrete<'_>) {
    let Some(script) = node.child_of_kind("program") else { return };
    w.open_span(Kind::Block, Op::None, node.start(), node.end().max(script.end()));
    bash::script(w, script);
    w.close();
}

/// A document: a script where the instruction runs it, else text.
pub(super) fn document(w: &mut Writer<'_>, node: Concrete<'_>) {
    let Some(content) = node.child_of_kind("heredoc_content") else { return };
    match content.child_of_kind("program") {
        Some(script) => {
            w.open(Kind::Block, content);
            bash::script(w, script);
            w.close();
        }
        None => {
            w.open(Kind::String, content);
            w.leaf_span(Kind::StringText, content.start(), content.end());
            w.close();
        }
    }
}
