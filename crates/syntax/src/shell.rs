//! A shell command line as a small typed tree: what a POSIX shell or bash would run, read before it
//! runs.
//!
//! This is not the common tree: commands, words and redirections have a meaning that patterns do
//! not need, and a gate must not see another command than the shell does. Words are taken apart by
//! the shell's own rules (quotes, escapes, expansions, here-documents), so that `r''m`, `\rm` and
//! `$'\x72m'` are the `rm` that they are. Nothing is run and nothing is looked up;
//! [`Word::fields`] expands what is known. What cannot be read is said in [`Script::unread`],
//! never guessed.

mod brace;
mod document;
mod expand;
mod grammar;
mod reader;
mod word;

#[cfg(test)]
mod second_opinion;
#[cfg(test)]
mod tests;

use std::sync::{Arc, OnceLock};

use portcullis_model::Span;

pub use expand::{Field, Known, Values, c_escape};

/// Longest command line that is read, in bytes; no system passes a longer one to a program.
pub const BYTES_MAX: usize = 2 << 20;

/// Statements in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Script {
    /// The pipelines with what joins them.
    pub statements: Vec<Statement>,
    /// The first thing that could not be read; only the outermost script has one.
    pub unread: Option<Unread>,
}

/// Why a part of the text could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Byte where reading stopped; it went on with the next line.
    pub at: u32,
    /// Why, for people.
    pub reason: &'static str,
}

impl Script {
    /// Whether all of the text was read.
    #[must_use]
    pub fn complete(&self) -> bool {
        self.unread.is_none()
    }
}

/// How a statement hangs on the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joint {
    /// It runs after it, whatever came of it: first, or after `;`, `&` or a line break.
    Sequence,
    /// It runs if that one succeeded: `&&`.
    And,
    /// It runs if that one failed: `||`.
    Or,
}

/// One pipeline in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// How it hangs on the one before.
    pub joint: Joint,
    /// The commands, joined by `|`; a single command is a pipeline of one.
    pub pipeline: Vec<Command>,
    /// Whether it runs in the background (`&`).
    pub background: bool,
}

/// A command with its redirections.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    /// What it is.
    pub kind: CommandKind,
    /// Its redirections, in order.
    pub redirections: Vec<Redirection>,
    /// Where it stands.
    pub span: Span,
}

/// A simple command, or one that holds others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CommandKind {
    /// `A=1 name argument ...`
    Simple {
        /// Assignments in front.
        assignments: Vec<Assignment>,
        /// Name and arguments; empty where there are only assignments or redirections.
        words: Vec<Word>,
    },
    /// A command that holds scripts.
    Compound {
        /// Which one.
        form: Form,
        /// Variable of a loop, name of a function.
        name: Option<String>,
        /// What a loop runs over, the subject and patterns of a `case`, the words of a test.
        words: Vec<Word>,
        /// Scripts inside, in order, conditions before bodies.
        parts: Arc<[Script]>,
    },
}

/// Forms of compound commands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `{ ...; }`
    Group,
    /// `( ... )`
    Subshell,
    /// `if`: a condition and a body in turn, then the body of `else`.
    If,
    /// `while` and `until`: condition, body.
    While,
    /// `for name in words`, `select`.
    For,
    /// `for (( ... ))`.
    Count,
    /// `case`.
    Case,
    /// `name() ...`; the only part is the body.
    Function,
    /// `[[ ... ]]`.
    Test,
    /// `(( ... ))`.
    Arithmetic,
}

/// `name=value`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// The variable.
    pub name: String,
    /// Whether the value is appended (`+=`) or set under an index.
    pub partial: bool,
    /// The value; the elements of an array, one word each.
    pub values: Vec<Word>,
    /// Whether it is an array.
    pub array: bool,
}

/// What a redirection does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RedirectKind {
    /// `<`
    Read,
    /// `>`, `>|`
    Write,
    /// `>>`
    Append,
    /// `&>`, `>& word`: standard output and errors.
    WriteAll,
    /// `&>>`
    AppendAll,
    /// `<>`
    ReadWrite,
    /// `<&`, `>&` with a descriptor or `-`.
    Duplicate,
    /// `<<`, `<<-`
    Document,
    /// `<<<`
    Text,
}

/// One redirection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redirection {
    /// The descriptor, where one is written.
    pub descriptor: Option<u32>,
    /// What it does.
    pub kind: RedirectKind,
    /// File, descriptor, delimiter or text.
    pub target: Word,
    /// Where it stands, the body of a here-document left out.
    pub span: Span,
    /// Filled when the line ends on which the redirection stands.
    document: Arc<OnceLock<Document>>,
}

impl Redirection {
    /// The here-document.
    #[must_use]
    pub fn document(&self) -> Option<&Document> {
        self.document.get()
    }
}

/// The body of a here-document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its text as one quoted word; a single piece of text where nothing in it is expanded.
    pub body: Word,
    /// Whether expansions in it are carried out (the delimiter is not quoted).
    pub expanded: bool,
}

/// A word: name, argument, file, value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Word {
    /// Its parts in order; none for `''`.
    pub parts: Vec<Part>,
    /// Where it stands.
    pub span: Span,
}

/// A piece of a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it is.
    pub kind: PartKind,
    /// Whether it is quoted or escaped: no splitting, no patterns.
    pub quoted: bool,
    /// As it is written.
    pub source: String,
}

/// What a piece of a word is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PartKind {
    /// Text after quote removal.
    Text(String),
    /// `~` at the beginning of a word: the home of the user or of the named one.
    Home(String),
    /// `$name`, `${name...}`.
    Variable {
        /// The variable, or a sign such as `@`.
        name: String,
        /// Whether `!` or `#` stands before the name, or an index behind it that is not `@` or `*`.
        altered: bool,
        /// The operator behind the name, such as `:-`; empty where there is none.
        operator: String,
        /// What stands behind the operator.
        operand: Box<Word>,
    },
    /// `$( ... )` or backticks.
    Output(Arc<Script>),
    /// `<( ... )` and `>( ... )`; the flag says that the command reads what the script writes.
    Process(Arc<Script>, bool),
    /// `$(( ... ))`: what is expanded inside.
    Arithmetic(Box<Word>),
}

impl Word {
    /// The value after quote removal, where nothing in it is expanded when it runs. A pattern
    /// (`*.py`) is given as it is written.
    #[must_use]
    pub fn literal(&self) -> Option<String> {
        self.parts
            .iter()
            .map(|part| match &part.kind {
                PartKind::Text(text) => Some(text.as_str()),
                _ => None,
            })
            .collect()
    }

    /// Whether anything in the word is quoted or escaped.
    #[must_use]
    pub fn quoted(&self) -> bool {
        self.parts.is_empty() || self.parts.iter().any(|part| part.quoted)
    }

    /// Scripts inside the word, those in operands included.
    #[must_use]
    pub fn scripts(&self) -> Vec<&Script> {
        let inside = self.parts.iter().map(|part| match &part.kind {
            PartKind::Output(script) | PartKind::Process(script, _) => vec![script.as_ref()],
            PartKind::Variable { operand, .. } => operand.scripts(),
            PartKind::Arithmetic(inside) => inside.scripts(),
            PartKind::Text(_) | PartKind::Home(_) => Vec::new(),
        });
        inside.flatten().collect()
    }
}

/// Reads a command line. Never fails: what could not be read is said in [`Script::unread`].
#[must_use]
pub fn parse(text: &str) -> Script {
    if text.len() > BYTES_MAX {
        let unread = Some(Unread { at: 0, reason: "the command line is longer than 2 MiB" });
        return Script { statements: Vec::new(), unread };
    }
    reader::Reader::new(text).whole()
}
