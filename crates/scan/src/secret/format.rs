//! The table of published credential formats and the search for them: one pass over the text for
//! all keywords, then the regex of a format in a window around each of its keywords, then the
//! format's own test of structure. A regex is compiled when the first keyword of its format is met.

use std::{
    collections::BTreeMap,
    ops::Range,
    sync::{LazyLock, OnceLock},
};

use portcullis_model::{Confidence, Severity, Span};
use regex::bytes::{Regex, RegexBuilder};

use super::check::{Answer, Match};
use super::entry::{Check, Entry, Formats};
use super::keywords::Keywords;
use super::value;

/// Bytes on each side of a keyword that a regex sees, where its format asks for no more.
const REACH: usize = 400;

/// Least bits of entropy a character, where the format does not say.
const ENTROPY: f64 = 2.8;

/// What stands between a name and its value.
const IS: &str = r#"["'`\])>]{0,3}[ \t]{0,4}(?:={1,3}>?|:=?|,|\(|\|\|)?[ \t]{0,4}(?:["'`(]{0,2})"#;

/// What stands between the name of a service and its credential.
const KEY: &str = concat!(
    r"[A-Za-z0-9_ .-]{0,40}?(?i:key|token|secret|pass|pwd|auth|cred|api|pat\b)[A-Za-z0-9_ .-",
    r#"]{0,14}?["'`\])>]{0,3}[ \t]{0,4}(?:={1,3}>?|:=?|,|\(|\|\||[ \t])[ \t]{0,4}["'`(]{0,2}"#,
);

const UUID: &str = "[a-fA-F0-9]{8}-[a-fA-F0-9]{4}-[a-fA-F0-9]{4}-[a-fA-F0-9]{4}-[a-fA-F0-9]{12}";

/// A format of credentials.
#[derive(Debug)]
pub(super) struct Format {
    /// Rule id.
    pub(super) rule: String,
    /// What it is, for people, without an article.
    pub(super) name: String,
    /// How bad a leak is.
    pub(super) severity: Severity,
    /// The CWE that is closer than 798, if one is.
    pub(super) cwe: Option<u32>,
    confidence: Confidence,
    pattern: String,
    regex: OnceLock<Option<Regex>>,
    check: Option<Check>,
    entropy: f64,
    reach: usize,
    /// Whether other characters may touch it.
    loose: bool,
    shape: Shape,
}

/// What a format looks like, to rule it out without its regex.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// One run of characters: a short run around the keyword rules it out.
    Run,
    /// The name of a service with a drawn value behind it: no such value rules it out.
    Named,
    /// Anything.
    Any,
}

impl Shape {
    fn of(entry: &Entry) -> Self {
        let spaced = entry.regex.contains([' ', '<']) || entry.regex.contains("\\s");
        let short = entry.check == Some(Check::Password);
        match () {
            () if entry.regex.contains("{key}") && !short => Self::Named,
            () if entry.regex.contains("{is}") || spaced || short => Self::Any,
            () if entry.reach.is_some() || entry.regex.contains("-----") => Self::Any,
            () => Self::Run,
        }
    }
}

/// A credential of a known format.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit<'t> {
    /// Its format.
    pub(super) format: &'static Format,
    /// The credential.
    pub(super) value: &'t str,
    /// Where it stands.
    pub(super) span: Span,
    /// How sure.
    pub(super) confidence: Confidence,
    /// Whether a checksum says that it was issued.
    pub(super) issued: bool,
}

/// All formats and their keywords.
struct Table {
    formats: Vec<Format>,
    keywords: Keywords,
    /// The formats of each keyword.
    owners: Vec<Vec<usize>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(Table::load);

/// All formats.
pub(super) fn formats() -> &'static [Format] {
    &TABLE.formats
}

fn entries() -> Vec<Entry> {
    let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/secrets.bin"));
    #[expect(clippy::expect_used, reason = "the build script wrote these bytes from these types")]
    postcard::from_bytes::<Formats>(bytes).expect("the embedded formats are well-formed").format
}

impl Table {
    fn load() -> Self {
        let entries = entries();
        let mut owners: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (n, entry) in entries.iter().enumerate() {
            for keyword in &entry.keywords {
                owners.entry(keyword).or_default().push(n);
            }
        }
        let keywords = Keywords::new(owners.keys().map(|&keyword| keyword.to_owned()));
        let owners = owners.into_values().collect();
        Self { formats: entries.into_iter().map(Format::of).collect(), keywords, owners }
    }

    /// The windows of each format that has a keyword in the text, in the order of the text.
    fn windows(&self, text: &str) -> BTreeMap<usize, Vec<Range<usize>>> {
        let mut windows: BTreeMap<usize, Vec<Range<usize>>> = BTreeMap::new();
        for (at, number) in self.keywords.hits(text) {
            let keyword = self.keywords.word(number);
            let place = at..at + keyword.len();
            for &owner in self.owners.get(number).map_or(&[][..], Vec::as_slice) {
                let Some(format) = self.formats.get(owner) else { continue };
                if format.may_stand_at(text, place.clone(), keyword) {
                    let window = format.window(text, place.clone());
                    widen(windows.entry(owner).or_default(), window);
                }
            }
        }
        windows
    }
}

/// Adds a window behind the others, or makes the last one longer where they touch.
fn widen(windows: &mut Vec<Range<usize>>, window: Range<usize>) {
    match windows.last_mut() {
        Some(last) if window.start <= last.end => {
            last.start = last.start.min(window.start);
            last.end = last.end.max(window.end);
        }
        _ => windows.push(window),
    }
}

/// All credentials of known formats in a text.
pub(super) fn hits(text: &str) -> Vec<Hit<'_>> {
    let mut hits: Vec<Hit<'_>> = Vec::new();
    for (n, windows) in TABLE.windows(text) {
        let Some(format) = TABLE.formats.get(n) else { continue };
        for window in windows {
            format.search(text, window, &mut hits);
        }
    }
    hits.sort_by_key(|hit| hit.span);
    hits
}

impl Format {
    fn of(entry: Entry) -> Self {
        let shape = Shape::of(&entry);
        let pattern = entry.regex.replace("{key}", KEY).replace("{is}", IS).replace("{uuid}", UUID);
        Self {
            rule: format!("secret-{}", entry.id),
            name: entry.name,
            severity: severity(entry.severity.as_deref()),
            confidence: confidence(entry.confidence.as_deref()),
            cwe: entry.cwe,
            reach: entry.reach.unwrap_or_else(|| longest_repeat(&entry.regex).max(REACH)),
            pattern,
            regex: OnceLock::new(),
            check: entry.check,
            entropy: entry.entropy.unwrap_or(ENTROPY),
            loose: entry.loose,
            shape,
        }
    }

    fn regex(&self) -> Option<&Regex> {
        let compile = || RegexBuilder::new(&self.pattern).unicode(false).build().ok();
        self.regex.get_or_init(compile).as_ref()
    }

    /// Rules out most chance meetings of a keyword without a regex.
    fn may_stand_at(&self, text: &str, keyword: Range<usize>, written: &str) -> bool {
        let exact = text.get(keyword.clone()) == Some(written);
        let any_case = self.pattern.contains("(?i") || !self.pattern.contains(written);
        let promising = match self.shape {
            Shape::Run => run_length(text.as_bytes(), keyword) >= 18,
            Shape::Named => promises(text.as_bytes(), keyword.end),
            Shape::Any => true,
        };
        (exact || any_case) && promising
    }

    fn window(&self, text: &str, keyword: Range<usize>) -> Range<usize> {
        let start = keyword.start.saturating_sub(self.reach.min(REACH));
        let end = (keyword.end + self.reach).min(text.len());
        let start = (start..=keyword.start).find(|&n| text.is_char_boundary(n));
        let end = (keyword.end..=end).rev().find(|&n| text.is_char_boundary(n));
        start.unwrap_or(keyword.start)..end.unwrap_or(keyword.end)
    }

    fn search<'t>(&'static self, text: &'t str, window: Range<usize>, hits: &mut Vec<Hit<'t>>) {
        let (Some(regex), Some(part)) = (self.regex(), text.get(window.clone())) else { return };
        for captures in regex.captures_iter(part.as_bytes()) {
            let Some(whole) = captures.get(0) else { continue };
            let value = captures.iter().skip(1).flatten().next().unwrap_or(whole);
            let at = window.start + value.start()..window.start + value.end();
            let after = self.behind(text, window.start + whole.end());
            let found = text.get(at.clone()).zip(part.get(whole.range()));
            let Some((value, whole)) = found else { continue };
            let found = Match { value, whole, after };
            if self.loose || stands_alone(text, &at) {
                let end = at.end + self.tail(after);
                hits.extend(self.hit(found, &(at.start..end)));
            }
        }
    }

    /// What follows a match, as far as a key may reach.
    fn behind<'t>(&self, text: &'t str, from: usize) -> &'t str {
        let limit = if self.check == Some(Check::Pem) { 8192 } else { 0 };
        let end = (from..=(from + limit).min(text.len())).rev().find(|&n| text.is_char_boundary(n));
        text.get(from..end.unwrap_or(from)).unwrap_or("")
    }

    /// How much of what follows belongs to the credential: the lines of a key.
    fn tail(&self, after: &str) -> usize {
        let last = after.find("-----END").filter(|_| self.check == Some(Check::Pem));
        let line = last.and_then(|at| Some((at, after.get(at + 8..)?.find("-----")?)));
        line.map_or(0, |(at, rest)| at + 8 + rest + 5)
    }

    fn hit<'t>(&'static self, found: Match<'t>, at: &Range<usize>) -> Option<Hit<'t>> {
        let answer = self.check.map_or(Answer::Plausible, |check| check.of(found));
        let issued = answer == Answer::Issued;
        let value = found.value;
        let judged = self.entropy > 0.0 && !issued;
        let flat = value::is_blank(value) || value::entropy(value) < self.entropy;
        if answer == Answer::No || (judged && flat) || is_documented(value) {
            return None;
        }
        let confidence = match answer {
            Answer::Issued => Confidence::High,
            // Right in shape, but typed along the keyboard: worth a look, and no reason to block.
            _ if judged && value::is_counted(value) => Confidence::Low,
            Answer::Doubtful => self.confidence.min(Confidence::Medium),
            _ => self.confidence,
        };
        let span = Span::new(u32::try_from(at.start).ok()?, u32::try_from(at.end).ok()?);
        Some(Hit { format: self, value, span, confidence, issued })
    }
}

/// Keys that their issuers print in documentation and emulators: real in format, open to all.
fn is_documented(value: &str) -> bool {
    const KNOWN: &[&str] = &[
        "IOSFODNN7EXAMPLE",
        "wJalrXUtnFEMI",
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq",
        "C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw",
        "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80",
        "59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d",
        "5de4111afa1a4b94908f83103eb1f1706367c2e68ca870fc3fb9a804cdab365a",
        "4f3edf983ac636a65a842ce7c78d9aa706d3b113bce9c46f30d7d21715b23b1d",
    ];
    KNOWN.iter().any(|known| value.contains(known))
}

/// Length of the run of characters around a keyword that may belong to a credential.
fn run_length(bytes: &[u8], keyword: Range<usize>) -> usize {
    let in_run = |byte: &&u8| byte.is_ascii_alphanumeric() || b"_-.+/=:~$@?&%".contains(byte);
    let before = bytes.get(..keyword.start).unwrap_or(&[]).iter().rev().take(64);
    let after = bytes.get(keyword.end..).unwrap_or(&[]).iter().take(64);
    before.take_while(in_run).count() + keyword.len() + after.take_while(in_run).count()
}

/// Whether a long run with a digit in it, as keys are, stands in the bytes from `at`.
fn promises(bytes: &[u8], at: usize) -> bool {
    const AHEAD: usize = 160;
    let in_run = |byte: &u8| byte.is_ascii_alphanumeric() || b"_-.+/=:~".contains(byte);
    let ahead = bytes.get(at..(at + AHEAD).min(bytes.len())).unwrap_or(&[]);
    let long = |run: &&[u8]| run.len() >= 16 && run.iter().any(u8::is_ascii_digit);
    ahead.split(|byte| !in_run(byte)).any(|run| long(&run))
}

/// Whether no letter or digit touches the credential. The letter of an escape such as `\n` does not
/// count.
fn stands_alone(text: &str, at: &Range<usize>) -> bool {
    let in_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut before = text.get(..at.start).unwrap_or("").chars().rev();
    let touched = before.next().is_some_and(in_word);
    let escape = before.next() == Some('\\');
    let after = text.get(at.end..).and_then(|rest| rest.chars().next());
    (!touched || escape) && !after.is_some_and(in_word)
}

/// The largest bound of the repetitions in a regex, with room for what stands around it.
fn longest_repeat(pattern: &str) -> usize {
    let bounds = pattern.split('{').skip(1).filter_map(|part| part.split('}').next());
    let bounds = bounds.filter_map(|bounds| bounds.rsplit(',').next()?.parse::<usize>().ok());
    bounds.max().map_or(0, |bound| bound + 200)
}

fn severity(name: Option<&str>) -> Severity {
    name.and_then(|name| name.parse().ok()).unwrap_or(Severity::Critical)
}

fn confidence(name: Option<&str>) -> Confidence {
    match name {
        Some("low") => Confidence::Low,
        Some("medium") => Confidence::Medium,
        _ => Confidence::High,
    }
}

#[cfg(test)]
mod tests;
