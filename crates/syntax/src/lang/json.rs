//! JSON, with comments as many tools allow them.
//!
//! The value of the file is a statement. In a pattern, `"key": value` is a pair of any object.

use crate::{
    Kind, Language,
    grammar::{
        Dialect,
        How::{Code, Leaf, Node, String},
        Row,
        Slot::{All, Field},
    },
    pattern::{Fill, Frame, PatternSyntax, Typed},
    scaffold::{Braces, Lexicon, Scaffolds, Style},
};

pub(super) static JSON: Language = Language {
    id: "json",
    name: "JSON",
    aliases: &["json5", "jsonc"],
    extensions: &["json", "ipynb", "jsonc", "json5", "geojson", "tfstate", "webmanifest"],
    file_names: &[".babelrc", ".eslintrc", ".prettierrc", "composer.lock", "Pipfile.lock"],
    shebangs: &[],
    line_comments: &["//"],
    dialect: &DIALECT,
    variant: None,
    rows: &[ROWS],
    scaffolds: Scaffolds {
        lexicon: Lexicon {
            line_comment: "//",
            block_comments: true,
            long_quotes: &[],
            regexes: false,
        },
        style: Style::Braces(Braces { class: "{", function: "[", lambda: "", pair: "", end: "" }),
        heads: &[],
        openers: &[(":", "{"), (":", "[{"), (",", "[")],
    },
    patterns: PatternSyntax {
        frames: &[
            Frame::whole("", ""),
            Frame::part("{", "}", Kind::Pair),
            Frame::part("{\"_\": ", "}", Kind::Pair),
        ],
        fills: &[
            Fill::Around("\"", "\""),
            Fill::Around("\"", "\": 1"),
            Fill::Around("", ""),
            Fill::Digits,
        ],
        statement_fill: 0,
        member_fill: 1,
        case_fill: 0,
        spread: false,
        typed: Typed::Nowhere,
    },
};

static DIALECT: Dialect = Dialect::new(|| tree_sitter_json::LANGUAGE.into());

const ROWS: &[Row] = &[
    Row(
        "document",
        Code(|w, node| node.named().for_each(|value| super::yaml::statement(w, value))),
    ),
    Row("object", Node(Kind::Dict, &[All])),
    Row("array", Node(Kind::List, &[All])),
    Row("pair", Node(Kind::Pair, &[Field("key"), Field("value")])),
    Row("string", String),
    Row("number", Code(super::yaml::number)),
    Row("true false", Leaf(Kind::Bool)),
    Row("null", Leaf(Kind::Null)),
];
