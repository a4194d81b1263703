#![no_main]
//! Any text in any language becomes a sound tree, and what was not read lies inside the text.

use libfuzzer_sys::fuzz_target;
use portcullis_model::Span;
use portcullis_syntax::parse;

fuzz_target!(|data: &[u8]| {
    let Some((language, text)) = portcullis_fuzz::choice(data) else { return };
    let parsed = parse(language, &text);
    assert!(parsed.tree.is_sound(), "the links of the tree");
    assert_eq!(parsed.tree.source(), text);
    assert!(parsed.unread_permille() <= 1000);
    in_order(&parsed.unread, &text);
    in_order(&parsed.comments, &text);
});

/// Spans that do not overlap, on the borders of characters.
fn in_order(spans: &[Span], text: &str) {
    let mut end = 0;
    for span in spans {
        assert!(end <= span.start && span.start <= span.end, "{spans:?}");
        assert!(text.get(span.start as usize..span.end as usize).is_some(), "{spans:?}");
        end = span.end;
    }
}
