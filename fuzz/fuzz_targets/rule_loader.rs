#![no_main]
//! Any text as a rule file: errors, or rules that survive the way to bytes and back, that can be
//! written out, and that run.

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use portcullis_rules::{Library, RuleSet, load};

/// Lists that a rule file may name by `use:`.
static LISTS: LazyLock<Library> = LazyLock::new(|| {
    let mut lists = Library::default();
    for (name, text) in [
        ("python/web-input", "entries:\n  - pattern: request.args[...]\n"),
        ("a", "entries:\n  - use: a\n"),
    ] {
        lists.add(name, text).expect("the list is well formed");
    }
    lists
});

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let loaded = load(&text, &LISTS);
    loaded.errors.iter().for_each(|error| assert!(!error.to_string().is_empty()));
    loaded.rules.iter().for_each(|rule| assert!(!rule.to_plain_yaml().is_empty()));
    let set = RuleSet::new(loaded.rules);
    let bytes = set.to_bytes().expect("loaded rules have a compiled form");
    let read = RuleSet::from_bytes(&bytes).expect("a compiled form can be read");
    read.check().expect("a compiled form is sound");
    portcullis_fuzz::scan_all(&read);
});
