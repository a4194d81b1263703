//! What can be wrong with a rule file or with a compiled rule set.
//!
//! A [`RuleError`] speaks to the author of a rule: line, column, what is wrong, what to write.

use std::fmt;

/// A rule that is not loaded, or a file that holds none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleError {
    /// Id of the rule, where it has one.
    pub rule: Option<String>,
    /// Line in the rule file, from 1.
    pub line: u32,
    /// Column in the rule file, from 1.
    pub column: u32,
    /// What is wrong.
    pub message: String,
    /// What to write instead, or the nearest name that is known.
    pub hint: Option<String>,
}

impl fmt::Display for RuleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: ", self.line, self.column)?;
        if let Some(rule) = &self.rule {
            write!(f, "rule `{rule}`: ")?;
        }
        f.write_str(&self.message)?;
        match &self.hint {
            Some(hint) => write!(f, "; {hint}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for RuleError {}

/// Why a compiled rule set cannot be used; compile it again from its rule files.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SetError {
    /// The bytes are not a rule set at all.
    #[error("not a compiled rule set; compile the rule files again")]
    NotARuleSet,
    /// Another version of the engine wrote it.
    #[error(
        "compiled by engine version `{found}`, this is `{wanted}`; compile the rule files again"
    )]
    OtherVersion {
        /// Version in the header.
        found: String,
        /// Version of this engine.
        wanted: &'static str,
    },
    /// The bytes do not fit their digest, or an index in them points nowhere.
    #[error("the compiled rules for `{language}` are damaged; compile the rule files again")]
    Damaged {
        /// The group of rules that is damaged.
        language: String,
    },
    /// The rules do not fit the compiled form.
    #[error("the rules for `{language}` cannot be written in compiled form; split the rule files")]
    TooLarge {
        /// The group of rules that is too large.
        language: String,
    },
}
