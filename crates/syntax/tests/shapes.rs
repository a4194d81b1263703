//! What the languages look like in the common tree: one file for each, source beside its tree.

#![expect(clippy::unwrap_used, reason = "a test may fail")]

use portcullis_syntax::{Language, parse};

mod shapes {
    mod bash;
    mod c;
    mod cpp;
    mod csharp;
    mod dockerfile;
    mod go;
    mod hcl;
    mod html;
    mod java;
    mod javascript;
    mod json;
    mod kotlin;
    mod php;
    mod python;
    mod ruby;
    mod rust;
    mod scala;
    mod solidity;
    mod sql;
    mod swift;
    mod typescript;
    mod xml;
    mod yaml;

    use super::read;
}

/// What is below the root, on one line; everything must have been read.
fn read(language: &str, source: &str) -> String {
    let language = Language::by_name(language).unwrap();
    let parsed = parse(language, source);
    assert_eq!(parsed.unread, [], "{source}");
    let dump = parsed.tree.dump().split_whitespace().collect::<Vec<_>>().join(" ");
    let below = dump.strip_prefix("(Root ").and_then(|dump| dump.strip_suffix(')'));
    below.unwrap_or(&dump).to_owned()
}
