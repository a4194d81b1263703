//! Labels of taint, and what entries require of them: `A and not (B or C)`.

use super::keys;
use crate::{
    RuleError,
    flow::{LABELS_MAX, Requires},
    yaml::Value,
};

/// The label of a source that gives none.
const UNNAMED: &str = "__SOURCE__";
/// Nested parentheses and `not`s at most.
const DEPTH_MAX: u32 = 32;

/// The labels and conditions of one rule, numbered.
#[derive(Debug, Default)]
pub(super) struct Labels {
    pub(super) names: Vec<String>,
    pub(super) conditions: Vec<Requires>,
}

impl Labels {
    /// The number of the label under `key`.
    pub(super) fn label(&mut self, entry: &Value, key: &str) -> Result<Option<u8>, RuleError> {
        let Some(at) = entry.get(key) else { return Ok(None) };
        self.number(at, &keys::text(at, "`label`")?).map(Some)
    }

    /// The labels under `key` as bits; all of them where there is no such key.
    pub(super) fn bits(&mut self, entry: &Value, key: &str) -> Result<u64, RuleError> {
        let Some(at) = entry.get(key) else { return Ok(u64::MAX) };
        let names = keys::texts(at, key)?;
        names.iter().try_fold(0, |bits, name| Ok(bits | 1 << self.number(at, name)?))
    }

    /// The number of the condition under `requires`.
    pub(super) fn condition(&mut self, entry: &Value) -> Result<Option<u16>, RuleError> {
        let Some(at) = entry.get("requires") else { return Ok(None) };
        let text = keys::text(at, "`requires`")?;
        let tokens = tokens(&text);
        let mut reader = Reader { labels: self, at, tokens: &tokens, depth: 0 };
        let condition = reader.any()?;
        if let Some(rest) = reader.tokens.first() {
            return Err(wrong(at, rest));
        }
        self.conditions.push(condition);
        Ok(u16::try_from(self.conditions.len() - 1).ok())
    }

    fn number(&mut self, at: &Value, name: &str) -> Result<u8, RuleError> {
        if name == UNNAMED {
            return Ok(0);
        }
        let known = self.names.iter().position(|known| known == name);
        let place = known.unwrap_or_else(|| {
            self.names.push(name.to_owned());
            self.names.len() - 1
        });
        match u8::try_from(place + 1) {
            Ok(number) if usize::from(number) < LABELS_MAX => Ok(number),
            _ => Err(keys::error(at, "the rule has too many labels", "split the rule")),
        }
    }
}

/// Names and parentheses.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    for word in text.split_whitespace() {
        let mut rest = word;
        while let Some(at) = rest.find(['(', ')']) {
            let (before, mark) = rest.split_at(at);
            let (mark, after) = mark.split_at(1);
            tokens.extend([before, mark].into_iter().filter(|token| !token.is_empty()));
            rest = after;
        }
        tokens.extend(Some(rest).filter(|rest| !rest.is_empty()));
    }
    tokens
}

fn wrong(at: &Value, token: &str) -> RuleError {
    let message = format!("cannot read `requires` at `{token}`");
    keys::error(at, &message, "join labels with `and`, `or`, `not` and parentheses")
}

/// Reads a condition; `or` binds least and `not` most, as in Python.
struct Reader<'r> {
    labels: &'r mut Labels,
    at: &'r Value,
    tokens: &'r [&'r str],
    depth: u32,
}

impl Reader<'_> {
    fn any(&mut self) -> Result<Requires, RuleError> {
        let mut all = self.all()?;
        while self.take("or") {
            all = Requires::Or(Box::new(all), Box::new(self.all()?));
        }
        Ok(all)
    }

    fn all(&mut self) -> Result<Requires, RuleError> {
        let mut one = self.one()?;
        while self.take("and") {
            one = Requires::And(Box::new(one), Box::new(self.one()?));
        }
        Ok(one)
    }

    fn one(&mut self) -> Result<Requires, RuleError> {
        self.depth += 1;
        if self.depth > DEPTH_MAX {
            return Err(keys::error(self.at, "`requires` is nested too deep", "write less of it"));
        }
        let found = match self.tokens.split_first() {
            Some((&"not", rest)) => {
                self.tokens = rest;
                Requires::Not(Box::new(self.one()?))
            }
            Some((&"(", rest)) => {
                self.tokens = rest;
                let inner = self.any()?;
                if !self.take(")") {
                    return Err(wrong(self.at, self.tokens.first().unwrap_or(&"the end")));
                }
                inner
            }
            Some((word, rest)) if !matches!(*word, ")" | "and" | "or") => {
                self.tokens = rest;
                Requires::Label(self.labels.number(self.at, word)?)
            }
            other => return Err(wrong(self.at, other.map_or("the end", |(token, _)| token))),
        };
        self.depth -= 1;
        Ok(found)
    }

    fn take(&mut self, token: &str) -> bool {
        match self.tokens.split_first() {
            Some((first, rest)) if *first == token => {
                self.tokens = rest;
                true
            }
            _ => false,
        }
    }
}
