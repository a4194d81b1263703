//! Regular expressions of `sed` and `perl` as those of the `regex` crate, which run in linear time.
//! What has no counterpart there (references back into the match) is not translated.

use regex::{Regex, RegexBuilder};

/// Largest compiled pattern, in bytes.
const SIZE_MAX: usize = 1 << 20;

/// No result grows beyond this many bytes.
const RESULT_MAX: usize = 8 << 20;

/// Whose regular expressions they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    /// POSIX basic: `\(`, `\{`, `\+` are signs, `(`, `{`, `+` are text.
    Basic,
    /// POSIX extended.
    Extended,
    /// Perl.
    Perl,
}

/// The pattern, compiled; `None` where it cannot be told what it means.
pub(super) fn compile(
    pattern: &str,
    dialect: Dialect,
    ignore_case: bool,
    many_lines: bool,
) -> Option<Regex> {
    let text = match dialect {
        Dialect::Basic => basic(pattern)?,
        Dialect::Extended => extended(pattern)?,
        Dialect::Perl => perl(pattern)?,
    };
    RegexBuilder::new(&text)
        .case_insensitive(ignore_case)
        .multi_line(many_lines)
        .dot_matches_new_line(dialect != Dialect::Perl)
        .octal(false)
        .size_limit(SIZE_MAX)
        .build()
        .ok()
}

/// A bracket expression that begins at the start of `text`, and its length.
fn bracket(text: &str) -> Option<(String, usize)> {
    let mut characters = text.char_indices().skip(1).peekable();
    let mut out = String::from("[");
    if characters.next_if(|(_, c)| *c == '^').is_some() {
        out.push('^');
    }
    if characters.next_if(|(_, c)| *c == ']').is_some() {
        out.push_str("\\]");
    }
    while let Some((at, c)) = characters.next() {
        match c {
            ']' => return Some((out + "]", at + 1)),
            '[' if text.get(at..).is_some_and(|rest| rest.starts_with("[:")) => {
                let end = text.get(at..)?.find(":]")? + at + 2;
                out.push_str(text.get(at..end)?);
                while characters.next_if(|(n, _)| *n < end).is_some() {}
            }
            '\\' => match characters.next_if(|(_, n)| matches!(n, 'n' | 't' | ']' | '\\')) {
                Some((_, n)) => out.extend(['\\', n]),
                None => out.push_str("\\\\"),
            },
            '[' | '&' | '~' => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    None
}

/// Walks a pattern; `translate` handles everything but bracket expressions.
fn walk(
    pattern: &str,
    translate: impl Fn(char, Option<char>, &str) -> Option<(String, usize)>,
) -> Option<String> {
    let mut out = String::new();
    let mut rest = pattern;
    while let Some(first) = rest.chars().next() {
        let (text, length) = if first == '[' {
            bracket(rest)?
        } else {
            translate(first, rest.chars().nth(1), &out)?
        };
        out.push_str(&text);
        rest = rest.get(length..)?;
    }
    Some(out)
}

fn quoted(c: char) -> (String, usize) {
    (regex::escape(c.encode_utf8(&mut [0; 4])), c.len_utf8())
}

/// An escape that means the same in all dialects.
fn escape(next: char) -> Option<String> {
    match next {
        'n' | 't' | 'r' | 'f' | 'v' | 'w' | 'W' | 's' | 'S' | 'b' | 'B' => {
            Some(format!("\\{next}"))
        }
        '<' => Some("\\b{start}".to_owned()),
        '>' => Some("\\b{end}".to_owned()),
        '`' => Some("\\A".to_owned()),
        '\'' => Some("\\z".to_owned()),
        c if c.is_ascii_alphanumeric() => None,
        c => Some(regex::escape(c.encode_utf8(&mut [0; 4]))),
    }
}

fn basic(pattern: &str) -> Option<String> {
    walk(pattern, |first, next, before| match (first, next) {
        ('\\', Some(sign @ ('(' | ')' | '{' | '}' | '+' | '?' | '|'))) => {
            Some((sign.to_string(), 2))
        }
        ('\\', Some(next)) => Some((escape(next)?, 1 + next.len_utf8())),
        ('\\', None) => None,
        ('*', _) if before.is_empty() || before.ends_with(['(', '|', '^']) => {
            Some(("\\*".to_owned(), 1))
        }
        ('^', _) if !before.is_empty() && !before.ends_with(['(', '|']) => {
            Some(("\\^".to_owned(), 1))
        }
        ('$', Some(next)) if next != '\\' => Some(("\\$".to_owned(), 1)),
        ('.' | '*' | '^' | '$', _) => Some((first.to_string(), 1)),
        (c, _) => Some(quoted(c)),
    })
}

fn extended(pattern: &str) -> Option<String> {
    walk(pattern, |first, next, _| match (first, next) {
        ('\\', Some(next)) => Some((escape(next)?, 1 + next.len_utf8())),
        ('\\', None) => None,
        ('.' | '*' | '^' | '$' | '(' | ')' | '{' | '}' | '+' | '?' | '|', _) => {
            Some((first.to_string(), 1))
        }
        (c, _) => Some(quoted(c)),
    })
}

/// Perl's are nearly those of the crate; variables in them are not known.
fn perl(pattern: &str) -> Option<String> {
    let mut characters = pattern.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '\\' => {
                let next = characters.next()?;
                if next.is_ascii_digit() || matches!(next, 'Q' | 'E' | 'K' | 'G' | 'R' | 'k' | 'g')
                {
                    return None;
                }
            }
            '$' if characters.peek().is_some_and(|n| !matches!(n, ')' | '|')) => return None,
            '@' if characters.peek().is_some_and(|n| n.is_alphabetic()) => return None,
            _ => {}
        }
    }
    let escaped = pattern.replace("\\/", "/").replace("\\'", "'").replace("\\\"", "\"");
    Some(escaped.replace("\\@", "@").replace("\\#", "#"))
}

/// `re.sub` of Python; `None` where it cannot be told what it makes.
pub(super) fn substitute_python(pattern: &str, new: &str, text: &str) -> Option<String> {
    // `$` also matches before a line break at the end there.
    if pattern.replace("\\$", "").contains('$') {
        return None;
    }
    let compiled = compile(pattern, Dialect::Perl, false, false)?;
    // Where nothing may match, Python finds more places than the `regex` crate.
    if compiled.is_match("") {
        return None;
    }
    let mut replacement = String::new();
    let mut characters = new.chars();
    while let Some(c) = characters.next() {
        match c {
            '$' => replacement.push_str("$$"),
            '\\' => match characters.next()? {
                digit @ '1'..='9' => replacement.extend(['$', '{', digit, '}']),
                'n' => replacement.push('\n'),
                't' => replacement.push('\t'),
                '\\' => replacement.push('\\'),
                _ => return None,
            },
            c => replacement.push(c),
        }
    }
    let matches = compiled.find_iter(text).count();
    let groups = replacement.matches("${").count();
    let grown = matches * replacement.len() + groups * text.len();
    (grown <= RESULT_MAX).then(|| compiled.replace_all(text, replacement.as_str()).into_owned())
}
