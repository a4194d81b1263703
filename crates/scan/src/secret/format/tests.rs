//! The table holds what it promises: every format finds its hits and leaves its misses alone.

use std::collections::HashSet;

use serde::Deserialize;

use super::super::samples;
use super::{TABLE, hits};

/// What the table holds for tests.
#[derive(Deserialize)]
struct Samples {
    id: String,
    hits: Vec<String>,
    misses: Vec<String>,
}

#[derive(Deserialize)]
struct File {
    format: Vec<Samples>,
}

fn entries() -> Vec<Samples> {
    toml::from_str::<File>(include_str!("../../../data/secrets.toml")).unwrap().format
}

#[test]
fn every_format_has_a_name_of_its_own_and_a_regex() {
    let mut seen = HashSet::new();
    for format in &TABLE.formats {
        assert!(seen.insert(&format.rule), "{} stands twice", format.rule);
        assert!(format.regex().is_some(), "{} has no valid regex", format.rule);
    }
    assert!(seen.len() >= 90);
}

/// The samples among `of` for which `found` is not what it should be.
fn wrong(of: fn(&Samples) -> &Vec<String>, expected: bool) -> Vec<String> {
    let mut wrong = Vec::new();
    for entry in entries() {
        assert!(!of(&entry).is_empty(), "{} lacks samples", entry.id);
        let rule = format!("secret-{}", entry.id);
        for (sample, seed) in of(&entry).iter().flat_map(|s| (0..5).map(move |seed| (s, seed))) {
            let text = samples::fill(sample, seed);
            let found: Vec<&str> = hits(&text).iter().map(|h| h.format.rule.as_str()).collect();
            if found.contains(&rule.as_str()) != expected {
                wrong.push(format!("{rule}: {text} gives {found:?}"));
            }
        }
    }
    wrong
}

#[test]
fn every_format_finds_its_hits() {
    assert_eq!(wrong(|entry| &entry.hits, true), [""; 0]);
}

#[test]
fn every_format_leaves_its_misses_alone() {
    assert_eq!(wrong(|entry| &entry.misses, false), [""; 0]);
}
