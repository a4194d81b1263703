//! Frames for markup: elements whose start or end was cut off, and a root for several of them.

use portcullis_model::Span;

use super::Frame;
use crate::rewrite::Rewrite;

/// The `nth` frame around `part` of a text: the lost tags, and the same in a root.
pub(super) fn frame<'t>(nth: usize, text: &'t str, part: Span) -> Frame<'t> {
    let source = part.text(text);
    let lost = lost(source);
    let root = match nth {
        0 if lost.starts.is_empty() && lost.ends.is_empty() => return Frame::Useless,
        0 => "",
        1 => ROOT,
        _ => return Frame::End,
    };
    let opened = lost.starts.iter().rev().map(String::as_str);
    let names: Vec<&str> = [root].into_iter().filter(|name| !name.is_empty()).collect();
    let before: String = names.iter().copied().chain(opened).map(|n| format!("<{n}>")).collect();
    let closed = lost.ends.iter().rev().map(String::as_str);
    let after: String = closed.chain(names).map(|name| format!("</{name}>")).collect();
    let mut rewrite = Rewrite::empty();
    rewrite.scaffold(&before, part.start).keep(source, part.start).insert(&after, part.end);
    Frame::Made(rewrite)
}

/// The element around a text that has several.
const ROOT: &str = "x";
/// Most tags that are put back.
const TAGS_MAX: usize = 200;
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

/// Whether an element of this name has neither content nor an end in HTML.
pub(crate) fn is_void(name: &str) -> bool {
    VOID.iter().any(|void| void.eq_ignore_ascii_case(name))
}

/// Names of elements that lack their start or their end, in the order of their places.
#[derive(Debug, Default, PartialEq)]
struct Lost {
    starts: Vec<String>,
    ends: Vec<String>,
}

fn lost(source: &str) -> Lost {
    let mut lost = Lost::default();
    for (at, _) in source.match_indices('<') {
        let tag = source.get(at + 1..).unwrap_or("");
        match tag.strip_prefix('/') {
            Some(tag) => lost.end(name(tag)),
            None if is_closed(tag) => {}
            None => lost.start(name(tag)),
        }
        if lost.starts.len() + lost.ends.len() > TAGS_MAX {
            return Lost::default();
        }
    }
    lost
}

impl Lost {
    fn start(&mut self, name: &str) {
        if !name.is_empty() && !is_void(name) {
            self.ends.push(name.to_owned());
        }
    }

    /// What was left open inside is taken for closed, as HTML has it.
    fn end(&mut self, name: &str) {
        match self.ends.iter().rposition(|open| open.eq_ignore_ascii_case(name)) {
            Some(at) => self.ends.truncate(at),
            None if !name.is_empty() => self.starts.push(name.to_owned()),
            None => {}
        }
    }
}

/// The name at the start of a tag; empty for what is none.
fn name(tag: &str) -> &str {
    let part = |c: char| c.is_alphanumeric() || "-:._".contains(c);
    let name = tag.get(..tag.find(|c| !part(c)).unwrap_or(tag.len())).unwrap_or("");
    if name.starts_with(char::is_alphabetic) { name } else { "" }
}

/// Whether a tag closes itself.
fn is_closed(tag: &str) -> bool {
    tag.find('>').is_some_and(|end| tag.get(..end).is_some_and(|tag| tag.ends_with('/')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_that_a_cut_has_lost() {
        let check = |text: &str, starts: &[&str], ends: &[&str]| {
            let found = lost(text);
            assert_eq!((found.starts, found.ends), (owned(starts), owned(ends)), "{text}");
        };
        check("<a><b/></a>", &[], &[]);
        check("x</li></UL><p>", &["li", "UL"], &["p"]);
        check("<ul><li>a<br><li>b</ul>", &[], &[]);
        check("a < b <!-- c --> </", &[], &[]);
    }

    fn owned(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }
}
