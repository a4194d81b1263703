//! The tables that a rule's formulas point into: patterns, regular expressions, metavariables.

use portcullis_syntax::{
    Kind, Language, Node,
    pattern::{Pattern, PatternError, parse_pattern},
};

use super::{Reading, keys};
use crate::{
    RuleError,
    generic::{self, Look},
    prefilter, regexes,
    rule::{Formula, Leaf, Matchable, Var},
    yaml::Value,
};

/// Bytes of one pattern.
const PATTERN_BYTES_MAX: usize = 64 * 1024;
/// Entries of one table.
const ENTRIES_MAX: usize = 20_000;

/// What is gathered while a rule's formulas are read.
#[derive(Debug, Default)]
pub(super) struct Tables {
    pub(super) patterns: Vec<Matchable>,
    pub(super) regexes: Vec<String>,
    pub(super) generics: Vec<generic::Pattern>,
    pub(super) vars: Vec<String>,
    reading: Reading,
    look: Look,
}

impl Tables {
    pub(super) fn new(reading: Reading, look: &Look) -> Self {
        Self { reading, look: look.clone(), ..Self::default() }
    }

    /// Reads what follows in another language; gives back the one before.
    pub(super) fn switch(&mut self, to: Reading) -> Reading {
        std::mem::replace(&mut self.reading, to)
    }

    /// Number of a metavariable.
    pub(super) fn var(&mut self, name: &str) -> Var {
        let at = self.vars.iter().position(|have| have == name).unwrap_or_else(|| {
            self.vars.push(name.to_owned());
            self.vars.len() - 1
        });
        Var::try_from(at).unwrap_or(Var::MAX)
    }

    /// Number of the metavariable that a value names.
    pub(super) fn var_at(&mut self, value: &Value) -> Result<Var, RuleError> {
        let name = keys::text(value, "a metavariable")?;
        match name.starts_with('$') && name.len() > 1 {
            true => Ok(self.var(&name)),
            false => {
                let message = format!("`{name}` is not a metavariable");
                Err(keys::error(value, &message, "metavariables look like `$X` or `$...X`"))
            }
        }
    }

    /// Number of the regular expression in a value.
    pub(super) fn regex(&mut self, value: &Value) -> Result<u32, RuleError> {
        let source = keys::text(value, "a regular expression")?;
        self.source(value, &source)
    }

    /// Number of a regular expression; `at` is where it stands.
    pub(super) fn source(&mut self, at: &Value, source: &str) -> Result<u32, RuleError> {
        regexes::check(source).map_err(|message| {
            let message = format!("this regular expression does not parse: {message}");
            let hint = "try it on a line of text; back-references and look-around are allowed";
            keys::error(at, &message, hint)
        })?;
        self.full(at, self.regexes.len())?;
        if let Some(have) = self.regexes.iter().position(|have| have == source) {
            return Ok(u32::try_from(have).unwrap_or(u32::MAX));
        }
        self.regexes.push(source.to_owned());
        Ok(u32::try_from(self.regexes.len() - 1).unwrap_or(u32::MAX))
    }

    /// The pattern in a value.
    pub(super) fn pattern(&mut self, value: &Value) -> Result<Formula, RuleError> {
        let text = keys::text(value, "a pattern")?;
        self.full(value, self.patterns.len().max(self.vars.len()).max(self.generics.len()))?;
        if text.len() > PATTERN_BYTES_MAX {
            return Err(too_long(value));
        }
        match self.reading {
            Reading::Code(language) => self.code(value, language, &text).map(Formula::Pattern),
            Reading::Generic => self.generic(value, &text).map(Formula::Generic),
            Reading::Text => {
                let hint = "use `pattern-regex`, or name a language";
                Err(keys::error(value, "patterns need a language other than `regex`", hint))
            }
        }
    }

    fn generic(&mut self, value: &Value, text: &str) -> Result<u32, RuleError> {
        let look = self.look.clone();
        let pattern = generic::Pattern::read(text, &look, |name| self.var(name));
        self.generics.push(pattern.ok_or_else(|| match text.trim_matches(['.', ' ', '\n']) {
            "" => keys::error(value, "the pattern is empty", "write the text that is to be found"),
            _ => too_long(value),
        })?);
        Ok(u32::try_from(self.generics.len() - 1).unwrap_or(u32::MAX))
    }

    fn code(
        &mut self,
        value: &Value,
        language: &'static Language,
        text: &str,
    ) -> Result<u32, RuleError> {
        let pattern = parse_pattern(language, text).map_err(|e| {
            let message = format!("the pattern does not parse as {}: {e}", language.name);
            let mut error = keys::error_with(value, message, None);
            let below = match e {
                PatternError::Unread { line, .. } => line.saturating_sub(1),
                _ => 0,
            };
            error.line = value.text_line.saturating_add(below);
            error
        })?;
        let matchable = self.matchable(value, language, pattern)?;
        self.patterns.push(matchable);
        Ok(u32::try_from(self.patterns.len() - 1).unwrap_or(u32::MAX))
    }

    fn full(&self, at: &Value, len: usize) -> Result<(), RuleError> {
        match len < ENTRIES_MAX {
            true => Ok(()),
            false => Err(keys::error(at, "the rule has too many patterns", "split the rule")),
        }
    }

    fn matchable(
        &mut self,
        at: &Value,
        language: &'static Language,
        pattern: Pattern,
    ) -> Result<Matchable, RuleError> {
        let mut leaves = Vec::with_capacity(pattern.tree.len() as usize);
        for node in pattern.tree.nodes() {
            leaves.push(self.leaf(at, node)?);
        }
        let words = prefilter::words(&pattern, &leaves);
        Ok(Matchable { pattern, language: language.id.to_owned(), leaves, words })
    }

    fn leaf(&mut self, at: &Value, node: Node<'_>) -> Result<Leaf, RuleError> {
        match node.kind() {
            Kind::Metavar | Kind::EllipsisMetavar => Ok(match node.text() {
                "$_" | "$..._" => Leaf::Any,
                name => Leaf::Var(self.var(name)),
            }),
            Kind::Regex => Ok(match slashed_var(node.text()) {
                Some("$_") => Leaf::Any,
                Some(name) => Leaf::Var(self.var(name)),
                None => Leaf::Plain,
            }),
            Kind::StringText => match quoted_regex(node.text()) {
                Some(source) => self.source(at, &source).map(Leaf::Regex),
                None => Ok(Leaf::Plain),
            },
            _ => Ok(Leaf::Plain),
        }
    }
}

fn too_long(value: &Value) -> RuleError {
    keys::error(value, "the pattern is too long", "split it by `pattern-either`")
}

/// The metavariable in `/$X/`.
fn slashed_var(text: &str) -> Option<&str> {
    let (body, _) = text.strip_prefix('/')?.rsplit_once('/')?;
    let name = body.strip_prefix('$')?;
    let whole = name.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_');
    (whole && !name.is_empty()).then_some(body)
}

/// The regular expression in `=~/re/` or `=~/re/i`.
fn quoted_regex(text: &str) -> Option<String> {
    let (source, flags) = text.strip_prefix("=~/")?.rsplit_once('/')?;
    let flags: String = flags.chars().filter(|flag| "ims".contains(*flag)).collect();
    Some(if flags.is_empty() { source.to_owned() } else { format!("(?{flags}){source}") })
}
