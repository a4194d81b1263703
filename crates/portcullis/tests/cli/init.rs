//! `init`, its removal, and `doctor`.

use crate::door::Place;

const SETTINGS: &str = "{\n    \"permissions\": {\"deny\": [\"Read(.env)\"]},\n    \
    \"hooks\": {\n        \
    \"Stop\": [{\"hooks\": [{\"type\": \"command\", \"command\": \"say done\"}]}]\n    }\n}\n";

#[test]
fn what_init_writes_it_takes_out_again_byte_for_byte() {
    let place = Place::with(&[(".claude/settings.json", SETTINGS)]);
    let shown = place.run(&["init", "--dry-run"]);
    assert!(shown.out.contains("+++ b/.claude/settings.json"), "{shown:?}");
    assert_eq!(place.read(".claude/settings.json"), SETTINGS);
    assert_eq!(place.run(&["init", "--yes"]).exit, 0);
    let settings = place.read(".claude/settings.json");
    for part in ["PreToolUse", "SessionEnd", "\"onFailure\": \"block\"", "say done"] {
        assert!(settings.contains(part), "{settings}");
    }
    assert!(place.run(&["init", "--yes"]).out.contains("already"));
    assert_eq!(place.run(&["init", "--remove", "--yes"]).exit, 0);
    assert_eq!(place.read(".claude/settings.json"), SETTINGS);
    assert!(!place.repository().join("portcullis.toml").exists());
    assert!(!place.repository().join(".portcullis").exists());
}

#[test]
fn nothing_is_written_without_consent() {
    let place = Place::with(&[]);
    let said = place.run(&["init"]);
    assert_eq!(said.exit, 2, "{said:?}");
    assert!(said.err.contains("--yes"), "{said:?}");
    assert!(!place.repository().join(".claude").exists());
}

#[test]
fn broken_settings_are_named_and_left_alone() {
    let place = Place::with(&[(".claude/settings.json", "{\n  \"hooks\": [,]\n}\n")]);
    let said = place.run(&["init", "--yes"]);
    assert_eq!(said.exit, 2, "{said:?}");
    assert!(said.err.contains("line 2"), "{said:?}");
}

#[test]
fn doctor_tells_what_is_missing_and_that_hooks_are_advisory() {
    let place = Place::with(&[]);
    let before = place.run(&["doctor"]);
    assert_eq!(before.exit, 1, "{before:?}");
    assert!(before.out.contains("run `portcullis init`"), "{before:?}");
    place.run(&["init", "--yes"]);
    let after = place.run(&["doctor"]);
    assert_eq!(after.exit, 0, "{after:?}");
    assert!(after.out.contains("Grade: advisory"), "{after:?}");
}
