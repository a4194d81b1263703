//! `portcullis try`: the play comes out as told.

use crate::door::Place;

#[test]
fn the_play_blocks_asks_allows_and_verifies() {
    let place = Place::with(&[]);
    let said = place.run(&["try"]);
    assert_eq!(said.exit, 0, "{said:?}");
    for part in ["BLOCK", "ask a person", "allow", "CWE-89", "SWC-107", "log verified"] {
        assert!(said.out.contains(part), "`{part}` is not in {}", said.out);
    }
}

#[test]
fn a_kept_record_can_be_looked_at() {
    let place = Place::with(&[]);
    let kept = place.repository().join("kept");
    let kept = kept.to_string_lossy();
    assert_eq!(place.run(&["try", "--keep", &kept]).exit, 0);
    let log = format!("{kept}/log");
    assert_eq!(place.run(&["log", "--dir", &log, "verify"]).exit, 0);
    let again = place.run(&["try", "--keep", &kept]);
    assert_eq!(again.exit, 2, "{again:?}");
}
