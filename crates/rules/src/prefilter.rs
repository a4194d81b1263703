//! Which words a file must hold for a rule or a pattern to match it, and the one pass over the text
//! that tells.
//!
//! A word is needed where every match contains it: the names of patterns. Strings are no such
//! words, since a constant may be put together from parts. All operators of `patterns` add their
//! needs, `pattern-either` adds what all its choices need, as one group of which any word will do.
//!
//! Words are kept as hashes of their lower-case letters, and the words of a file as bits: that two
//! words fall together costs a look in vain and loses nothing.

use portcullis_syntax::{Kind, Node, pattern::Pattern};

use crate::rule::{Formula, Leaf, Mode, Needs, Rule};

/// Groups of words that one rule keeps, and words in one group.
const GROUPS_MAX: usize = 6;
const WORDS_MAX: usize = 64;

/// The words that any match of the rule needs.
pub(crate) fn needs(rule: &Rule) -> Needs {
    let mut groups = match &rule.mode {
        Mode::Search(formula) => formula_needs(rule, formula),
        Mode::Taint(spec) => {
            let any = |entries: &[crate::rule::TaintEntry]| {
                either(entries.iter().map(|entry| formula_needs(rule, &entry.formula)))
            };
            [any(&spec.sinks), any(&spec.sources)].concat()
        }
    };
    // The groups with fewer words say more.
    groups.sort_by_key(Vec::len);
    groups.dedup();
    groups.truncate(GROUPS_MAX);
    Needs { all: groups }
}

fn formula_needs(rule: &Rule, formula: &Formula) -> Vec<Vec<u32>> {
    match formula {
        Formula::Pattern(number) => {
            let pattern = rule.patterns.get(*number as usize);
            pattern.map_or_else(Vec::new, |p| p.words.iter().map(|word| vec![*word]).collect())
        }
        Formula::And(and) => and.all.iter().flat_map(|f| formula_needs(rule, f)).collect(),
        Formula::Or(choices) => either(choices.iter().map(|f| formula_needs(rule, f))),
        Formula::Inside(inner) | Formula::Anywhere(inner) | Formula::As(_, inner) => {
            formula_needs(rule, inner)
        }
        Formula::Generic(_) | Formula::Regex(_) | Formula::Not(_) => Vec::new(),
    }
}

/// One group with the best word group of each choice; nothing where a choice needs nothing.
fn either(choices: impl Iterator<Item = Vec<Vec<u32>>>) -> Vec<Vec<u32>> {
    let mut words = Vec::new();
    for groups in choices {
        match groups.into_iter().min_by_key(Vec::len) {
            Some(group) => words.extend(group),
            None => return Vec::new(),
        }
    }
    words.sort();
    words.dedup();
    if words.is_empty() || words.len() > WORDS_MAX { Vec::new() } else { vec![words] }
}

/// The names of a pattern that stand in every match as they are, the longest first.
pub(crate) fn words(pattern: &Pattern, leaves: &[Leaf]) -> Vec<u32> {
    let plain = |node: &Node<'_>| leaves.get(node.id().0 as usize) == Some(&Leaf::Plain);
    let names = pattern.tree.nodes().filter(|node| node.kind() == Kind::Name);
    let names = names.filter(|node| plain(node) && stands_in_text(*node));
    let mut words: Vec<&str> = names.flat_map(|node| parts(node.text())).collect();
    words.sort_by_key(|word| (std::cmp::Reverse(word.len()), *word));
    words.dedup();
    words.into_iter().map(hash).collect()
}

/// The words in a text: what stands between marks and spaces.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_ascii() && !is_letter(c as u8)).filter(|word| word.len() > 1)
}

fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80
}

/// FNV-1a of the lower-case letters: some languages do not tell the cases apart.
pub(crate) fn hash(word: &str) -> u32 {
    word.bytes().fold(EMPTY, step)
}

/// The hash of nothing.
const EMPTY: u32 = 0x811c_9dc5;

fn step(state: u32, byte: u8) -> u32 {
    (state ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193)
}

/// Whether the name is in the text of every match. The outer parts of a qualified name may hide
/// behind an import alias only by being in the import; but a type's name may be a literal's.
fn stands_in_text(node: Node<'_>) -> bool {
    let parents = || node.ancestors().take(4).map(Node::kind);
    let typed = parents().any(|kind| kind == Kind::TypedMetavar);
    // A function that is an argument matches under any name.
    let function = node.parent().filter(|up| up.kind() == Kind::Function);
    if function.and_then(|function| function.child(1)) == Some(node) {
        return false;
    }
    !typed && !matches!(node.text(), "this" | "self" | "super" | "require" | "default" | "echo")
}

/// Bits for the words of a file; a power of two.
const BITS: usize = 1 << 18;

/// The words that a file holds, or may hold.
#[derive(Debug)]
pub(crate) struct Seen {
    bits: Vec<u64>,
}

impl Seen {
    /// The words of a text.
    pub(crate) fn of(text: &str) -> Self {
        let mut seen = Self { bits: vec![0; BITS / 64] };
        let (mut state, mut inside) = (EMPTY, false);
        for byte in text.bytes() {
            match (is_letter(byte), inside) {
                (true, true) => state = step(state, byte),
                (true, false) => (state, inside) = (step(EMPTY, byte), true),
                (false, true) => {
                    seen.add(state);
                    inside = false;
                }
                (false, false) => {}
            }
        }
        seen.add(state);
        seen
    }

    fn add(&mut self, word: u32) {
        let (at, bit) = place(word);
        if let Some(bits) = self.bits.get_mut(at) {
            *bits |= bit;
        }
    }

    fn has(&self, word: u32) -> bool {
        let (at, bit) = place(word);
        self.bits.get(at).is_some_and(|bits| bits & bit != 0)
    }

    /// Whether all of these words are there.
    pub(crate) fn has_all(&self, words: &[u32]) -> bool {
        words.iter().all(|word| self.has(*word))
    }

    /// Whether a rule with these needs may match.
    pub(crate) fn meets(&self, needs: &Needs) -> bool {
        needs.all.iter().all(|words| words.iter().any(|word| self.has(*word)))
    }
}

/// The upper bits of the hash are mixed in, since the lower ones depend on the last letters most.
fn place(word: u32) -> (usize, u64) {
    let bit = (word ^ (word >> 15)) as usize % BITS;
    (bit / 64, 1 << (bit % 64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(needs: &[&[&str]], text: &str, want: bool) {
        let hashes = |group: &&[&str]| group.iter().map(|word| hash(word)).collect();
        let needs = Needs { all: needs.iter().map(hashes).collect() };
        assert_eq!(Seen::of(text).meets(&needs), want, "{text}");
    }

    #[test]
    fn every_group_needs_one_of_its_words() {
        check(&[], "", true);
        check(&[&["exec", "eval"], &["req"]], "eval(req.body)", true);
        check(&[&["exec", "eval"], &["req"]], "eval(x)", false);
        check(&[&["exec"]], "my executor", false);
        check(&[&["exec"]], "EXEC sp_help", true);
        check(&[&["größe"]], "x.größe", true);
        check(&[&["last"]], "the last", true);
    }

    #[test]
    fn a_name_with_marks_needs_its_parts() {
        assert_eq!(parts("aws_s3-bucket?").collect::<Vec<_>>(), ["aws_s3", "bucket"]);
    }
}
