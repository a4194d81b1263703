//! What can be wrong with what an agent sends, or with its settings file.

/// Why a payload or a settings file was not understood.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HookError {
    /// More bytes than [`crate::MAX_INPUT`].
    #[error(
        "the hook's input has {0} bytes, more than {max}; deliver it in smaller parts",
        max = crate::MAX_INPUT
    )]
    TooLarge(usize),
    /// The input is no JSON.
    #[error("the hook's input is no JSON: {0}; check that the agent calls the hook itself")]
    NotJson(String),
    /// The input lacks what the adapter needs.
    #[error(
        "the input of `{call}` has no text `{field}`; check that this version of the agent \
         is supported"
    )]
    Missing {
        /// The tool or the event.
        call: String,
        /// The field.
        field: &'static str,
    },
    /// The settings file is no JSON.
    #[error("line {line}, column {column}: {message}; mend the file and try again")]
    Settings {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What is wrong.
        message: String,
    },
    /// The settings file is JSON, but hooks are not where they belong.
    #[error("line {line}: {what} should be {expected}; mend the file and try again")]
    Shape {
        /// Line, from 1.
        line: usize,
        /// What it is, such as `` `hooks` ``.
        what: String,
        /// What it should be.
        expected: &'static str,
    },
}
