//! Bash, and other shells as far as they read alike.
//!
//! A word is a string, quoted or not: `foo`, `"foo"` and `'foo'` are the same. A value put into
//! double quotes makes a string with parts; parts side by side without quotes around the whole are
//! a string with the operator [`Op::Add`], so that the two can be told apart. `$x` alone is an
//! [`Kind::Interpolation`] of the name. A command is a call of its first word. A pipeline is a
//! [`Kind::Binary`] that nests to the left. Redirections and the variables of one command amend it
//! ([`Kind::Amended`]). What `sudo` and its like run is a call among their arguments. Declarations
//! are their assignments. What stands where a statement does is a statement there, and stays what
//! it is inside `&&`, `|` and `$(...)`.

mod chain;
mod commands;
mod control;
mod cover;
mod words;

use crate::{
    Kind, Language,
    grammar::{
        Dialect,
        How::{Code, Leaf, Node, One, Op as Oper},
        Row,
        Slot::{All, Field, Nth},
    },
    pattern::{Fill, Frame, PatternSyntax, Typed},
    scaffold::{Braces, Lexicon, Scaffolds, Style},
};

#[cfg(doc)]
use crate::Op;

pub(super) use commands::{loose_script, script};
pub(super) use words::{pieces, quoted};

pub(super) static BASH: Language = Language {
    id: "bash",
    name: "Bash",
    aliases: &["sh", "shell"],
    extensions: &["sh", "bash", "ksh", "zsh"],
    file_names: &[".bashrc", ".bash_profile", ".bash_login", ".profile", ".zshrc", ".zprofile"],
    shebangs: &["bash", "sh", "dash", "ash", "ksh", "zsh"],
    line_comments: &["#"],
    dialect: &DIALECT,
    variant: None,
    rows: &[WORDS, COMMANDS],
    scaffolds: SCAFFOLDS,
    patterns: PatternSyntax {
        frames: FRAMES,
        fills: FILLS,
        statement_fill: 0,
        member_fill: 0,
        case_fill: 1,
        spread: false,
        typed: Typed::Untyped,
    },
};

pub(super) static DIALECT: Dialect =
    Dialect::new(|| tree_sitter_bash::LANGUAGE.into()).covering(cover::cover);

const SCAFFOLDS: Scaffolds = Scaffolds {
    lexicon: Lexicon { line_comment: "#", block_comments: false, long_quotes: &[], regexes: false },
    style: Style::Braces(Braces {
        class: "",
        function: "_() {\n",
        lambda: "{\n",
        pair: "{\n",
        end: "\n",
    }),
    heads: &[
        ("else", "if _; then\n_\n"),
        ("elif", "if _; then\n_\n"),
        ("then", "if _\n"),
        ("do", "while _\n"),
    ],
    openers: &[
        ("fi", "if _; then\n"),
        ("done", "while _; do\n"),
        ("esac", "case _ in\n"),
        ("done", "while _; do\nif _; then\n"),
        (";;", "case _ in _) _\n;;\n"),
    ],
};

const FRAMES: &[Frame] = &[
    Frame::clause("elif", "if _; then\n_\n", "\nfi"),
    Frame::clause("else", "if _; then\n_\n", "\nfi"),
    Frame::whole("", ""),
    Frame::whole("", "\n"),
];

const FILLS: &[Fill] =
    &[Fill::Around("", ""), Fill::Around("", ") ;;"), Fill::Around("", ";"), Fill::Digits];

/// Words and what they are made of.
const WORDS: &[Row] = &[
    Row("word number extglob_pattern regex", Code(words::word)),
    Row("raw_string ansi_c_string", Code(words::quoted)),
    Row("string", Code(words::string)),
    Row("translated_string", One),
    Row("concatenation brace_expression", Code(words::joined)),
    Row("variable_name special_variable_name", Leaf(Kind::Name)),
    Row("simple_expansion", Code(words::variable)),
    Row("expansion", Code(words::expansion)),
    Row("command_substitution process_substitution", Code(words::output)),
    Row("heredoc_body", Code(words::document)),
    Row("array", Node(Kind::List, &[All])),
    Row("subscript", Code(words::element)),
    Row("parenthesized_expression", One),
    Row("binary_expression", Code(words::comparison)),
    Row("unary_expression", Code(words::comparison)),
    Row("postfix_expression", Oper(Kind::Unary, &[Nth(0)])),
    Row(
        "ternary_expression",
        Node(Kind::Conditional, &[Field("condition"), Field("consequence"), Field("alternative")]),
    ),
];

/// Commands and what holds them.
const COMMANDS: &[Row] = &[
    Row("program", Code(commands::loose_script)),
    Row("command", Code(commands::command)),
    Row("command_name", One),
    Row("unset_command", Code(commands::built_in)),
    Row("declaration_command", Code(commands::declaration)),
    Row("variable_assignment", Code(commands::assignment)),
    Row("variable_assignments", Node(Kind::Sequence, &[All])),
    Row("file_redirect", Code(commands::to_file)),
    Row("heredoc_redirect", Code(commands::here_document)),
    Row("herestring_redirect", Code(commands::here_string)),
    Row("pipeline list redirected_statement", Code(chain::chain)),
    Row("negated_command", Oper(Kind::Unary, &[Nth(0)])),
    Row("subshell", Code(control::subshell)),
    Row("compound_statement", Code(control::group)),
    Row("do_group", Code(control::block)),
    Row("if_statement", Code(control::branch)),
    Row("while_statement", Code(control::loop_while)),
    Row("for_statement", Code(control::loop_for)),
    Row("c_style_for_statement", Code(control::loop_count)),
    Row("case_statement", Code(control::choice)),
    Row("case_item", Code(control::case)),
    Row("function_definition", Code(control::function)),
];
