//! The syntax of "name is value" in every language at once: assignment, dictionary entry, keyword
//! argument, call, element, header, environment line, comparison. Looks at a bounded stretch of
//! text on either side of each telling word, so that the whole is linear.

use std::sync::LazyLock;

use portcullis_model::Span;
use regex::bytes::{Regex, RegexBuilder};

use super::super::keywords::Keywords;
use super::super::name::Name;
use super::super::pieces;
use super::super::place::Place;

/// How a value stands to its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// `name = "value"`, `name: "value"`, `<name>value</name>`.
    Given,
    /// The same without quotes, in a configuration.
    Bare,
    /// The same among other words, or in a program.
    Prose,
    /// `name == "value"`.
    Compared,
    /// `name("value")`, `setName("value")`.
    Called,
    /// `("name", "value")`.
    Paired,
    /// `env("name") || "value"`.
    Fallback,
}

/// A value under a telling name.
#[derive(Clone, Debug)]
pub(super) struct Slot {
    /// The name.
    pub(super) name: Name,
    /// The value, its pieces joined.
    pub(super) value: String,
    /// Where the value stands.
    pub(super) span: Span,
    /// How it stands to the name.
    pub(super) how: How,
}

/// Longest identifier, on each side of the telling word.
const NAME_MAX: usize = 64;
/// Bytes behind a name within which its value begins.
const AHEAD_MAX: usize = 400;
/// Longest value without quotes.
const BARE_MAX: usize = 512;

static STEMS: LazyLock<Keywords> = LazyLock::new(|| {
    let stems = [
        "pass",
        "pwd",
        "psw",
        "pword",
        "secret",
        "token",
        "key",
        "cred",
        "auth",
        "jwt",
        "bearer",
        "kennwort",
        "contrasena",
        "senha",
        "rootpw",
    ];
    Keywords::new(stems.map(str::to_owned))
});

/// A regex over the text behind or before a name. The texts are constants, and a test runs each.
fn compiled(pattern: &str) -> Option<Regex> {
    RegexBuilder::new(pattern).unicode(false).build().ok()
}

/// What may stand between a name and the type that is written before `=`.
static TYPED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    compiled(concat!(
        r"^(?:\[[0-9A-Za-z_]{0,20}\]|[ \t]{0,4}\{ ?get;[^}\n]{0,24}\}|[ \t]{0,2}[?!]?:[ ",
        r"\t]{0,4}[A-Za-z_&'\[][A-Za-z0-9_&'<>\[\]., |?]{0,60}?|[ \t]{1,4}(?:string|Stri",
        r"ng|\[\]byte|str|text|varchar))[ \t]{0,3}:?=[^=~>]",
    ))
});

static OPERATOR: LazyLock<Option<Regex>> = LazyLock::new(|| {
    compiled(concat!(
        r"^(?:\(\)|\.value\b|\.get\(\))?[ \t]{0,12}(===|==|!==|!=|=~|=>|:=|\|\|=|\?\?=|\",
        r"?=|=|::|:|,|\|\||\?\?|or\b|\.equals(?:IgnoreCase)?\(|\.eq\(|\(|>|[ \t])",
    ))
});

/// `value` or `default` behind a name that is itself the value of `name` or `key`.
static PAIR: LazyLock<Option<Regex>> = LazyLock::new(|| {
    compiled(concat!(
        r#"^["'`]?[ \t]{0,4}[,{]?[ \t]{0,4}(?:[^{}\n"']{0,60}\n){0,4}?[ \t]{0,40}["']?(?i"#,
        r#":value|default)["']?[ \t]{0,3}[:=][ \t]{0,3}"#,
    ))
});

static IS_NAMED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    compiled(r#"(?:(?i:\b(?:name|key|id)["']?\s{0,2}[:=]\s{0,2})|variable\s{1,2})["']?$"#)
});

/// Constructors and decoders that give back what they are given.
static WRAPPER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    compiled(concat!(
        r"^(?:\(\s{0,4}|new\s{1,2}|(?:String|str|bytes|SecretStr|Secret|Buffer\.from|Som",
        r"e|Ok|base64\.b64decode|b64decode|atob|std::string|SecureString|secret\.new)\(\",
        r"s{0,4}|ConvertTo-SecureString\s{1,2}(?:-String\s{1,2})?){0,3}[bBrRuUfFL@$]{0,2",
        r"}",
    ))
});

/// A literal that stands before a name and is compared with it.
static BEFORE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    compiled(concat!(
        r#"["']([^"'\n]{3,80})["']\s{0,3}(?:===?|!==?|\.equals(?:IgnoreCase)?\()\s{0,3}[\"#,
        r#"w.$\[\]"'()>-]{0,48}$"#,
    ))
});

static COMPARES: LazyLock<Option<Regex>> = LazyLock::new(|| {
    compiled(concat!(
        r"(?i:strcmp|strncmp|compare_digest|safecompare|safe_compare|timingsafeequal|equ",
        r"als?|constanttimecompare|secure_compare|hash_equals)\([\w.&\[\]() ]{0,48}$",
    ))
});

/// All values under telling names, in the order of the text.
pub(super) fn slots(text: &str, place: Place) -> Vec<Slot> {
    let mut slots = Vec::new();
    let mut done = 0;
    for (at, number) in STEMS.hits(text) {
        if at < done {
            continue;
        }
        let (start, end) = identifier(text, at, at + STEMS.word(number).len());
        done = end;
        let reader = Reader { text, place, start, end };
        slots.extend(match named(text, start, end) {
            Some(name) => reader.after(&name).or_else(|| reader.before(&name)),
            None => reader.inside(),
        });
    }
    slots
}

/// The identifier around a telling word, bounded.
fn identifier(text: &str, start: usize, end: usize) -> (usize, usize) {
    let bytes = text.as_bytes();
    let part = |b: &&u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'$');
    let before = bytes.get(..start).unwrap_or(&[]).iter().rev().take(NAME_MAX).take_while(part);
    let after = bytes.get(end..).unwrap_or(&[]).iter().take(NAME_MAX).take_while(part);
    (start - before.count(), end + after.count())
}

/// The name, with the word before it where only both tell: `API key`.
fn named(text: &str, start: usize, end: usize) -> Option<Name> {
    if let Some(name) = Name::of(text.get(start..end)?) {
        return Some(name);
    }
    let gap = start.checked_sub(1).filter(|&n| text.as_bytes().get(n) == Some(&b' '))?;
    let (wider, _) = identifier(text, gap, gap);
    (wider < gap).then(|| text.get(wider..end)).flatten().and_then(Name::of)
}

/// Reads around one name.
struct Reader<'t> {
    text: &'t str,
    place: Place,
    start: usize,
    end: usize,
}

/// How an operator ties a value to a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tie {
    Assign,
    Colon,
    Compare,
    Call,
    Comma,
    Or,
    Element,
    Space,
}

impl<'t> Reader<'t> {
    /// At most `length` bytes from `at`.
    fn ahead(&self, at: usize, length: usize) -> &'t str {
        let end = (at..=(at + length).min(self.text.len())).rev();
        let end = end.into_iter().find(|&n| self.text.is_char_boundary(n));
        self.text.get(at..end.unwrap_or(at)).unwrap_or("")
    }

    /// At most `length` bytes before the name.
    fn behind(&self, length: usize) -> &'t str {
        let start = (self.start.saturating_sub(length)..=self.start)
            .find(|&n| self.text.is_char_boundary(n));
        self.text.get(start.unwrap_or(self.start)..self.start).unwrap_or("")
    }

    /// The value behind the name.
    fn after(&self, name: &Name) -> Option<Slot> {
        let close = self.closing();
        if let Some(at) = self.pair(close) {
            return self.value(name, Tie::Assign, at);
        }
        if let Some(typed) = find(&TYPED, self.ahead(close, AHEAD_MAX)) {
            return self.value(name, Tie::Assign, close + typed - 1);
        }
        let (tie, at) = self.operator(close)?;
        self.value(name, tie, at).filter(|_| self.is_tied(tie))
    }

    /// A value that hangs on its name by a hyphen, as in notes: `acme-secret-8f3k...`.
    fn inside(&self) -> Option<Slot> {
        let whole = self.text.get(self.start..self.end).filter(|_| !self.place.program)?;
        let (name, value) = whole.rsplit_once(['-', '_'])?;
        let long = value.len() >= 20 && value.contains(|c: char| c.is_ascii_digit());
        let name = long.then(|| Name::of(name)).flatten()?;
        self.slot(&name, value, self.end - value.len(), How::Prose)
    }

    /// Past the quote that closes a name, if one does, and past a bracket.
    fn closing(&self) -> usize {
        let at = self.end + self.closing_quote();
        at + usize::from(self.ahead(at, 1).starts_with([']', ')']))
    }

    fn closing_quote(&self) -> usize {
        let rest = self.ahead(self.end, 8);
        let quote = ["\\\"", "\"", "'", "`"].iter().find(|q| rest.starts_with(**q));
        quote.map_or(0, |q| q.len())
    }

    /// The value that a neighboring `value` or `default` gives.
    fn pair(&self, close: usize) -> Option<usize> {
        IS_NAMED.as_ref()?.is_match(self.behind(20).as_bytes()).then_some(())?;
        let rest = self.ahead(close, AHEAD_MAX);
        find(&PAIR, rest).map(|length| close + length)
    }

    fn operator(&self, close: usize) -> Option<(Tie, usize)> {
        let rest = self.ahead(close, 40);
        let captures = OPERATOR.as_ref()?.captures(rest.as_bytes())?;
        let operator = captures.get(1)?;
        let tie = match rest.get(operator.range())? {
            "===" | "==" | "!==" | "!=" | ".equals(" | ".equalsIgnoreCase(" | ".eq(" => {
                Tie::Compare
            }
            "=~" | "::" => return None,
            ":" => Tie::Colon,
            "," => Tie::Comma,
            "||" | "??" | "or" => Tie::Or,
            "(" => Tie::Call,
            ">" => Tie::Element,
            " " | "\t" => Tie::Space,
            _ => Tie::Assign,
        };
        Some((tie, close + operator.end()))
    }

    /// Whether what stands before and behind the name fits the operator.
    fn is_tied(&self, tie: Tie) -> bool {
        let quoted = self.closing_quote() > 0;
        let before = self.behind(100);
        match tie {
            Tie::Comma if quoted => true,
            Tie::Comma => COMPARES.as_ref().is_some_and(|r| r.is_match(before.as_bytes())),
            Tie::Call => !quoted,
            Tie::Element if quoted => {
                IS_NAMED.as_ref().is_some_and(|r| r.is_match(before.as_bytes()))
            }
            Tie::Element => before.ends_with(['<', ':', '.']),
            Tie::Space => !quoted && (!self.place.program || self.is_word_of_a_script()),
            _ => true,
        }
    }

    /// `password 'value'` on a line of its own, as build scripts have it.
    fn is_word_of_a_script(&self) -> bool {
        let before = self.behind(80).rsplit('\n').next().unwrap_or("").trim();
        before.is_empty() && self.ahead(self.end, 3).trim_start().starts_with(['"', '\''])
    }

    /// Whether words stand apart without an operator here: options, `ENV name value`.
    fn is_word_line(&self, before: &str) -> bool {
        let line = before.rsplit('\n').next().unwrap_or("").trim_start();
        let option = before.ends_with("--") && !self.place.program;
        option
            || (self.place.words && ["ENV ", "ARG ", "setx "].iter().any(|w| line.starts_with(w)))
    }

    /// The value that begins at `at`.
    fn value(&self, name: &Name, tie: Tie, at: usize) -> Option<Slot> {
        if tie == Tie::Element {
            return self.element(name, at);
        }
        let rest = self.ahead(at, AHEAD_MAX);
        let space = rest.len() - rest.trim_start().len();
        let inline = rest.get(..space).is_some_and(|s| !s.contains('\n'));
        let wrapped = find(&WRAPPER, rest.get(space..)?).unwrap_or(0);
        let start = at + space + wrapped;
        if self.ahead(start, 1).starts_with(['"', '\'', '`']) {
            return self.quoted(name, tie, start);
        }
        if self.ahead(start, 2) == "\\\"" {
            return self.escaped(name, tie, start + 2);
        }
        let bare = inline && matches!(tie, Tie::Assign | Tie::Colon | Tie::Space);
        bare.then(|| self.bare(name, tie, at + space)).flatten()
    }

    fn quoted(&self, name: &Name, tie: Tie, at: usize) -> Option<Slot> {
        let joined = pieces::joined_at(self.text, at)?;
        let how = match tie {
            Tie::Compare => How::Compared,
            Tie::Call | Tie::Space => How::Called,
            Tie::Comma if !self.is_compared() => How::Paired,
            Tie::Comma => How::Compared,
            Tie::Or => How::Fallback,
            _ => How::Given,
        };
        let span = joined.value_span();
        Some(Slot { name: name.clone(), value: joined.text, span, how })
    }

    fn is_compared(&self) -> bool {
        COMPARES.as_ref().is_some_and(|r| r.is_match(self.behind(100).as_bytes()))
    }

    /// A value between `\"`, in JSON that stands in a string.
    fn escaped(&self, name: &Name, tie: Tie, at: usize) -> Option<Slot> {
        let rest = self.ahead(at, BARE_MAX);
        let value = rest.get(..rest.find("\\\"")?)?;
        let how = if tie == Tie::Compare { How::Compared } else { How::Given };
        self.slot(name, value, at, how)
    }

    /// The text of an element.
    fn element(&self, name: &Name, at: usize) -> Option<Slot> {
        let rest = self.ahead(at, BARE_MAX);
        let value = rest.get(..rest.find('<')?)?;
        let trimmed = value.trim_start();
        self.slot(name, trimmed.trim_end(), at + value.len() - trimmed.len(), How::Given)
    }

    /// A value without quotes, up to white space or a closing mark.
    fn bare(&self, name: &Name, tie: Tie, at: usize) -> Option<Slot> {
        let rest = self.ahead(at, BARE_MAX);
        let ends = |c: char| c.is_whitespace() || "\"'`<>,;)}]{([\\|".contains(c);
        let length = rest.find(ends).unwrap_or(rest.len());
        let value = rest.get(..length)?;
        let line = rest.get(length..)?.lines().next().unwrap_or("").trim();
        let alone = line.is_empty() || line.starts_with(['#', ';']) || line.starts_with("//");
        let opens = line.starts_with(['(', '[', '{']);
        if value.starts_with(['$', '!', '*', '&', '@', '%']) || opens {
            return None;
        }
        let spaced = tie == Tie::Space;
        let tied = if spaced { self.is_word_line(self.behind(100)) } else { alone };
        let how = if self.place.program || !tied { How::Prose } else { How::Bare };
        self.slot(name, value, at, how)
    }

    fn slot(&self, name: &Name, value: &str, at: usize, how: How) -> Option<Slot> {
        let start = u32::try_from(at).ok()?;
        let span = Span::new(start, start.checked_add(u32::try_from(value.len()).ok()?)?);
        Some(Slot { name: name.clone(), value: value.to_owned(), span, how })
    }

    /// A literal before the name: `"value" == name`.
    fn before(&self, name: &Name) -> Option<Slot> {
        let before = self.behind(160);
        let likely = before.contains("==") || before.contains("equals");
        let captures = likely.then(|| BEFORE.as_ref()?.captures(before.as_bytes())).flatten()?;
        let value = captures.get(1)?;
        let at = self.start - before.len() + value.start();
        self.slot(name, before.get(value.range())?, at, How::Compared)
    }
}

/// Length of what a regex matches at the beginning.
fn find(regex: &LazyLock<Option<Regex>>, text: &str) -> Option<usize> {
    Some(regex.as_ref()?.find(text.as_bytes())?.end())
}
