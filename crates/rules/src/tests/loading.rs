//! What the loader says of rules, right and wrong.

use crate::{Library, load};

/// The errors of a rule file, as they are shown.
#[track_caller]
fn check(rules: &str, want: &[&str]) {
    let loaded = load(rules, &Library::default());
    let found: Vec<String> = loaded.errors.iter().map(ToString::to_string).collect();
    assert_eq!(found, want);
}

/// A rule with these lines after its head.
fn rule(lines: &str) -> String {
    format!("rules:\n- id: r\n  languages: [python]\n  severity: ERROR\n  message: m\n{lines}")
}

#[test]
fn mistakes_are_told_with_line_and_hint() {
    check(
        "a: 1",
        &["1:1: the file has no list `rules`; write `rules:` and under it a list of rules"],
    );
    check(
        &rule("  patern: foo\n"),
        &["6:3: rule `r`: the key `patern` is not known here; did you mean `pattern`?"],
    );
    check(
        &rule("  patterns:\n  - pattern: foo\n  - pattern-no: bar\n"),
        &["8:5: rule `r`: the key `pattern-no` is not known here; did you mean `pattern-not`?"],
    );
    check(
        &rule("  patterns:\n  - pattern-not: bar\n"),
        &["7:5: rule `r`: the formula has no positive pattern; add a `pattern`, \
             `pattern-either`, \
           `pattern-inside` or `pattern-regex`"],
    );
    check(
        "rules:\n- id: r\n  languages: [pyton]\n  severity: ERROR\n  message: m\n  pattern: a\n",
        &["3:15: rule `r`: the language `pyton` is not known; did you mean `python`?"],
    );
    check(
        "rules:\n- id: r\n  languages: [python]\n  severity: SEVERE\n  message: m\n  pattern: a\n",
        &["4:13: rule `r`: the severity `SEVERE` is not known; write ERROR, WARNING, INFO, \
           CRITICAL, HIGH, MEDIUM or LOW"],
    );
}

#[test]
fn one_broken_rule_leaves_the_others() {
    let rules = format!(
        "{}{}",
        rule("  pattern-regex: 'a('\n"),
        "- id: s\n  languages: [python]\n  severity: ERROR\n  message: m\n  pattern: foo()\n"
    );
    let loaded = load(&rules, &Library::default());
    assert_eq!(loaded.errors.len(), 1);
    assert_eq!(
        loaded.rules.iter().filter_map(|r| r.meta()).map(|m| &m.id).collect::<Vec<_>>(),
        ["s"]
    );
}

#[test]
fn lists_are_expanded_and_own_keys_dropped() {
    let mut library = Library::default();
    library.add("python/in", "entries:\n- pattern: source()\n  confidence: low\n").unwrap();
    let rules = rule(
        "  mode: taint\n  pattern-sources:\n  - use: python/in\n  pattern-sinks:\n\
         \x20 - pattern: sink($X)\n",
    );
    let loaded = load(&rules, &library);
    assert_eq!(loaded.errors, []);
    let plain = loaded.rules[0].to_plain_yaml();
    assert!(plain.contains(r#""pattern-sources": [{"pattern": "source()"}]"#), "{plain}");
    let again = load(&format!("rules:\n{plain}"), &Library::default());
    assert_eq!(again.errors, []);
    let missing = load(&rules, &Library::default());
    assert_eq!(missing.errors[0].message, "the list `python/in` is not known");
}

#[test]
fn metadata_is_read() {
    let rules = rule(
        "  pattern: a\n  metadata:\n    cwe: 'CWE-89: SQL injection'\n    owasp: [A03:2021]\n    \
         confidence: MEDIUM\n    pattern: p\n    swc: [SWC-107]\n",
    );
    let loaded = load(&rules, &Library::default());
    let meta = loaded.rules[0].meta().unwrap();
    assert_eq!((meta.cwe.as_slice(), meta.pattern.as_deref()), ([89].as_slice(), Some("p")));
    assert_eq!(meta.confidence, Some(portcullis_model::Confidence::Medium));
}
