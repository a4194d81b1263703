//! Frames for languages with layout: a clause's head, the first line's indentation, brackets, the
//! start of a long string.

use portcullis_model::Span;

use super::{
    Frame, Scaffolds,
    balance::{Balance, balance},
};
use crate::rewrite::Rewrite;

/// The `nth` frame around `part` of a text.
pub(super) fn frame<'t>(scaffolds: &Scaffolds, nth: usize, text: &'t str, part: Span) -> Frame<'t> {
    let source = part.text(text);
    let Some(before) = before(scaffolds, nth, source) else {
        let last = FIXED + scaffolds.openers.len();
        return if nth < last { Frame::Useless } else { Frame::End };
    };
    Frame::Made(assemble(scaffolds, &before, source, part))
}

/// Number of frames that every language has.
const FIXED: usize = 3;

/// What the `nth` frame puts before the text, if that frame is of any use for it.
fn before(scaffolds: &Scaffolds, nth: usize, source: &str) -> Option<String> {
    let found = || balance(source, &scaffolds.lexicon);
    match nth {
        0 => {
            let lost = first_line_indentation(source);
            let first_line = source.lines().find(|line| !line.trim().is_empty()).unwrap_or("");
            let heads = heads(scaffolds, source, lost.unwrap_or_else(|| indentation(first_line)));
            let useful = !heads.is_empty() || lost.is_some() || !found().is_even();
            useful.then(|| heads + lost.unwrap_or(""))
        }
        1 => {
            let closers = found().closers;
            let openers = closers.iter().rev().map(|closer| opener(closer.bracket));
            (!closers.is_empty()).then(|| openers.collect())
        }
        2 => {
            let quotes = scaffolds.lexicon.long_quotes.iter();
            quotes.filter_map(|q| Some((source.find(q)?, *q))).min().map(|(_, q)| q.to_owned())
        }
        _ => {
            let (marker, opener) = *scaffolds.openers.get(nth.checked_sub(FIXED)?)?;
            source.contains(marker).then(|| opener.to_owned())
        }
    }
}

fn opener(closer: char) -> &'static str {
    match closer {
        ')' => "_(",
        ']' => "_[",
        _ => "_ = {",
    }
}

/// The indentation that the first line has lost, if it stands further left than what follows.
fn first_line_indentation(source: &str) -> Option<&str> {
    let (first, rest) = source.split_once('\n')?;
    if first.starts_with([' ', '\t']) || first.trim_end().ends_with(['(', '[', '{', ',']) {
        return None;
    }
    let indents = || rest.lines().filter(|line| !line.trim().is_empty()).map(indentation);
    let second = indents().next()?;
    let found = if first.trim_end().ends_with(':') {
        let outer = indents().filter(|indent| indent.len() < second.len());
        let step = second.len().min(if second.starts_with('\t') { 1 } else { 4 });
        outer.max_by_key(|indent| indent.len()).or_else(|| second.get(step..))?
    } else {
        second
    };
    (!found.is_empty()).then_some(found)
}

fn indentation(line: &str) -> &str {
    line.get(..line.len() - line.trim_start().len()).unwrap_or("")
}

/// The heads that clauses further and further left need, each with its clause's indentation.
fn heads(scaffolds: &Scaffolds, source: &str, first_line: &str) -> String {
    let mut heads = Vec::new();
    let mut least = usize::MAX;
    let lines = source.lines().filter(|line| !line.trim().is_empty());
    for (n, line) in lines.enumerate() {
        let indent = if n == 0 { first_line } else { indentation(line) };
        if indent.len() >= least {
            continue;
        }
        // A first line that has lost its indentation says nothing about the others.
        if n > 0 || !indent.is_empty() {
            least = indent.len();
        }
        let word = line.trim_start().split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        if let Some((_, head)) = scaffolds.heads.iter().find(|(clause, _)| *clause == word) {
            let body = if n == 0 { format!("{indent} pass\n") } else { String::new() };
            heads.push(format!("{indent}{head}\n{body}"));
        }
    }
    heads.into_iter().rev().collect()
}

fn assemble<'t>(scaffolds: &Scaffolds, before: &str, source: &str, part: Span) -> Rewrite<'t> {
    let mut rewrite = Rewrite::empty();
    rewrite.scaffold(before, part.start).keep(source, part.start);
    let whole = balance(rewrite.text(), &scaffolds.lexicon);
    rewrite.insert(whole.open_end.unwrap_or(""), part.end);
    rewrite.insert(&closing(&whole), part.end);
    rewrite
}

fn closing(whole: &Balance) -> String {
    let mut closing = String::new();
    if ",=+-*/%&|<.".contains(whole.last) && whole.open_end.is_none() {
        closing.push('_');
    }
    if whole.last == ':' && whole.openers.is_empty() {
        closing.push_str(" pass");
    }
    closing.extend(whole.openers.iter().rev().map(|opener| match opener.bracket {
        '(' => ')',
        '[' => ']',
        _ => '}',
    }));
    closing
}
