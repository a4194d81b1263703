//! Regular expressions of rules: PCRE's syntax on engines that run in linear or bounded time.
//!
//! The `regex` crate runs what it can; look-around and back-references go to `fancy-regex` with a
//! limit on backtracking. Expressions are compiled on first need.

mod start;

use std::{
    borrow::Cow,
    ops::Range,
    sync::{
        OnceLock,
        atomic::{AtomicU32, Ordering},
    },
};

use start::{Start, TEXT_BYTES_MAX};

/// Backtracking steps of one search before it counts as a limit that was hit.
const BACKTRACK_MAX: usize = 200_000;
/// The same in a long text, which takes steps at each of its places, and from where on it is long.
const BACKTRACK_LONG_MAX: usize = 20_000_000;
const LONG_BYTES: usize = 32 * 1024;
/// Bytes of one compiled expression.
const COMPILED_BYTES_MAX: usize = 4 * 1024 * 1024;
/// Bytes of one expression as written.
const SOURCE_BYTES_MAX: usize = 64 * 1024;

/// A limit on backtracking was hit: the answer is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LimitHit;

/// One expression, ready to search.
#[derive(Debug)]
pub(crate) enum Compiled {
    Linear(regex::Regex),
    Backtracking(Box<Backtracking>),
    /// It did not compile: it matches nothing. The loader keeps such rules out.
    Broken,
}

/// An expression for the engine that goes back.
#[derive(Debug)]
pub(crate) struct Backtracking {
    source: String,
    regex: fancy_regex::Regex,
    /// The same with the patience that long texts need.
    patient: OnceLock<Option<fancy_regex::Regex>>,
}

impl Backtracking {
    fn new(source: &str) -> Result<Self, fancy_regex::Error> {
        let regex = backtracking(source, BACKTRACK_MAX)?;
        Ok(Self { source: source.to_owned(), regex, patient: OnceLock::new() })
    }

    fn of(&self, text: &str) -> &fancy_regex::Regex {
        if text.len() <= LONG_BYTES {
            return &self.regex;
        }
        let make = || backtracking(&self.source, BACKTRACK_LONG_MAX).ok();
        self.patient.get_or_init(make).as_ref().unwrap_or(&self.regex)
    }
}

fn backtracking(source: &str, most: usize) -> Result<fancy_regex::Regex, fancy_regex::Error> {
    fancy_regex::RegexBuilder::new(source)
        .backtrack_limit(most)
        .delegate_size_limit(COMPILED_BYTES_MAX)
        .build()
}

/// What one match captured, group 0 first.
pub(crate) type Groups = Vec<Option<Range<usize>>>;

/// How an expression is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lines {
    /// `^` and `$` are the ends of the text.
    One,
    /// `^` and `$` are the ends of each line.
    Many,
}

/// How often an expression is asked about short texts before the full engine is worth its price.
const SMALL_USES_MAX: u32 = 256;

/// The expressions of one rule.
#[derive(Debug)]
pub(crate) struct Pool {
    slots: Vec<Slot>,
}

/// One expression, in the forms that were needed so far.
#[derive(Debug, Default)]
struct Slot {
    one: OnceLock<Compiled>,
    many: OnceLock<Compiled>,
    start: OnceLock<Option<Start>>,
    start_uses: AtomicU32,
}

impl Pool {
    pub(crate) fn new(count: usize) -> Self {
        Self { slots: (0..count).map(|_| Slot::default()).collect() }
    }

    /// Whether the expression with this number matches at the very start, as `re.match` does.
    pub(crate) fn starts(
        &self,
        sources: &[String],
        number: u32,
        text: &str,
    ) -> Result<bool, LimitHit> {
        let at = number as usize;
        if let (Some(slot), Some(source)) = (self.slots.get(at), sources.get(at)) {
            match slot.start.get_or_init(|| Start::of(source)) {
                Some(Start::Small(_) | Start::Unless(_)) if !slot.is_small_enough(text) => {}
                Some(start) => return Ok(start.matches(text)),
                None => {}
            }
        }
        self.get(sources, number, Lines::One).matches_start(text)
    }

    /// The expression with this number, compiled now if it was not before.
    pub(crate) fn get(&self, sources: &[String], number: u32, lines: Lines) -> &Compiled {
        let slot = self.slots.get(number as usize).map(|slot| match lines {
            Lines::One => &slot.one,
            Lines::Many => &slot.many,
        });
        match (slot, sources.get(number as usize)) {
            (Some(slot), Some(source)) => {
                slot.get_or_init(|| compile(source, lines).unwrap_or(Compiled::Broken))
            }
            _ => &Compiled::Broken,
        }
    }
}

impl Slot {
    fn is_small_enough(&self, text: &str) -> bool {
        text.len() <= TEXT_BYTES_MAX
            && self.start_uses.fetch_add(1, Ordering::Relaxed) < SMALL_USES_MAX
    }
}

/// Whether an expression compiles; the error is one line.
pub(crate) fn check(source: &str) -> Result<(), String> {
    compile(source, Lines::One).map(|_| ())
}

/// Numbers of the groups of an expression with the names of those that have one.
pub(crate) fn groups(source: &str) -> Vec<(u16, Option<String>)> {
    let names: Vec<Option<String>> = match compile(source, Lines::One) {
        Ok(Compiled::Linear(regex)) => {
            regex.capture_names().map(|name| name.map(str::to_owned)).collect()
        }
        Ok(Compiled::Backtracking(regex)) => {
            regex.regex.capture_names().map(|name| name.map(str::to_owned)).collect()
        }
        _ => Vec::new(),
    };
    (0..=u16::MAX).zip(names).skip(1).collect()
}

fn compile(source: &str, lines: Lines) -> Result<Compiled, String> {
    if source.len() > SOURCE_BYTES_MAX {
        return Err(format!("it is longer than {SOURCE_BYTES_MAX} bytes"));
    }
    let multi_line = lines == Lines::Many;
    let linear = regex::RegexBuilder::new(&translate(source, true))
        .multi_line(multi_line)
        .size_limit(COMPILED_BYTES_MAX)
        .build();
    let first = match linear {
        Ok(regex) => return Ok(Compiled::Linear(regex)),
        Err(error) => error,
    };
    let source = translate(source, false);
    let source = if multi_line { Cow::Owned(format!("(?m){source}")) } else { source };
    Backtracking::new(&source)
        .map(|regex| Compiled::Backtracking(Box::new(regex)))
        .map_err(|error| one_line(&error.to_string(), &first.to_string()))
}

/// The last line of the more telling of two errors.
fn one_line(fancy: &str, linear: &str) -> String {
    let text = if linear.contains("look-around") { fancy } else { linear };
    let last = text.lines().rfind(|line| !line.trim().is_empty()).unwrap_or(text);
    last.trim().trim_start_matches("error: ").to_owned()
}

/// PCRE's spelling in that of the engines: what is literal there and not here is escaped. With
/// `ascii`, `\d`, `\w`, `\s` and `\b` are ASCII as in PCRE, which also makes them cheap.
fn translate(source: &str, ascii: bool) -> Cow<'_, str> {
    let mut out = String::with_capacity(source.len() + 16);
    let mut class = false;
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let (text, len) = match (c, class) {
            ('\\', _) => escape(rest, class, ascii),
            ('[', false) => {
                class = true;
                open_class(rest)
            }
            ('[', true) => match rest.starts_with("[:") {
                true => (Cow::Borrowed("["), 1),
                false => (Cow::Borrowed("\\["), 1),
            },
            (']', true) => {
                class = rest.is_empty();
                (Cow::Borrowed("]"), 1)
            }
            ('&' | '~', true) => (Cow::Owned(format!("\\{c}")), 1),
            (':', true) if rest.starts_with(":]") => (Cow::Borrowed(":]"), 2),
            ('{', false) if !is_repetition(rest) => (Cow::Borrowed("\\{"), 1),
            _ => (Cow::Owned(c.to_string()), c.len_utf8()),
        };
        out.push_str(&text);
        rest = rest.get(len..).unwrap_or("");
    }
    Cow::Owned(out)
}

/// `[`, `[^`, and a bracket that stands first in its class and so is literal.
fn open_class(rest: &str) -> (Cow<'static, str>, usize) {
    let start = if rest.starts_with("[^") { "[^" } else { "[" };
    match rest.get(start.len()..).is_some_and(|tail| tail.starts_with(']')) {
        true => (Cow::Owned(format!("{start}\\]")), start.len() + 1),
        false => (Cow::Borrowed(start), start.len()),
    }
}

fn escape(rest: &str, class: bool, ascii: bool) -> (Cow<'static, str>, usize) {
    let Some(escaped) = rest.chars().nth(1) else { return (Cow::Borrowed("\\\\"), 1) };
    let text = match (escaped, class) {
        ('Z', false) => Cow::Borrowed("\\z"),
        ('h', false) => Cow::Borrowed("[\\x20\\t]"),
        ('h', true) => Cow::Borrowed("\\x20\\t"),
        ('R', false) => Cow::Borrowed("(?:\\r\\n|\\n|\\r)"),
        ('d', false) if ascii => Cow::Borrowed("[0-9]"),
        ('d', true) if ascii => Cow::Borrowed("0-9"),
        ('w', false) if ascii => Cow::Borrowed("[0-9A-Za-z_]"),
        ('w', true) if ascii => Cow::Borrowed("0-9A-Za-z_"),
        ('s', false) if ascii => Cow::Borrowed("[\\x20\\t-\\r]"),
        ('s', true) if ascii => Cow::Borrowed("\\x20\\t-\\r"),
        ('D', false) if ascii => Cow::Borrowed("[^0-9]"),
        ('W', false) if ascii => Cow::Borrowed("[^0-9A-Za-z_]"),
        ('S', false) if ascii => Cow::Borrowed("[^\\x20\\t-\\r]"),
        ('b', false) if ascii => Cow::Borrowed("(?-u:\\b)"),
        ('e', _) => Cow::Borrowed("\\x1b"),
        (c, _) if c.is_ascii_alphanumeric() => Cow::Owned(format!("\\{c}")),
        (c, _) => return (Cow::Owned(regex::escape(&c.to_string())), 1 + c.len_utf8()),
    };
    let hyphen = class && "dwshDWS".contains(escaped);
    let next = rest.get(2..).unwrap_or("");
    // `[\w-.]`: a hyphen after a class is literal in PCRE.
    match hyphen && next.starts_with('-') && !next.starts_with("-]") {
        true => (Cow::Owned(format!("{text}\\-")), 3),
        false => (text, 2),
    }
}

fn is_repetition(rest: &str) -> bool {
    let inner = rest.get(1..).and_then(|tail| tail.split_once('}')).map(|(inner, _)| inner);
    inner.is_some_and(|inner| {
        let mut parts = inner.splitn(2, ',');
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        parts.next().is_some_and(|low| !low.is_empty() && digits(low))
            && parts.next().is_none_or(digits)
    })
}

impl Compiled {
    /// Whether it matches somewhere.
    pub(crate) fn is_match(&self, text: &str) -> Result<bool, LimitHit> {
        match self {
            Self::Linear(regex) => Ok(regex.is_match(text)),
            Self::Backtracking(regex) => regex.of(text).is_match(text).map_err(|_| LimitHit),
            Self::Broken => Ok(false),
        }
    }

    /// Whether it matches at the very start.
    fn matches_start(&self, text: &str) -> Result<bool, LimitHit> {
        match self {
            Self::Linear(regex) => Ok(regex.find(text).is_some_and(|found| found.start() == 0)),
            Self::Backtracking(regex) => match regex.of(text).find(text) {
                Ok(found) => Ok(found.is_some_and(|found| found.start() == 0)),
                Err(_) => Err(LimitHit),
            },
            Self::Broken => Ok(false),
        }
    }

    /// All matches that do not overlap, each with its groups.
    pub(crate) fn all(&self, text: &str, most: usize) -> Result<Vec<Groups>, LimitHit> {
        match self {
            Self::Linear(regex) => Ok(regex
                .captures_iter(text)
                .take(most)
                .map(|found| found.iter().map(|group| group.map(|g| g.range())).collect())
                .collect()),
            Self::Backtracking(regex) => regex
                .of(text)
                .captures_iter(text)
                .take(most)
                .map(|found| {
                    let found = found.map_err(|_| LimitHit)?;
                    Ok(found.iter().map(|group| group.map(|g| g.range())).collect())
                })
                .collect(),
            Self::Broken => Ok(Vec::new()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, text: &str, want: bool) {
        let compiled = compile(source, Lines::Many).unwrap();
        assert_eq!(compiled.is_match(text), Ok(want), "{source} on {text}");
    }

    #[test]
    fn the_syntax_is_that_of_pcre() {
        check(r"{{.*}}", "a {{ b }}", true);
        check(r"[[]x", "[x", true);
        check(r"[]a]", "]", true);
        check(r"[\w-.]+$", "a-b.c", true);
        check(r"\<b\>", "<b>", true);
        check(r"a{2,3}", "aa", true);
        check(r"(?!b)a", "a", true);
        check(r"(.)\1", "abba", true);
        check(r"^b$", "a\nb\nc", true);
        check(r"[[:digit:]]x", "1x", true);
        check(r"\d", "٣", false);
    }

    #[test]
    fn backtracking_without_end_is_told() {
        let slow = compile(r"^(?:(a+)\1?)+$", Lines::One).unwrap();
        assert_eq!(slow.is_match(&format!("{}b", "a".repeat(64))), Err(LimitHit));
    }

    #[test]
    fn long_texts_are_searched_with_patience() {
        let looking = compile(r"(?<!x)needle(?! of)", Lines::Many).unwrap();
        let hay = "a needle of hay\n".repeat(30_000);
        assert_eq!(looking.is_match(&hay), Ok(false));
        assert_eq!(looking.is_match(&(hay + "needle")), Ok(true));
    }
}
