//! Solidity.
//!
//! The options of a call (`x.call{value: v}("")`) are the first of its arguments. A conversion
//! (`address(x)`) is a call. Events and errors are functions without a body, told by a modifier.
//! The call that a `try` attempts is the first statement of its block. Assembly keeps its own shape
//! except for calls.

mod binding;

use binding::bare;

use crate::{
    Kind, Language, Op,
    concrete::Concrete,
    grammar::{
        Dialect,
        How::{Code, Dotted, Flat, Leaf, Node, One, Op as Oper, Skip, String},
        Row,
        Slot::{Absent, All, Field, Nth},
    },
    lower::{Writer, op_of},
    pattern::{Fill, Frame, PatternSyntax, Typed},
    scaffold::{Braces, Lexicon, Scaffolds, Style},
};

pub(super) static SOLIDITY: Language = Language {
    id: "solidity",
    name: "Solidity",
    aliases: &["sol"],
    extensions: &["sol"],
    file_names: &[],
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
        style: Style::Braces(Braces {
            class: "contract _ {",
            function: "function _() public {",
            lambda: "",
            pair: "{",
            end: ";",
        }),
        heads: &[
            ("else", "contract _ { function _() public { if (_) {}"),
            ("catch", "contract _ { function _() public { try _() {}"),
        ],
        openers: &[
            (":=", "contract _ { function _() public { assembly {"),
            (",", "contract _ { function _() public { _("),
            (",", "contract _ { function _("),
        ],
    },
    patterns: PatternSyntax {
        frames: FRAMES,
        fills: &[
            Fill::Around("", ""),
            Fill::Around("", ";"),
            Fill::Around("", " ___"),
            Fill::Around("", " ___;"),
            Fill::Around("", " ;;"),
            Fill::Around("\"", "\""),
            Fill::Digits,
        ],
        statement_fill: 1,
        member_fill: 3,
        spread: false,
        typed: Typed::Conversion,
    },
};

static DIALECT: Dialect = Dialect::new(|| tree_sitter_solidity::LANGUAGE.into());

const FRAMES: &[Frame] = &[
    Frame::clause("pragma", "", ""),
    Frame::clause("struct", "", ""),
    Frame::clause("catch", "function _() { try _() {}", "\n}"),
    Frame::clause("else", "function _() { if (_) {}", "\n}"),
    Frame::whole("function _() {", ";\n}"),
    Frame::whole("function _() {", "\n}"),
    Frame::whole("contract _ {", "\n}"),
    Frame::whole("contract _ {", ";\n}"),
    Frame::whole("", ""),
    Frame::whole("", ";"),
    Frame::whole("", " {}"),
    Frame::whole("contract _ {", " {}\n}"),
    Frame::part("function _(", ") {}", Kind::Param),
    Frame::part("function _() public", " {}", Kind::Annotation),
    Frame::whole("function _() { (", " _); }"),
];

const ROWS: &[Row] = &[
    Row("identifier primitive_type enum_value yul_evm_builtin", Leaf(Kind::Name)),
    Row("user_defined_type type_alias yul_path", Dotted),
    Row("number_literal", Code(number)),
    Row("yul_decimal_number yul_hex_number", Leaf(Kind::Int)),
    Row("boolean_literal yul_boolean", Leaf(Kind::Bool)),
    Row("string_literal", Code(|w, n| w.strings(n))),
    Row("string hex_string_literal unicode_string_literal", String),
    Row("expression statement parenthesized_expression yul_identifier yul_string_literal", One),
    Row("any_source_type solidity_version solidity_version_comparison_operator", Leaf(Kind::Token)),
    Row("pragma_value visibility state_mutability state_location", Leaf(Kind::Token)),
    Row("virtual immutable unchecked override_specifier", Leaf(Kind::Token)),
    Row("type_name", Code(type_name)),
    // Expressions.
    Row("call_expression member_expression array_access slice_access", Code(operation)),
    Row("binary_expression unary_expression update_expression", Code(operation)),
    Row("ternary_expression", Code(operation)),
    Row("struct_expression", Code(options)),
    Row("type_cast_expression", Code(call_of_first)),
    Row("payable_conversion_expression meta_type_expression", Code(call_of_first)),
    Row("yul_function_call", Code(call_of_first)),
    Row("call_argument", Flat),
    Row("call_struct_argument", Node(Kind::Keyword, &[Field("name"), Field("value")])),
    Row("struct_field_assignment", Node(Kind::Keyword, &[Field("name"), Field("value")])),
    Row("new_expression", Code(|w, n| new(w, n, None, n))),
