//! The built-in packs: each rule has a sample with hits and near misses, and finds just what the
//! sample says; each secure pattern's good code passes and its bad code does not.

use std::path::{Path, PathBuf};

use portcullis::{
    command::rules::samples::{self, Mark},
    embedded,
};
use portcullis_model::{Confidence, Severity};
use portcullis_scan::{Scanner, Suppressions};
use portcullis_syntax::Language;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn files(folder: &str) -> Vec<PathBuf> {
    let walk = ignore::WalkBuilder::new(root().join(folder)).build();
    let mut files: Vec<PathBuf> =
        walk.map(|e| e.unwrap().into_path()).filter(|p| p.is_file()).collect();
    files.sort();
    files
}

fn is_yaml(path: &Path) -> bool {
    let sample = path.to_string_lossy().ends_with(".test.yaml");
    path.extension().is_some_and(|e| e == "yaml") && !sample
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap().to_string_lossy().into_owned()
}

#[test]
fn every_rule_finds_what_its_sample_says() {
    let scanner = Scanner::only(vec![embedded::rules().unwrap().into()], Suppressions::Ignore);
    let mut wrong = Vec::new();
    for rule in files("rules").into_iter().filter(|p| is_yaml(p)) {
        let id = stem(&rule);
        let targets = samples::beside(&rule).unwrap();
        let (mut hits, mut misses) = (0, 0);
        for target in &targets {
            let text = std::fs::read_to_string(target).unwrap();
            let count = |mark| {
                samples::annotations(&text)
                    .iter()
                    .filter(|(m, i, _)| *m == mark && *i == id)
                    .count()
            };
            hits += count(Mark::Hit);
            misses += count(Mark::Ok);
            let mut findings = scanner.scan(&target.to_string_lossy(), &text).findings;
            findings.retain(|finding| finding.rule == id);
            wrong.extend(
                samples::differences(&text, &findings)
                    .into_iter()
                    .map(|d| format!("{}:{d}", target.display())),
            );
        }
        if hits < 2 || misses < 2 {
            wrong.push(format!("{id}: {hits} hits, {misses} near misses"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_rule_says_what_it_must() {
    let library = embedded::library().unwrap();
    let metas = embedded::rules().unwrap().metas().unwrap();
    let ids: Vec<String> = files("rules").iter().filter(|p| is_yaml(p)).map(|p| stem(p)).collect();
    assert!(metas.len() >= 80, "only {} rules", metas.len());
    for meta in &metas {
        let id = &meta.id;
        assert!(ids.contains(id), "{id}: the file's name is not the id");
        assert!(!meta.cwe.is_empty(), "{id}: no CWE");
        assert!(meta.confidence.is_some() && meta.why.is_some(), "{id}: no confidence or no why");
        assert!(!meta.references.is_empty(), "{id}: no references");
        if let Some(pattern) = &meta.pattern {
            assert!(library.get(pattern).is_some(), "{id}: there is no pattern `{pattern}`");
        }
        let text = std::fs::read_to_string(
            files("rules").iter().find(|p| is_yaml(p) && stem(p) == *id).unwrap(),
        )
        .unwrap();
        let helps = meta.pattern.is_some() || text.contains("    fix: ");
        assert!(helps || meta.severity < Severity::Critical, "{id}: neither fix nor pattern");
    }
}

#[test]
fn good_code_of_patterns_passes_and_bad_code_does_not() {
    let scanner = Scanner::new(vec![embedded::rules().unwrap().into()], Suppressions::Ignore);
    let library = embedded::library().unwrap();
    assert!(library.all().len() >= 30, "only {} patterns", library.all().len());
    let mut wrong = Vec::new();
    for pattern in library.all() {
        // A generic pattern shows no language that the scan knows.
        let Some(language) = Language::by_name(&pattern.language) else { continue };
        let extension = language.extensions[0];
        let name = format!("sample.{extension}");
        let serious = |code: &str| {
            let report = scanner.scan(&name, code);
            let serious = report
                .findings
                .into_iter()
                .filter(|f| f.severity >= Severity::High && f.confidence >= Confidence::Medium);
            serious.map(|f| f.rule).collect::<Vec<_>>()
        };
        let found = serious(&pattern.good);
        if !found.is_empty() {
            wrong.push(format!("{}: the good code has {found:?}", pattern.id));
        }
        if scanner.scan(&name, &pattern.bad).findings.is_empty() {
            wrong.push(format!("{}: nothing is found in the bad code", pattern.id));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
