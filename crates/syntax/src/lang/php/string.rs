//! PHP's strings with values in them, and commands in backquotes.

use crate::{Kind, Op, concrete::Concrete, lower::Writer};

/// `"..."`, a heredoc or a nowdoc.
pub(super) fn string(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::String, node);
    let body = node.field("value");
    match body {
        Some(body) => parts(w, body),
        None if node.is("encapsed_string") => parts(w, node),
        None => {}
    }
    w.close();
}

/// A command in backquotes is a call of the backquote.
pub(super) fn command(w: &mut Writer<'_>, node: Concrete<'_>) {
    let Some(quote) = node.children().next() else { return w.other(node) };
    w.open(Kind::Call, node);
    w.leaf(Kind::Token, quote);
    w.open(Kind::Args, node);
    w.open_span(Kind::String, Op::None, node.start(), node.end());
    parts(w, node);
    w.close();
    w.close();
    w.close();
}

/// Text and values in turn; a placeholder stands for itself.
fn parts(w: &mut Writer<'_>, node: Concrete<'_>) {
    let mut text: Option<(u32, u32)> = None;
    for part in node.named() {
        let is_text = matches!(part.kind(), "string_content" | "escape_sequence" | "nowdoc_string");
        if is_text && part.hole().is_none() {
            text = Some((text.map_or(part.start(), |(start, _)| start), part.end()));
            continue;
        }
        flush(w, text.take());
        if part.hole().is_some() {
            w.lower(part);
        } else {
            w.wrap(Kind::Interpolation, part, part);
        }
    }
    flush(w, text);
}

fn flush(w: &mut Writer<'_>, text: Option<(u32, u32)>) {
    if let Some((start, end)) = text {
        w.leaf_span(Kind::StringText, start, end);
    }
}
