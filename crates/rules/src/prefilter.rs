//! Which words a file must hold for a rule to match it, and the one pass over the text that tells.
//!
//! A word is needed where every match contains it: the names of patterns. Strings are no such
//! words, since a constant may be put together from parts. All operators of `patterns` add their
//! needs, `pattern-either` adds what all its choices need, as one group of which any word will do.

use aho_corasick::AhoCorasick;
use portcullis_syntax::{Kind, Node, pattern::Pattern};

use crate::rule::{Formula, Leaf, Matchable, Mode, Needs, Rule};

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
    // The groups with fewer words say more, and so do longer words.
    groups.sort_by_key(|words| (words.len(), std::cmp::Reverse(shortest(words))));
    groups.dedup();
    groups.truncate(GROUPS_MAX);
    Needs { all: groups }
}

fn shortest(words: &[String]) -> usize {
    words.iter().map(String::len).min().unwrap_or(0)
}

fn formula_needs(rule: &Rule, formula: &Formula) -> Vec<Vec<String>> {
    match formula {
        Formula::Pattern(number) => {
            rule.patterns.get(*number as usize).map(pattern_needs).unwrap_or_default()
        }
        Formula::And(and) => and.all.iter().flat_map(|f| formula_needs(rule, f)).collect(),
        Formula::Or(choices) => either(choices.iter().map(|f| formula_needs(rule, f))),
        Formula::Inside(inner) | Formula::Anywhere(inner) | Formula::As(_, inner) => {
            formula_needs(rule, inner)
        }
        Formula::Regex(_) | Formula::Not(_) => Vec::new(),
    }
}

/// One group with the best word group of each choice; nothing where a choice needs nothing.
fn either(choices: impl Iterator<Item = Vec<Vec<String>>>) -> Vec<Vec<String>> {
    let mut words = Vec::new();
    for mut groups in choices {
        groups.sort_by_key(|group| (group.len(), std::cmp::Reverse(shortest(group))));
        match groups.into_iter().next() {
            Some(group) => words.extend(group),
            None => return Vec::new(),
        }
    }
    words.sort();
    words.dedup();
    if words.is_empty() || words.len() > WORDS_MAX { Vec::new() } else { vec![words] }
}

/// The names of a pattern that stand in every match as they are.
fn pattern_needs(matchable: &Matchable) -> Vec<Vec<String>> {
    let Pattern { tree, .. } = &matchable.pattern;
    let mut found: Vec<Vec<String>> = Vec::new();
    for node in tree.nodes() {
        let plain = matchable.leaves.get(node.id().0 as usize) == Some(&Leaf::Plain);
        let word = node.text();
        if plain && node.kind() == Kind::Name && word.len() > 1 && stands_in_text(node) {
            found.push(vec![word.to_owned()]);
        }
    }
    found
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

/// The words of many rules, to be looked for in one pass.
#[derive(Debug)]
pub(crate) struct Prefilter {
    searcher: Option<AhoCorasick>,
    /// By word: the groups that it satisfies, as (rule, group).
    uses: Vec<Vec<(u32, u8)>>,
    groups: Vec<u8>,
}

impl Prefilter {
    pub(crate) fn new<'r>(needs: impl Iterator<Item = &'r Needs>) -> Self {
        let mut words: std::collections::HashMap<&str, Vec<(u32, u8)>> = Default::default();
        let mut groups = Vec::new();
        for (rule, needs) in (0u32..).zip(needs) {
            groups.push(u8::try_from(needs.all.len()).unwrap_or(u8::MAX));
            for (group, choices) in (0u8..).zip(&needs.all) {
                for word in choices {
                    words.entry(word).or_default().push((rule, group));
                }
            }
        }
        let (words, uses): (Vec<&str>, Vec<_>) = words.into_iter().unzip();
        let searcher =
            AhoCorasick::builder().match_kind(aho_corasick::MatchKind::Standard).build(&words).ok();
        Self { searcher, uses, groups }
    }

    /// For each rule, whether it may match the text.
    pub(crate) fn possible(&self, text: &str) -> Vec<bool> {
        let Some(searcher) = &self.searcher else { return vec![true; self.groups.len()] };
        let mut seen = vec![0u8; self.groups.len()];
        let mut found = vec![false; self.uses.len()];
        for hit in searcher.find_overlapping_iter(text) {
            let word = hit.pattern().as_usize();
            let Some(first) = found.get_mut(word).filter(|seen| !**seen) else { continue };
            *first = true;
            for (rule, group) in self.uses.get(word).into_iter().flatten() {
                if let Some(bits) = seen.get_mut(*rule as usize) {
                    *bits |= 1u8.checked_shl(u32::from(*group)).unwrap_or(0);
                }
            }
        }
        let complete =
            |(bits, groups): (&u8, &u8)| (*bits).count_ones() >= u32::from(*groups).min(u8::BITS);
        seen.iter().zip(&self.groups).map(complete).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(needs: &[&[&str]], text: &str, want: bool) {
        let all = needs.iter().map(|g| g.iter().map(|w| (*w).to_owned()).collect()).collect();
        let needs = Needs { all };
        assert_eq!(Prefilter::new([&needs].into_iter()).possible(text), [want], "{text}");
    }

    #[test]
    fn every_group_needs_one_of_its_words() {
        check(&[], "", true);
        check(&[&["exec", "eval"], &["req"]], "eval(req.body)", true);
        check(&[&["exec", "eval"], &["req"]], "eval(x)", false);
        check(&[&["exec", "executor"]], "my executor", true);
    }
}
