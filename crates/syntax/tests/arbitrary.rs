//! Whatever the text, reading it ends, and what comes back is sound.

use portcullis_syntax::{Language, parse, pattern::parse_pattern};
use proptest::prelude::{ProptestConfig, Strategy, any, prop, proptest};

/// Words and marks that mean something in some language, so that texts get past the first token.
const TOKENS: &[&str] = &[
    "if", "else", "for", "while", "def", "class", "function", "contract", "return", "try", "catch",
    "except", "import", "from", "new", "lambda", "switch", "case", "x", "y", "1", "1.5", "\"s\"",
    "'s'", "`t`", "${", "(", ")", "[", "]", "{", "}", "<", ">", ",", ";", ":", ".", "=", "=>",
    "->", "+", "*", "&&", "?", "...", "$X", "$...A", "<...", "...>", "@", "#", "//", "/*", "*/",
    "\n", "\n    ", "\t", " ", "\r\n", "\u{fffd}", "ß", "\u{0}", "\\",
];

fn code(tokens: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(TOKENS), 0..tokens)
        .prop_map(|tokens| tokens.join(" "))
}

fn check(text: &str) {
    for language in Language::all() {
        let parsed = parse(language, text);
        assert!(parsed.tree.is_sound(), "{language:?}");
        assert!(parsed.unread_permille() <= 1000);
        for span in parsed.unread.iter().chain(&parsed.comments) {
            assert!(text.get(span.start as usize..span.end as usize).is_some(), "{language:?}");
        }
    }
}

fn check_pattern(text: &str) {
    for language in Language::all() {
        if let Ok(pattern) = parse_pattern(language, text) {
            assert!(pattern.tree.is_sound(), "{language:?}");
            assert!(pattern.form.node().0 < pattern.tree.len(), "{language:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn anything_like_code_is_read(text in code(80)) {
        check(&text);
    }

    #[test]
    fn any_text_may_be_a_pattern(text in any::<String>()) {
        check_pattern(&text);
    }

    #[test]
    fn anything_like_code_may_be_a_pattern(text in code(12)) {
        check_pattern(&text);
    }

    #[test]
    fn any_cut_of_code_is_read(text in code(80), from in 0usize..200, length in 0usize..200) {
        let from = text.floor_char_boundary(from);
        let to = text.floor_char_boundary(from + length);
        check(text.get(from..to).unwrap_or(""));
    }
}
