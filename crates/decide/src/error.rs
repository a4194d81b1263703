//! What can be wrong with policy texts, told to the person who wrote them.

use std::fmt;

/// One thing that is wrong with one policy file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Name of the file.
    pub file: String,
    /// Line, from 1.
    pub line: u32,
    /// Id of the policy, where it has one.
    pub policy: Option<String>,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: ", self.file, self.line)?;
        if let Some(policy) = &self.policy {
            write!(f, "policy `{policy}`: ")?;
        }
        write!(f, "{}; {}", self.message, self.hint)
    }
}

/// Why no engine could be made. The gate blocks then.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PolicyError {
    /// The texts do not hold; all problems, in the order of the files.
    #[error("{}", in_lines(.0))]
    Load(Vec<Problem>),
    /// No profile of that name.
    #[error("`{0}` is no profile; use one of observe, standard, strict")]
    UnknownProfile(String),
}

fn in_lines(problems: &[Problem]) -> String {
    problems.iter().map(Problem::to_string).collect::<Vec<_>>().join("\n")
}

/// A request that could not be decided. Always answered by block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Failure {
    /// The policy that failed, where it is one.
    pub(crate) policy: Option<String>,
    /// What happened.
    pub(crate) message: String,
}

impl Failure {
    /// A failure that no single policy is to blame for.
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { policy: None, message: message.into() }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.policy {
            Some(policy) => write!(f, "policy `{policy}` could not be evaluated: {}", self.message),
            None => f.write_str(&self.message),
        }
    }
}
