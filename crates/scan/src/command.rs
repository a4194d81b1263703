//! What a shell command line would do, told from its text: which programs it runs and of what kind
//! they are, what it would put into which files, what code it hands to interpreters, and what in it
//! does harm.
//!
//! Nothing runs and nothing is read: [`needs`] names the files whose contents matter, [`analyze`]
//! works on what it is given. A content is the same text by whatever route it goes into a file, so
//! that it gets the same answer. What cannot be told beforehand is said in
//! [`CommandFacts::unparsed`], never guessed. Commands are judged where they run: text that merely
//! mentions one is not a command.

mod class;
mod class_table;
mod code;
mod emulate;
mod files;
mod harm;
mod inline;
mod invoke;
mod patch;
mod path;
mod perl;
mod regex_dialect;
mod remote;
mod rule;
mod run;
mod sed;
mod sed_script;
mod sql;
mod stream;
mod token;
mod values;
mod wrapper;

#[cfg(test)]
mod tests;

use std::collections::HashMap;

use portcullis_model::{CommandFacts, Severity, Span};

/// A content that a command would put into a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Write {
    /// The file: absolute where the working directory is, with `~` for the user's home.
    pub path: String,
    /// The whole content that would result. What is not known beforehand stands in it as the
    /// command line has it; [`CommandFacts::parsed`] is false then.
    pub content: String,
    /// What the file holds before, as far as it was given. A file that is moved or copied inside
    /// the working directory brings nothing new: its own content stands here.
    pub before: Option<String>,
    /// Whether the content is put behind what the file holds.
    pub appended: bool,
    /// What writes: `>`, `tee`, `sed -i`, ...
    pub how: &'static str,
}

/// Code that an interpreter would run without any file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inline {
    /// Language id, such as `python`.
    pub language: &'static str,
    /// The code.
    pub code: String,
    /// Where it stands in the command line.
    pub span: Span,
}

/// All that a command line would do, as far as its text tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CommandPlan {
    /// Its commands, whether all was understood, and what in it does harm.
    pub facts: CommandFacts,
    /// Contents that it would put into files, in order. Appending several times to one file is one
    /// write.
    pub writes: Vec<Write>,
    /// Code that it hands to interpreters.
    pub inline: Vec<Inline>,
    /// Files whose contents matter and were not given, such as those that a patch on disk changes:
    /// a caller may read them and ask again.
    pub missing: Vec<String>,
}

/// A rule about commands, for those who explain findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CommandRule {
    /// Rule id, such as `command-download-run`.
    pub id: &'static str,
    /// How bad what it finds is.
    pub severity: Severity,
    /// CWE numbers, the main one first.
    pub cwe: &'static [u32],
    /// What is wrong and what to do instead.
    pub message: &'static str,
}

/// All rules about commands.
pub fn rules() -> impl Iterator<Item = CommandRule> {
    rule::RULES.iter().map(rule::Rule::summary)
}

/// The files whose contents [`analyze`] needs.
#[must_use]
pub fn needs(command: &str, cwd: &str) -> Vec<String> {
    analyze(command, cwd, &HashMap::new()).missing
}

/// What the command line would do when run in `cwd`. `contents` holds the files that [`needs`]
/// names; `None` stands for one that is not there.
#[must_use]
pub fn analyze(
    command: &str,
    cwd: &str,
    contents: &HashMap<String, Option<String>>,
) -> CommandPlan {
    run::Run::new(cwd, contents).whole(command)
}
