//! Many rules, compiled: grouped by language, as bytes and back.
//!
//! Bytes are checked when a group is first needed: digest, soundness of every tree, every number
//! that points into a table. A file needs one group and the one of regular expressions, so the
//! others are not even read.

use std::sync::OnceLock;

use portcullis_syntax::pattern::Form;
use serde::{Deserialize, Serialize};

use crate::{
    SetError,
    load::{LoadedRule, REGEX},
    prefilter::Prefilter,
    regexes::Pool,
    rule::{Leaf, Meta, Rule},
};

/// Changes whenever the compiled form or the meaning of a rule changes.
pub const ENGINE_VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), "-1");

const MAGIC: &[u8; 8] = b"PCRULES\x01";

/// The rules of one language, ready to run.
#[derive(Debug)]
pub(crate) struct Group {
    pub(crate) rules: Vec<Ready>,
    pub(crate) prefilter: Prefilter,
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
struct Slot {
    language: String,
    count: u32,
    source: Source,
    ready: OnceLock<Result<Group, SetError>>,
}

#[derive(Debug)]
enum Source {
    Rules(Vec<Rule>),
    Bytes { bytes: Vec<u8>, digest: u64 },
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
            for ready in &slot.group()?.rules {
                if seen.insert(ready.rule.meta.id.clone()) {
                    found.push(ready.rule.meta.clone());
                }
            }
        }
        found.sort_by(|a, b| a.id.cmp(&b.id));
        Ok(found)
    }

    /// The rules for a language, where there are any.
    pub(crate) fn group(&self, language: &str) -> Option<Result<&Group, SetError>> {
        self.groups.iter().find(|slot| slot.language == language).map(Slot::group)
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
            bodies.extend(body);
        }
        let too_large = |_| SetError::TooLarge { language: "all languages".to_owned() };
        let header = postcard::to_stdvec(&header).map_err(too_large)?;
        let len = u32::try_from(header.len()).unwrap_or(u32::MAX).to_le_bytes();
        Ok([MAGIC.as_slice(), &len, &digest(&header).to_le_bytes(), &header, &bodies].concat())
    }

    /// Reads the compiled form. The groups are read and checked when they are first needed.
    ///
    /// # Errors
    /// The bytes are no rule set, are of another version, or are damaged.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, SetError> {
        let (header, mut rest) = header(bytes)?;
        let mut groups = Vec::new();
        for group in header.groups {
            let damaged = || SetError::Damaged { language: group.language.clone() };
            let len = usize::try_from(group.len).map_err(|_| damaged())?;
            let (body, tail) = rest.split_at_checked(len).ok_or_else(damaged)?;
            rest = tail;
            groups.push(Slot {
                source: Source::Bytes { bytes: body.to_vec(), digest: group.digest },
                language: group.language,
                count: group.count,
                ready: OnceLock::new(),
            });
        }
        Ok(Self { groups })
    }

    /// Reads and checks every group now.
    ///
    /// # Errors
    /// A group is damaged.
    pub fn check(&self) -> Result<(), SetError> {
        self.groups.iter().try_for_each(|slot| slot.group().map(|_| ()))
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
    fn group(&self) -> Result<&Group, SetError> {
        self.ready.get_or_init(|| self.read()).as_ref().map_err(Clone::clone)
    }

    fn read(&self) -> Result<Group, SetError> {
        let rules = match &self.source {
            Source::Rules(rules) => rules.clone(),
            Source::Bytes { bytes, digest: wanted } => {
                let damaged = || SetError::Damaged { language: self.language.clone() };
                if digest(bytes) != *wanted {
                    return Err(damaged());
                }
                let rules: Vec<Rule> = postcard::from_bytes(bytes).map_err(|_| damaged())?;
                if !rules.iter().all(|rule| is_sound(rule, &self.language)) {
                    return Err(damaged());
                }
                rules
            }
        };
        let prefilter = Prefilter::new(rules.iter().map(|rule| &rule.needs));
        let ready = |rule: Rule| Ready { regexes: Pool::new(rule.regexes.len()), rule };
        Ok(Group { rules: rules.into_iter().map(ready).collect(), prefilter })
    }

    fn bytes(&self) -> Result<Vec<u8>, SetError> {
        match &self.source {
            Source::Bytes { bytes, .. } => Ok(bytes.clone()),
            Source::Rules(rules) => postcard::to_stdvec(rules)
                .map_err(|_| SetError::TooLarge { language: self.language.clone() }),
        }
    }
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
