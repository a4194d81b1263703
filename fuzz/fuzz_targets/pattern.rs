#![no_main]
//! Any text as a pattern of a rule: an error, or a sound tree and a place in it.

use libfuzzer_sys::fuzz_target;
use portcullis_syntax::pattern::parse_pattern;

fuzz_target!(|data: &[u8]| {
    let Some((language, text)) = portcullis_fuzz::choice(data) else { return };
    match parse_pattern(language, &text) {
        Ok(pattern) => {
            assert!(pattern.tree.is_sound(), "the links of the tree");
            assert!(pattern.form.node().0 < pattern.tree.len(), "{:?}", pattern.form);
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});
