//! `portcullis scan`: exit codes, formats, bad input.

use serde_json::Value;

use crate::door::{Place, Said, git};

const VULNERABLE: &str = "import os\nimport sys\n\nos.system(\"ping -c 1 \" + sys.argv[1])\n";
const RULE: &str = "rules:\n  - id: no-eval\n    languages: [python]\n    severity: ERROR\n    \
                    message: eval of $X\n    pattern: eval($X)\n";

fn check(said: &Said, exit: i32, parts: &[&str]) {
    assert_eq!(said.exit, exit, "{said:?}");
    for part in parts {
        assert!(said.out.contains(part) || said.err.contains(part), "`{part}` is not in {said:?}");
    }
}

#[test]
fn exit_codes_tell_what_happened() {
    let place = Place::with(&[("bad.py", VULNERABLE), ("good.py", "x = 1\n")]);
    check(&place.run(&["scan", "good.py"]), 0, &["no findings"]);
    check(&place.run(&["scan", "bad.py"]), 1, &["bad.py:4", "CWE-78", "blocked"]);
    check(&place.run(&["scan", "no.py"]), 2, &["no.py", "no such file"]);
    check(&place.run(&["scan", "--fail-on", "terrible", "."]), 2, &["terrible"]);
    check(&place.run_with(&["scan", "--stdin", "--filename", "x.py"], VULNERABLE), 1, &["x.py:4"]);
}

#[test]
fn what_cannot_be_looked_at_is_said_and_counted() {
    let place = Place::with(&[("a.py", "x = 1\n")]);
    place.put("blob.bin", [0u8, 1, 2]);
    place.put("latin.py", b"# caf\xe9\nx = 1\n");
    check(&place.run(&["scan", "."]), 0, &["blob.bin: it is a binary file", "latin.py: bytes"]);
    place.put("long.js", vec![b'a'; 50 << 20]);
    check(&place.run(&["scan", "long.js"]), 3, &["long.js", "8 MiB"]);
    check(&place.run(&["scan", "--allow-incomplete", "long.js"]), 0, &["long.js"]);
}

#[cfg(unix)]
#[test]
fn links_that_run_in_circles_are_counted() {
    let place = Place::with(&[("a.py", "x = 1\n")]);
    std::os::unix::fs::symlink(place.repository(), place.repository().join("loop")).unwrap();
    std::os::unix::fs::symlink("self", place.repository().join("self")).unwrap();
    check(&place.run(&["scan", "."]), 0, &["loop: it is a symbolic link"]);
    check(&place.run(&["scan", "self"]), 3, &["self"]);
}

#[test]
fn a_named_file_is_looked_at_and_ignore_files_hold_below_folders() {
    let place = Place::with(&[("build/bad.py", VULNERABLE), (".gitignore", "build/\n")]);
    check(&place.run(&["scan", "."]), 0, &["no findings"]);
    check(&place.run(&["scan", "build/bad.py"]), 1, &["build/bad.py:4"]);
}

#[test]
fn own_rules_run_alone_and_a_broken_one_is_counted() {
    let place = Place::with(&[("a.py", "eval(input())\n"), ("r.yaml", RULE)]);
    check(&place.run(&["scan", "--rules", "r.yaml", "a.py"]), 1, &["no-eval", "eval of input()"]);
    let broken = format!(
        "{RULE}  - id: broken\n    languages: [python]\n    severity: ERROR\n    \
                          message: m\n    paterns: []\n"
    );
    place.put("r.yaml", broken);
    let said = place.run(&["scan", "--rules", "r.yaml", "a.py"]);
    check(&said, 1, &["no-eval", "r.yaml", "`paterns`", "patterns"]);
    place.put("a.py", "x = 1\n");
    check(&place.run(&["scan", "--rules", "r.yaml", "a.py"]), 3, &["`paterns`"]);
    check(&place.run(&["rules", "check", "r.yaml"]), 2, &["`paterns`"]);
}

#[test]
fn comments_that_suppress_are_counted_never_silent() {
    let place = Place::with(&[("a.py", "eval(x)  # nosemgrep\n"), ("r.yaml", RULE)]);
    let args = ["scan", "--rules", "r.yaml", "a.py"];
    check(&place.run(&args), 0, &["1 suppressed"]);
    let shown = place.run(&["scan", "--rules", "r.yaml", "--show-suppressed", "a.py"]);
    check(&shown, 0, &["no-eval"]);
    let code = VULNERABLE.replace("argv[1])", "argv[1])  # nosec");
    place.put("b.py", code);
    check(&place.run(&["scan", "b.py"]), 1, &["CWE-78", "suppression-comment"]);
}

#[test]
fn a_diff_counts_only_what_it_adds() {
    let place = Place::with(&[]);
    let folder = place.repository();
    std::fs::remove_dir_all(folder.join(".git")).unwrap();
    place.put("old.py", VULNERABLE);
    git(&folder, &["init", "-q"]);
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "-q", "-m", "start"]);
    check(&place.run(&["scan", "--diff"]), 0, &["no findings in 0 files"]);
    place.put("old.py", format!("import json\n{VULNERABLE}"));
    check(&place.run(&["scan", "--diff"]), 0, &["no findings in 1 file"]);
    place.put("new.py", VULNERABLE);
    let said = place.run(&["scan", "--diff=HEAD"]);
    check(&said, 1, &["new.py:4"]);
    assert!(!said.out.contains("old.py:"), "{said:?}");
    check(&place.run(&["scan", "--diff=no-such-commit"]), 2, &["no-such-commit"]);
}

#[test]
fn sarif_is_valid_and_carries_what_code_hosts_read() {
    let place = Place::with(&[("bad.py", VULNERABLE)]);
    let said = place.run(&["scan", "--format", "sarif", "bad.py"]);
    assert_eq!(said.exit, 1);
    let sarif: Value = serde_json::from_str(&said.out).unwrap();
    let schema: Value = serde_json::from_str(include_str!("data/sarif-2.1.0.schema.json")).unwrap();
    let errors: Vec<String> = jsonschema::validator_for(&schema)
        .unwrap()
        .iter_errors(&sarif)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
    let result = sarif["runs"][0]["results"]
        .as_array()
        .unwrap()
        .iter()
        .find(|result| result["level"] == "error")
        .unwrap();
    let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
    let rule = &sarif["runs"][0]["tool"]["driver"]["rules"][index];
    let tags = rule["properties"]["tags"].to_string();
    assert!(tags.contains("external/cwe/cwe-78"), "{tags}");
    assert!(rule["properties"]["security-severity"].is_string());
    assert_eq!(result["locations"][0]["physicalLocation"]["region"]["startLine"], 4);
    assert!(result["partialFingerprints"]["portcullis/v1"].is_string());
    assert!(result["codeFlows"][0]["threadFlows"][0]["locations"].is_array());
}

#[test]
fn json_and_github_formats_name_the_same_finding() {
    let place = Place::with(&[("bad.py", VULNERABLE)]);
    let json = place.run(&["scan", "--format", "json", "bad.py"]);
    let document: Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(document["schema"], "portcullis.scan/1");
    assert_eq!(document["findings"][0]["start"]["line"], 4);
    let findings = document["findings"].as_array().unwrap();
    let finding = findings.iter().find(|finding| finding["level"] == "error").unwrap();
    let rule = finding["rule"].as_str().unwrap();
    let github = place.run(&["scan", "--format", "github", "bad.py"]);
    let expected = format!("::error file=bad.py,line=4,endLine=4,title={rule}::");
    assert!(github.out.contains(&expected), "{github:?}");
}
