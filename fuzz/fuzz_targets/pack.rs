#![no_main]
//! Any bytes as compiled rules: refused, or rules that run. The bytes are tried as they are, and as
//! the body of a group whose digests are right: an attacker can write those as well.

use libfuzzer_sys::fuzz_target;
use portcullis_rules::RuleSet;

const LANGUAGES: &[&str] = &["python", "javascript", "java", "solidity", "regex"];

fuzz_target!(|data: &[u8]| {
    run(data);
    let Some((first, body)) = data.split_first() else { return };
    let language = LANGUAGES[usize::from(*first) % LANGUAGES.len()];
    if let Some(pack) = portcullis_fuzz::pack(language, body) {
        run(&pack);
    }
});

fn run(bytes: &[u8]) {
    let Ok(set) = RuleSet::from_bytes(bytes) else { return };
    // What is damaged must be told by every way to the rules, and must not run.
    let sound = set.check().is_ok();
    assert_eq!(sound, set.metas().is_ok());
    portcullis_fuzz::scan_all(&set);
}
