//! Dockerfiles.
//!
//! An instruction is a node of its own kind with its parts below; its flags amend it
//! ([`Kind::Amended`]), and so do the tag and the digest of an image and the group of a user. What
//! a shell would run is read as Bash and stands in a block, the array form is a list. Values are
//! strings, quoted or not. `ENV` and `ARG` with a value assign it. Each pair of a `LABEL` is an
//! instruction.

mod parts;

use std::{borrow::Cow, iter::once};

use crate::{
    Kind, Language,
    grammar::{
        Dialect,
        How::{Code, Leaf, Node, Skip},
        Inner, Inside, Row,
        Slot::All,
    },
    lang::bash::{self, BASH},
    pattern::{Fill, Frame, PatternSyntax, Typed},
    scaffold::{Braces, Lexicon, Scaffolds, Style},
};

pub(super) static DOCKERFILE: Language = Language {
    id: "dockerfile",
    name: "Dockerfile",
    aliases: &["docker"],
    extensions: &["dockerfile", "containerfile"],
    file_names: &["Dockerfile", "Containerfile", "dockerfile", "Dockerfile.*", "Containerfile.*"],
    shebangs: &[],
    line_comments: &["#"],
    dialect: &DIALECT,
    variant: None,
    rows: &[ROWS],
    scaffolds: SCAFFOLDS,
    patterns: PatternSyntax {
        frames: FRAMES,
        fills: FILLS,
        statement_fill: 5,
        member_fill: 0,
        case_fill: 0,
        spread: false,
        typed: Typed::Untyped,
    },
};

static DIALECT: Dialect =
    Dialect::new(|| tree_sitter_containerfile::LANGUAGE.into()).holding(&SHELL).covering(cover);

static SHELL: Inner = Inner { language: &BASH, inside };

const SCAFFOLDS: Scaffolds = Scaffolds {
    lexicon: Lexicon { line_comment: "#", block_comments: false, long_quotes: &[], regexes: false },
    style: Style::Braces(Braces {
        class: "",
        function: "RUN _ \\\n",
        lambda: "",
        pair: "",
        end: "\n",
    }),
    heads: &[],
    openers: &[("=", "ENV _=_ \\\n"), ("\\", "COPY _ \\\n")],
};

/// A pattern that starts with no instruction is a piece of shell, which stands in a document as it
/// is.
const FRAMES: &[Frame] = &[
    Frame::clause("FROM", "", ""),
    Frame::clause("RUN", "", ""),
    Frame::clause("CMD", "", ""),
    Frame::clause("LABEL", "", ""),
    Frame::clause("EXPOSE", "", ""),
    Frame::clause("ENV", "", ""),
    Frame::clause("ADD", "", ""),
    Frame::clause("COPY", "", ""),
    Frame::clause("ENTRYPOINT", "", ""),
    Frame::clause("VOLUME", "", ""),
    Frame::clause("USER", "", ""),
    Frame::clause("WORKDIR", "", ""),
    Frame::clause("ARG", "", ""),
    Frame::clause("ONBUILD", "", ""),
    Frame::clause("STOPSIGNAL", "", ""),
    Frame::clause("HEALTHCHECK", "", ""),
    Frame::clause("SHELL", "", ""),
    Frame::clause("MAINTAINER", "", ""),
    Frame::whole("", ""),
    Frame::whole("RUN <<_\n", "\n_\n"),
];

const FILLS: &[Fill] = &[
    Fill::Around("", ""),
    Fill::Around("", "=_"),
    Fill::Around("\"", "\""),
    Fill::Around("$", ""),
    Fill::Around("--x=", ""),
    // An instruction that no shell could read, so that an ellipsis in a script is none.
    Fill::Around("LABEL ", "=)"),
];

const ROWS: &[Row] = &[
    Row("from_instruction", Code(parts::from)),
    Row(
        "run_instruction cmd_instruction entrypoint_instruction healthcheck_instruction \
         add_instruction copy_instruction expose_instruction volume_instruction \
         workdir_instruction shell_instruction onbuild_instruction env_instruction",
        Code(parts::instruction),
    ),
    Row("user_instruction", Code(parts::user)),
    Row("arg_instruction", Code(parts::arguments)),
    Row("label_instruction", Code(parts::labels)),
    Row("stopsignal_instruction maintainer_instruction", Code(parts::rest_of_line)),
    Row("image_spec", Code(parts::image)),
    Row("param mount_param", Code(parts::flag)),
    Row("env_pair", Code(parts::assignment)),
    Row("label_pair", Code(parts::pair)),
    Row("image_name image_alias unquoted_string path expose_port", Code(parts::value)),
    Row("double_quoted_string json_string", Code(parts::string)),
    Row("single_quoted_string", Code(bash::quoted)),
    Row("json_string_array", Node(Kind::List, &[All])),
    Row("variable", Leaf(Kind::Name)),
    Row("expansion", Code(parts::expansion)),
    Row("expansion_modifier", Code(parts::modifier)),
    Row("shell_command", Code(parts::shell)),
    Row("heredoc_block", Code(parts::document)),
    Row("heredoc_content", Code(bash::loose_script)),
    Row("heredoc_marker heredoc_end end_of_options", Skip),
];

/// Instructions that hold commands.
const WITH_COMMANDS: &[&str] = &["RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK", "ONBUILD"];

/// Instructions whose values may hold any text.
const WITH_TEXT: &[&str] = &["ENV", "LABEL", "MAINTAINER", "SHELL"];

/// A `#` inside a command is the shell's; the grammar would take the next line with it. After other
/// instructions Docker knows no comments, but people write them.
fn cover(text: &str) -> Cow<'_, str> {
    if !text.contains(['#', '_']) {
        return Cow::Borrowed(text);
    }
    let (mut word, mut goes_on) = ("", false);
    let lines = text.split_inclusive('\n').map(|line| {
        let start = line.trim_start();
        if start.starts_with('#') || (goes_on && start.is_empty()) {
            return line.to_owned();
        }
        if !goes_on {
            word = start.split_whitespace().next().unwrap_or("");
        }
        goes_on = line.trim_end().ends_with('\\');
        let any = |known: &[&str]| known.iter().any(|known| known.eq_ignore_ascii_case(word));
        match (any(WITH_COMMANDS), any(WITH_TEXT)) {
            (true, _) => line.replace('#', "_"),
            (_, true) => line.to_owned(),
            _ => numbered(word, &without_remark(line)),
        }
    });
    Cow::Owned(lines.collect())
}

/// Placeholders of a pattern as numbers, where an instruction takes no names.
fn numbered(word: &str, line: &str) -> String {
    match (word, line.split_once('@')) {
        ("EXPOSE", _) => line.split_inclusive([' ', '\n']).map(digits).collect(),
        ("STOPSIGNAL", _) => line.replace('_', "0"),
        ("FROM", Some((image, digest))) => format!("{image}@{}", digest.replace('_', "0")),
        _ => line.to_owned(),
    }
}

/// A placeholder and the space after it, as digits.
fn digits(part: &str) -> String {
    let word = part.trim_end();
    if !word.starts_with('_') {
        return part.to_owned();
    }
    "0".repeat(word.len()) + part.get(word.len()..).unwrap_or("")
}

/// A line with spaces in place of ` # ...`.
fn without_remark(line: &str) -> String {
    let (Some(at), end) = (line.find(" #"), line.trim_end().len()) else {
        return line.to_owned();
    };
    let parts = line.get(..at).zip(line.get(end..));
    parts.map_or_else(
        || line.to_owned(),
        |(code, rest)| format!("{code}{:1$}{rest}", "", end.saturating_sub(at)),
    )
}

/// What a shell reads of a node.
fn inside(node: tree_sitter::Node<'_>, source: &str, pattern: bool) -> Inside {
    let text = source.get(node.byte_range()).unwrap_or("");
    match node.kind() {
        "shell_command" if pattern && is_mistaken(node, text) => Inside::Unreadable,
        // An ellipsis before other pairs is no name with the rest of the line as its value.
        "env_pair" | "label_pair" if pattern && text.starts_with("___") => match text.find('=') {
            Some(sign) if !text.get(..sign).is_some_and(|name| name.contains(' ')) => Inside::Plain,
            _ => Inside::Unreadable,
        },
        "shell_command" if is_document_alone(node, text) => Inside::Plain,
        "shell_command" => Inside::Text(with_documents(node, source, text)),
        "heredoc_content" if is_script(node, source, text) => Inside::Text(text.to_owned()),
        "heredoc_block" if command_of(node, source).is_some_and(|alone| !alone) => Inside::Skip,
        _ => Inside::Plain,
    }
}

/// What looks like an array and is none is the shell's, but not in a pattern; a check that is no
/// `CMD` is an error.
fn is_mistaken(command: tree_sitter::Node<'_>, text: &str) -> bool {
    let array = text.starts_with('[') && text.ends_with(']');
    array || command.parent().is_some_and(|above| above.kind() == "healthcheck_instruction")
}

/// Whether a command is nothing but the mark of a document, which then is the script.
fn is_document_alone(command: tree_sitter::Node<'_>, text: &str) -> bool {
    let mut cursor = command.walk();
    let mut marks = command.children(&mut cursor).filter(|part| part.kind() == "heredoc_marker");
    marks.next().is_some_and(|mark| mark.byte_range().len() >= text.trim_end().len())
}

/// Whether the instruction that a document belongs to runs it, and not a command that reads it.
fn command_of(block: tree_sitter::Node<'_>, source: &str) -> Option<bool> {
    let instruction = block.parent().filter(|above| above.kind() == "run_instruction")?;
    let mut cursor = instruction.walk();
    let command = instruction.children(&mut cursor).find(|part| part.kind() == "shell_command")?;
    Some(is_document_alone(command, source.get(command.byte_range()).unwrap_or("")))
}

/// Whether a document is run by a shell: its first line may name another program.
fn is_script(content: tree_sitter::Node<'_>, source: &str, text: &str) -> bool {
    let first = text.lines().next().unwrap_or("");
    let other = first.starts_with("#!") && !first.contains("sh");
    !other && content.parent().and_then(|block| command_of(block, source)) == Some(true)
}

/// A command as the shell gets it, with the documents that it reads.
fn with_documents(command: tree_sitter::Node<'_>, source: &str, text: &str) -> String {
    let has_document = text.contains("<<");
    let rest = command
        .parent()
        .filter(|above| has_document && above.kind() == "run_instruction")
        .and_then(|above| source.get(command.end_byte()..above.end_byte()));
    without_comments(text) + rest.unwrap_or("")
}

/// Lines that are empty or a comment are taken out before the shell sees the others.
fn without_comments(text: &str) -> String {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().unwrap_or("").to_owned();
    let others = lines.map(|line| match line.trim_start() {
        "" => " ".repeat(line.len()),
        rest if rest.starts_with('#') => " ".repeat(line.len()),
        _ => line.to_owned(),
    });
    once(first).chain(others).collect()
}
