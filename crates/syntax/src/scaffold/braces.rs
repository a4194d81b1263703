//! Frames for languages with braces: brackets put back, a function, a class, a clause's head.

use portcullis_model::Span;

use super::{
    Braces, Frame, Scaffolds,
    balance::{Balance, Clause, Closer, balance},
};
use crate::rewrite::Rewrite;

/// The `nth` frame around `part` of a text.
pub(super) fn frame<'t>(
    scaffolds: &Scaffolds,
    braces: &Braces,
    nth: usize,
    text: &'t str,
    part: Span,
) -> Frame<'t> {
    let source = part.text(text);
    let found = balance(source, &scaffolds.lexicon);
    let inner = openers(&found.closers, braces, None);
    let Some(before) = before(scaffolds, braces, nth, source, &found, &inner) else {
        let last = FIXED + scaffolds.openers.len();
        return if nth < last { Frame::Useless } else { Frame::End };
    };
    Frame::Made(assemble(scaffolds, braces, &before.concat(), source, part, &found))
}

/// Number of frames that every language has.
const FIXED: usize = 5;

/// What the `nth` frame puts before the text, if that frame is of any use for it.
fn before<'s>(
    scaffolds: &'s Scaffolds,
    braces: &'s Braces,
    nth: usize,
    source: &str,
    found: &Balance,
    inner: &[&'s str],
) -> Option<Vec<&'s str>> {
    let (class, function) = (braces.class, braces.function);
    let blocks = inner.iter().take_while(|opener| **opener == "{").count();
    // The outermost blocks that the text closes may be those of a class and of a function.
    let after = |first: &[&'s str], skipped: usize| {
        Some(first.iter().copied().chain(inner.iter().copied().skip(skipped)).collect())
    };
    match nth {
        0 if !found.is_even() => after(&[], 0),
        1 => head(scaffolds, source, inner),
        2 => after(&[class, function], 0),
        3 if blocks > 0 => after(&[class, function], 1),
        3 => after(&[class], 0),
        4 if blocks > 1 => after(&[class, function], 2),
        4 if blocks > 0 => after(&[class], 1),
        nth => {
            let (marker, opener) = *scaffolds.openers.get(nth.checked_sub(FIXED)?)?;
            let dict = opener.ends_with('{') && found.ends_in_list;
            let inner =
                if dict { openers(&found.closers, braces, Some(DICT)) } else { inner.to_vec() };
            source.contains(marker).then(|| [opener].into_iter().chain(inner).collect())
        }
    }
}

/// The end of a list of pairs.
const DICT: Closer = Closer { bracket: '}', list: true };

/// Openers for these closers, outermost first; all stand in what `outermost` closes.
fn openers(closers: &[Closer], braces: &Braces, outermost: Option<Closer>) -> Vec<&'static str> {
    let outer = closers.iter().copied().skip(1).map(Some).chain([outermost]);
    let pairs: Vec<_> = closers.iter().zip(outer).collect();
    pairs.into_iter().rev().map(|(closer, outer)| opener(*closer, outer, braces)).collect()
}

/// The opener for a closer that stands in what `outer` closes.
fn opener(closer: Closer, outer: Option<Closer>, braces: &Braces) -> &'static str {
    let in_dict = outer.is_some_and(|outer| outer.bracket == '}' && outer.list);
    let in_list = outer.is_some_and(|outer| outer.bracket != '}');
    match (closer.bracket, closer.list) {
        (')', _) if in_dict => "_: _(",
        (')', _) => "_(",
        (']', _) if in_dict => "_: [",
        (']', _) => "_[",
        (_, true) if in_dict => "_: {",
        (_, true) if in_list => "{",
        (_, true) if !braces.lambda.is_empty() => "_ = {",
        (_, false) if in_dict => braces.pair,
        (_, false) if in_list => braces.lambda,
        _ => "{",
    }
}

/// The openers with a clause's head before the innermost block, if the text needs one.
fn head<'s>(scaffolds: &'s Scaffolds, source: &str, inner: &[&'s str]) -> Option<Vec<&'s str>> {
    let open = source.trim_start_matches(|c: char| c.is_whitespace() || c == '}');
    let starts = |word: &str| {
        let rest = open.strip_prefix(word);
        rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
    };
    let (_, head) = scaffolds.heads.iter().find(|(word, _)| starts(word))?;
    Some(inner.iter().copied().chain([*head]).collect())
}

fn assemble<'t>(
    scaffolds: &Scaffolds,
    braces: &Braces,
    before: &str,
    source: &str,
    part: Span,
    found: &Balance,
) -> Rewrite<'t> {
    let mut rewrite = Rewrite::empty();
    rewrite.scaffold(before, part.start);
    if found.in_comment {
        rewrite.scaffold("/*", part.start);
    }
    rewrite.keep(source, part.start).insert(found.open_end.unwrap_or(""), part.end);
    // A last line may end in a comment.
    rewrite.insert("\n", part.end);
    if ",=+-*/%&|<?.:(".contains(found.last) && found.open_end != Some("*/") {
        rewrite.insert(if found.last == '(' { "" } else { "_" }, part.end);
    }
    let whole = balance(rewrite.text(), &scaffolds.lexicon);
    let closing = closing(braces, &whole);
    rewrite.insert(&closing, part.end);
    rewrite
}

/// What closes the brackets that are open, statements and clauses completed.
fn closing(braces: &Braces, whole: &Balance) -> String {
    let mut closing = String::new();
    let innermost = whole.openers.last();
    if innermost.is_none_or(|opener| opener.bracket == '{') && !";{}".contains(whole.last) {
        closing.push_str(braces.end);
    }
    let outer = whole.openers.iter().rev().skip(1).map(Some).chain([None]);
    for (opener, outer) in whole.openers.iter().rev().zip(outer) {
        closing.push_str(match (opener.bracket, opener.clause) {
            ('(', _) => ")",
            ('[', _) => "]",
            (_, Clause::Finally) => "} finally {}",
            (_, Clause::While) => "} while (_);",
            _ => "}",
        });
        if opener.bracket != '{' && outer.is_none_or(|outer| outer.bracket == '{') {
            closing.push_str(braces.end);
        }
    }
    closing
}
