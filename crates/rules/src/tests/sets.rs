//! The compiled form, and what hostile bytes do to it.

use crate::{Library, RuleSet, SetError, load};

fn bytes() -> Vec<u8> {
    let rules = "rules:\n- id: r\n  languages: [python]\n  severity: ERROR\n  message: m\n  \
                 pattern: foo($X, \"=~/a/\")\n";
    RuleSet::new(load(rules, &Library::default()).rules).to_bytes().unwrap()
}

#[test]
fn bytes_come_back_as_the_same_rules() {
    let set = RuleSet::from_bytes(&bytes()).unwrap();
    assert_eq!(set.metas().unwrap()[0].id, "r");
    assert_eq!(set.to_bytes().unwrap(), bytes());
}

#[test]
fn any_changed_byte_is_an_error_and_never_a_panic() {
    let bytes = bytes();
    for at in 0..bytes.len() {
        let mut damaged = bytes.clone();
        damaged[at] ^= 0x41;
        let outcome = RuleSet::from_bytes(&damaged).and_then(|set| set.check());
        assert!(outcome.is_err(), "byte {at}");
        assert!(RuleSet::from_bytes(&bytes[..at]).is_err());
    }
    assert_eq!(RuleSet::from_bytes(b"no").err(), Some(SetError::NotARuleSet));
}
