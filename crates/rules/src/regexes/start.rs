//! Whether an expression matches at the start of a short text, without compiling it for long ones.
//!
//! `metavariable-regex` holds names and literals against lists of words, a handful of times in a
//! cold process. Compiling such an expression for a linear search takes longer than everything that
//! it is then used for, so that lists of words are compared as they are, and what is more than that
//! goes to an engine that is quick to compile and slow to run.

use super::{SOURCE_BYTES_MAX, translate};

/// Longest text, in bytes, for the slow engine.
pub(super) const TEXT_BYTES_MAX: usize = 256;

/// An expression, anchored at the start.
#[derive(Debug)]
pub(super) enum Start {
    /// One of the words; behind it the text ends, if `whole`.
    Words { words: Vec<String>, fold: bool, whole: bool },
    /// The second, unless the first: `(?!first)second`.
    Unless(Box<(Start, Start)>),
    /// Anything.
    Any,
    /// Something else.
    Small(regex_lite::Regex),
}

impl Start {
    /// `None` where only the full engines will do.
    pub(super) fn of(source: &str) -> Option<Self> {
        if source.len() > SOURCE_BYTES_MAX {
            return None;
        }
        let (flags, body) = flags(source);
        let body = body.strip_prefix('^').unwrap_or(body);
        match body.strip_prefix("(?!") {
            Some(ahead) => unless(flags, ahead),
            None => words(flags, body).or_else(|| small(flags, body)),
        }
    }

    /// Whether it matches at the start of the text.
    pub(super) fn matches(&self, text: &str) -> bool {
        match self {
            Self::Words { words, fold, whole } => words.iter().any(|word| {
                let fits = !whole || text.len() == word.len();
                let head = text.as_bytes().get(..word.len()).filter(|_| fits);
                head.is_some_and(|head| match fold {
                    true => head.eq_ignore_ascii_case(word.as_bytes()),
                    false => head == word.as_bytes(),
                })
            }),
            Self::Unless(both) => !both.0.matches(text) && both.1.matches(text),
            Self::Any => true,
            Self::Small(regex) => regex.is_match(text),
        }
    }
}

/// `(?is)` and what follows it.
fn flags(source: &str) -> (&str, &str) {
    let inner = source.strip_prefix("(?").and_then(|rest| rest.split_once(')'));
    let inner = inner.filter(|(flags, _)| flags.bytes().all(|flag| b"ims".contains(&flag)));
    match inner {
        Some((flags, body)) => (flags, body),
        None => ("", source),
    }
}

/// What follows `(?!`: two expressions.
fn unless(flags: &str, ahead: &str) -> Option<Start> {
    let (not, then) = cut(ahead)?;
    let with_flags = |body: &str| format!("(?{flags}){body}");
    let part = |body: &str| match (flags.is_empty(), top_level_bar(body)) {
        (_, true) => small(flags, body),
        (true, false) => Start::of(body),
        (false, false) => Start::of(&with_flags(body)),
    };
    if top_level_bar(then) {
        return None;
    }
    let then = if then.is_empty() { Start::Any } else { part(then)? };
    Some(Start::Unless(Box::new((part(not)?, then))))
}

/// `a|b|c)rest` at the parenthesis that closes it.
fn cut(text: &str) -> Option<(&str, &str)> {
    let byte = |at: &usize| text.as_bytes().get(*at);
    let (at, _) = outside(text).find(|(at, depth)| *depth == 0 && byte(at) == Some(&b')'))?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

fn top_level_bar(text: &str) -> bool {
    outside(text).any(|(at, depth)| depth == 0 && text.as_bytes().get(at) == Some(&b'|'))
}

/// The places outside of escapes and classes, each with the number of parentheses around it.
fn outside(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let (mut depth, mut class, mut escaped) = (0usize, false, false);
    text.bytes().enumerate().filter_map(move |(at, byte)| {
        let here = (!class && !escaped).then_some((at, depth));
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'[' if !class => class = true,
            b']' => class = false,
            b'(' if !class => depth += 1,
            b')' if !class => depth = depth.saturating_sub(1),
            _ => {}
        }
        here
    })
}

/// `word$`, `(one|other)$`, `word`.
fn words(flags: &str, body: &str) -> Option<Start> {
    let (body, whole) = match body.strip_suffix('$') {
        Some(body) if !body.ends_with('\\') => (body, true),
        _ => (body, false),
    };
    let group = body.strip_prefix("(?:").or_else(|| body.strip_prefix('('));
    let list = match group {
        Some(group) => group.strip_suffix(')').filter(|list| !list.ends_with('\\'))?,
        None => body,
    };
    if flags.contains('m') || (group.is_none() && list.contains('|')) {
        return None;
    }
    let words: Vec<String> = list.split('|').map(word).collect::<Option<_>>()?;
    Some(Start::Words { words, fold: flags.contains('i'), whole })
}

/// A text in which nothing is special.
fn word(text: &str) -> Option<String> {
    let mut word = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => word.push(chars.next().filter(char::is_ascii_punctuation)?),
            c if c.is_ascii_alphanumeric() || "_ -/:,;\"'=@%<>#!~`".contains(c) => word.push(c),
            _ => return None,
        }
    }
    Some(word)
}

fn small(flags: &str, body: &str) -> Option<Start> {
    let flags = if flags.is_empty() { String::new() } else { format!("(?{flags})") };
    let source = format!("{flags}^(?:{})", translate(body, false));
    // With `m` the `^` would be the start of any line.
    let first_line = !flags.contains('m');
    regex_lite::Regex::new(&source).ok().filter(|_| first_line).map(Start::Small)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regexes::{Lines, compile};

    const TEXTS: &[&str] = &[
        "", "md5", "MD5", "md4", "sha1", "xmd5", "md5x", "a.b", "axb", "md5\n", "log", "my.log",
        "a|b", "self", "selfish", "POST", "x.POST", "a(b)", "é", "1024", "safe_url", "(md5)",
    ];

    /// The quick way says the same as the full one.
    #[track_caller]
    fn check(source: &str) -> Start {
        let full = compile(source, Lines::One).unwrap();
        let start = Start::of(source).expect(source);
        for text in TEXTS {
            assert_eq!(Ok(start.matches(text)), full.matches_start(text), "{source} on {text:?}");
        }
        start
    }

    #[test]
    fn lists_of_words_are_compared() {
        for source in ["^(md5|sha1)$", "md5", "^md5$", "(?i)^(?:md5|log)$", "^a\\.b$", "^(log)"] {
            assert!(matches!(check(source), Start::Words { .. }), "{source}");
        }
    }

    #[test]
    fn what_must_not_follow_is_asked_first() {
        let sources = [
            "^(?!(self|cls)$)",
            "^(?!.*(safe|POST)).+$",
            "(?i)^(?!(.*\\.)?(post)$)",
            "(?!md5|log)",
        ];
        for source in sources {
            assert!(matches!(check(source), Start::Unless(_)), "{source}");
        }
    }

    #[test]
    fn the_rest_is_compiled_small() {
        for source in ["^md5|sha1$", "(?i)^(.*[._])?_*(log)$", "^\\d{1,5}$", "[(]md5[)]", "a|b"] {
            assert!(matches!(check(source), Start::Small(_)), "{source}");
        }
    }

    #[test]
    fn what_only_the_full_engines_know_is_left_to_them() {
        for source in ["(.)\\1", "a(?=b)", "(?m)^a", "^(?!a)b|c", "\\p{Greek}"] {
            assert!(Start::of(source).is_none(), "{source}");
        }
    }
}
