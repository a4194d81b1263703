//! Many rules, compiled: grouped by language, as bytes and back.
//!
//! Little is read before it is needed. A file needs the group of its language and the one of
//! regular expressions, and of those only the rules that its words allow. A group's bytes are held
//! against their digest when the group is first needed; a rule's trees, and the numbers that point
//! into its tables, when the rule is.

use std::{borrow::Cow, ops::Range, sync::OnceLock};

use portcullis_syntax::pattern::Form;
use serde::{Deserialize, Serialize};

use crate::{
    SetError,
    load::{LoadedRule, REGEX},
    prefilter::{self, Seen},
    regexes::Pool,
    rule::{Leaf, Meta, Needs, Rule},
};

/// Changes whenever the compiled form or the meaning of a rule changes.
pub const ENGINE_VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), "-2");

const MAGIC: &[u8; 8] = b"PCRULES\x02";

/// The rules of one language.
#[derive(Debug)]
struct Group {
    rules: Vec<Lazy>,
}

/// What a rule needs, and the rule, which is read from its bytes when that is there.
#[derive(Debug)]
struct Lazy {
    needs: Needs,
    bytes: Range<usize>,
    ready: OnceLock<Result<Ready, SetError>>,
}

/// A rule with its regular expressions.
#[derive(Debug)]
pub(crate) struct Ready {
    pub(crate) rule: Rule,
    pub(crate) regexes: Pool,
}

/// A compiled set of rules.
#[derive(Debug, Default)]
pub struct RuleSet {
    groups: Vec<Slot>,
}

#[derive(Debug)]
pub(crate) struct Slot {
    language: String,
    count: u32,
    source: Source,
    ready: OnceLock<Result<Group, SetError>>,
}

#[derive(Debug)]
enum Source {
    Rules(Vec<Rule>),
    Bytes { bytes: Cow<'static, [u8]>, digest: u64 },
}

/// What stands before the rules of a group.
#[derive(Debug, Serialize, Deserialize)]
struct Index {
    needs: Vec<Needs>,
    /// Bytes of each rule.
    lens: Vec<u32>,
}

/// What stands before the groups.
#[derive(Debug, Serialize, Deserialize)]
struct Header {
    version: String,
    groups: Vec<GroupHeader>,
}

#[derive(Debug, Serialize, Deserialize)]
struct GroupHeader {
    language: String,
    count: u32,
    len: u64,
    digest: u64,
}

impl RuleSet {
    /// Compiles rules. Of several with one id, all are kept.
    #[must_use]
    pub fn new(rules: impl IntoIterator<Item = LoadedRule>) -> Self {
        let mut groups: Vec<(String, Vec<Rule>)> = Vec::new();
        for (language, rule) in rules.into_iter().flat_map(|rule| rule.forms) {
            match groups.iter_mut().find(|(name, _)| *name == language) {
                Some((_, rules)) => rules.push(rule),
                None => groups.push((language, vec![rule])),
            }
        }
        groups.sort_by(|a, b| a.0.cmp(&b.0));
        let slot = |(language, rules): (String, Vec<Rule>)| Slot {
            language,
            count: count(rules.len()),
            source: Source::Rules(rules),
            ready: OnceLock::new(),
        };
        Self { groups: groups.into_iter().map(slot).collect() }
    }

    /// Number of rules, one that is for several languages counted for each.
    #[must_use]
    pub fn len(&self) -> usize {
        self.groups.iter().map(|group| group.count as usize).sum()
    }

    /// Whether there is no rule.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Languages that there are rules for; `regex` stands for rules over the text of any file.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.groups.iter().map(|group| group.language.as_str())
    }

    /// What the rules say about themselves, each id once.
    ///
    /// # Errors
    /// The set came from bytes that are damaged.
    pub fn metas(&self) -> Result<Vec<Meta>, SetError> {
        let mut found: Vec<Meta> = Vec::new();
        let mut seen = std::collections::HashSet::new();
        for slot in &self.groups {
            for ready in slot.all()? {
                if seen.insert(ready.rule.meta.id.clone()) {
                    found.push(ready.rule.meta.clone());
                }
            }
        }
        found.sort_by(|a, b| a.id.cmp(&b.id));
        Ok(found)
    }

    /// The rules for a language, where there are any.
    pub(crate) fn slot(&self, language: &str) -> Option<&Slot> {
        self.groups.iter().find(|slot| slot.language == language)
    }

    /// The compiled form.
    ///
    /// # Errors
    /// The rules do not fit the form, or the set came from bytes that are damaged.
    pub fn to_bytes(&self) -> Result<Vec<u8>, SetError> {
        let mut header = Header { version: ENGINE_VERSION.to_owned(), groups: Vec::new() };
        let mut bodies = Vec::new();
        for slot in &self.groups {
            let body = slot.bytes()?;
            header.groups.push(GroupHeader {
                language: slot.language.clone(),
                count: slot.count,
                len: body.len() as u64,
                digest: digest(&body),
            });
            bodies.extend_from_slice(&body);
        }
        let too_large = |_| SetError::TooLarge { language: "all languages".to_owned() };
        let header = postcard::to_stdvec(&header).map_err(too_large)?;
        let len = u32::try_from(header.len()).unwrap_or(u32::MAX).to_le_bytes();
        Ok([MAGIC.as_slice(), &len, &digest(&header).to_le_bytes(), &header, &bodies].concat())
    }

    /// Reads the compiled form. Groups and rules are read and checked when they are first needed.
    ///
    /// # Errors
    /// The bytes are no rule set, are of another version, or are damaged.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, SetError> {
        Self::of_bytes(bytes, |body| Cow::Owned(body.to_vec()))
    }

    /// As [`RuleSet::from_bytes`], for bytes that are part of the program: nothing is copied, so
    /// that pages which nobody needs are not even loaded.
    ///
    /// # Errors
    /// The bytes are no rule set, are of another version, or are damaged.
    pub fn from_static(bytes: &'static [u8]) -> Result<Self, SetError> {
        Self::of_bytes(bytes, Cow::Borrowed)
    }

    fn of_bytes<'b>(
        bytes: &'b [u8],
        keep: impl Fn(&'b [u8]) -> Cow<'static, [u8]>,
    ) -> Result<Self, SetError> {
        let (header, mut rest) = header(bytes)?;
        let mut groups = Vec::new();
        for group in header.groups {
            let damaged = || SetError::Damaged { language: group.language.clone() };
            let len = usize::try_from(group.len).map_err(|_| damaged())?;
            let (body, tail) = rest.split_at_checked(len).ok_or_else(damaged)?;
            rest = tail;
            groups.push(Slot {
                source: Source::Bytes { bytes: keep(body), digest: group.digest },
                language: group.language,
                count: group.count,
                ready: OnceLock::new(),
            });
        }
        Ok(Self { groups })
    }

    /// Reads and checks every rule now.
    ///
    /// # Errors
    /// A group or a rule is damaged.
    pub fn check(&self) -> Result<(), SetError> {
        self.groups.iter().try_for_each(|slot| slot.all().map(|_| ()))
    }
}

fn header(bytes: &[u8]) -> Result<(Header, &[u8]), SetError> {
    let rest = bytes.strip_prefix(MAGIC.as_slice()).ok_or(SetError::NotARuleSet)?;
    let (len, rest) = rest.split_first_chunk::<4>().ok_or(SetError::NotARuleSet)?;
    let (wanted, rest) = rest.split_first_chunk::<8>().ok_or(SetError::NotARuleSet)?;
    let len = u32::from_le_bytes(*len) as usize;
    let (header, rest) = rest.split_at_checked(len).ok_or(SetError::NotARuleSet)?;
    if digest(header) != u64::from_le_bytes(*wanted) {
        return Err(SetError::NotARuleSet);
    }
    let header: Header = postcard::from_bytes(header).map_err(|_| SetError::NotARuleSet)?;
    match header.version == ENGINE_VERSION {
        true => Ok((header, rest)),
        false => Err(SetError::OtherVersion { found: header.version, wanted: ENGINE_VERSION }),
    }
}

impl Slot {
    /// The group, without its rules.
    fn group(&self) -> Result<&Group, SetError> {
        self.ready.get_or_init(|| self.read()).as_ref().map_err(Clone::clone)
    }

    /// The rule with this number in the group.
    fn rule(&self, number: usize) -> Result<&Ready, SetError> {
        let lazy = self.group()?.rules.get(number).ok_or_else(|| self.damaged())?;
        lazy.ready.get_or_init(|| self.read_rule(lazy, number)).as_ref().map_err(Clone::clone)
    }

    /// The rules that may match a file with these words.
    pub(crate) fn possible(&self, seen: &Seen) -> Result<Vec<&Ready>, SetError> {
        let rules = self.group()?.rules.iter().enumerate();
        let possible = rules.filter(|(_, lazy)| seen.meets(&lazy.needs));
        possible.map(|(number, _)| self.rule(number)).collect()
    }

    fn all(&self) -> Result<Vec<&Ready>, SetError> {
        (0..self.group()?.rules.len()).map(|number| self.rule(number)).collect()
    }

    fn damaged(&self) -> SetError {
        SetError::Damaged { language: self.language.clone() }
    }

    fn read(&self) -> Result<Group, SetError> {
        let (needs, ranges) = match &self.source {
            Source::Rules(rules) => {
                (rules.iter().map(prefilter::needs).collect(), vec![0..0; rules.len()])
            }
            Source::Bytes { bytes, digest: wanted } if digest(bytes) == *wanted => {
                index(bytes).ok_or_else(|| self.damaged())?
            }
            Source::Bytes { .. } => return Err(self.damaged()),
        };
        let lazy = |(needs, bytes)| Lazy { needs, bytes, ready: OnceLock::new() };
        let needs: Vec<Needs> = needs;
        Ok(Group { rules: needs.into_iter().zip(ranges).map(lazy).collect() })
    }

    fn read_rule(&self, lazy: &Lazy, number: usize) -> Result<Ready, SetError> {
        let rule = match &self.source {
            Source::Rules(rules) => rules.get(number).cloned(),
            Source::Bytes { bytes, .. } => {
                let body = bytes.get(lazy.bytes.clone());
                let rule = body.and_then(|body| postcard::from_bytes(body).ok());
                rule.filter(|rule| is_sound(rule, &self.language))
            }
        };
        let rule: Rule = rule.ok_or_else(|| self.damaged())?;
        Ok(Ready { regexes: Pool::new(rule.regexes.len()), rule })
    }

    fn bytes(&self) -> Result<Cow<'_, [u8]>, SetError> {
        let rules = match &self.source {
            Source::Bytes { bytes, .. } => return Ok(Cow::Borrowed(bytes)),
            Source::Rules(rules) => rules,
        };
        let too_large = || SetError::TooLarge { language: self.language.clone() };
        let needs = rules.iter().map(prefilter::needs).collect();
        let mut index = Index { needs, lens: Vec::new() };
        let mut bodies = Vec::new();
        for rule in rules {
            let body = postcard::to_stdvec(rule).map_err(|_| too_large())?;
            index.lens.push(u32::try_from(body.len()).map_err(|_| too_large())?);
            bodies.extend(body);
        }
        let index = postcard::to_stdvec(&index).map_err(|_| too_large())?;
        Ok(Cow::Owned([index, bodies].concat()))
    }
}

/// What each rule of a group needs, and where its bytes are.
fn index(bytes: &[u8]) -> Option<(Vec<Needs>, Vec<Range<usize>>)> {
    let (index, rest) = postcard::take_from_bytes::<Index>(bytes).ok()?;
    let mut at = bytes.len() - rest.len();
    let ranges = index.lens.iter().map(|len| {
        let start = at;
        at = at.saturating_add(*len as usize);
        start..at
    });
    let ranges: Vec<Range<usize>> = ranges.collect();
    (at == bytes.len() && index.needs.len() == ranges.len()).then_some((index.needs, ranges))
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// A digest against damage, eight bytes at a time; whoever must trust the bytes authenticates them.
fn digest(bytes: &[u8]) -> u64 {
    const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut state = (bytes.len() as u64).wrapping_mul(FACTOR);
    for chunk in bytes.chunks(8) {
        let mut word = [0u8; 8];
        word.iter_mut().zip(chunk).for_each(|(to, from)| *to = *from);
        state = (state.rotate_left(23) ^ u64::from_le_bytes(word)).wrapping_mul(FACTOR);
    }
    state ^ (state >> 29)
}

/// Whether all that the matcher takes for granted is there. Other numbers that point nowhere match
/// nothing when they are used.
fn is_sound(rule: &Rule, language: &str) -> bool {
    let tables = language == REGEX || !rule.patterns.iter().any(|m| !is_sound_pattern(rule, m));
    tables && rule.vars.len() < usize::from(u16::MAX)
}

fn is_sound_pattern(rule: &Rule, matchable: &crate::rule::Matchable) -> bool {
    let tree = &matchable.pattern.tree;
    let (Form::Expr(id) | Form::Stmt(id) | Form::Stmts(id) | Form::Part(id)) =
        matchable.pattern.form;
    let known = |leaf: &Leaf| match leaf {
        Leaf::Plain | Leaf::Any => true,
        Leaf::Var(var) => usize::from(*var) < rule.vars.len(),
        Leaf::Regex(regex) => (*regex as usize) < rule.regexes.len(),
    };
    tree.is_sound() && id.0 < tree.len() && matchable.leaves.iter().all(known)
}
