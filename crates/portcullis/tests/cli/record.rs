//! The record through the program: show, verify, prove, export.

use serde_json::json;

use crate::door::Place;

fn played() -> Place {
    let place = Place::with(&[]);
    for command in ["ls", "git status", "rm -rf /"] {
        place.ask("Bash", json!({"command": command}));
    }
    place
}

fn first_id(place: &Place) -> String {
    let shown = place.run(&["log", "show", "--json"]);
    let leaf: serde_json::Value = serde_json::from_str(shown.out.lines().next().unwrap()).unwrap();
    leaf["decision_id"].as_str().unwrap().to_owned()
}

#[test]
fn every_decision_is_in_the_record_and_the_record_verifies() {
    let place = played();
    let verified = place.run(&["log", "verify"]);
    assert_eq!(verified.exit, 0, "{verified:?}");
    assert!(verified.out.contains("3 records hold, 3 of them signed"), "{verified:?}");
    let one = place.run(&["log", "show", &first_id(&place)]);
    assert!(one.out.contains("\"command\": \"ls\""), "{one:?}");
}

#[test]
fn a_proof_and_an_export_stand_alone() {
    let place = played();
    let proof = place.run(&["log", "prove", &first_id(&place)]);
    assert!(proof.out.starts_with("c2sp.org/tlog-proof@v1\n"), "{proof:?}");
    let export = place.repository().join("export");
    let export = export.to_string_lossy();
    assert_eq!(place.run(&["log", "export", &export]).exit, 0);
    assert_eq!(place.run(&["log", "verify", "--export", &export]).exit, 0);
    let unknown = place.run(&["log", "prove", "01ARZ3NDEKTSV4RRFFQ69G5FAV"]);
    assert_eq!(unknown.exit, 2, "{unknown:?}");
}

#[test]
fn a_changed_record_is_named() {
    let place = played();
    place.run(&["log", "verify"]);
    let needle = b"\"kind\":\"decision\"";
    let files = std::fs::read_dir(place.log()).unwrap().map(|entry| entry.unwrap().path());
    let mut changed = 0;
    for file in files.filter(|path| path.is_file()) {
        let mut bytes = std::fs::read(&file).unwrap();
        if let Some(at) = bytes.windows(needle.len()).position(|w| w == needle) {
            bytes[at + 9] ^= 1;
            std::fs::write(&file, bytes).unwrap();
            changed += 1;
        }
    }
    assert!(changed > 0, "no leaf was found");
    let verified = place.run(&["log", "verify"]);
    assert_eq!(verified.exit, 1, "{verified:?}");
    assert!(verified.out.contains("WRONG: record"), "{verified:?}");
}

#[test]
fn a_record_that_is_not_there_is_said() {
    let place = Place::with(&[]);
    let said = place.run(&["log", "show"]);
    assert_eq!(said.exit, 2, "{said:?}");
}
