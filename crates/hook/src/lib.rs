//! The hook stage: what a coding agent sends to its hook in, an action out; a decision in, the
//! bytes that the agent understands out. One file an agent.
//!
//! Pure: bytes to values and back. It reads no file, waits for nobody and judges nothing. Unknown
//! fields are tolerated, since agents add them with every release; what is needed and missing is
//! an error, which the gate answers by a refusal.

mod claude_code;
mod error;
mod explain;
pub mod settings;

pub use error::HookError;

use portcullis_model::{Action, Decision};
use serde_json::Value;

/// More bytes than this are no honest call.
pub const MAX_INPUT: usize = 16 * 1024 * 1024;

/// One call of an agent's hook.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    /// What the agent wants to do, or did.
    pub action: Action,
    /// The agent's name of the event, such as `PreToolUse`.
    pub event: String,
    /// The tool's input as it came, to answer with it mended; null where there is none.
    pub input: Value,
    /// What the edited file held before, where the caller knows it. Parsing leaves it out; without
    /// it, a mended edit cannot be put in the place of the one that was asked for.
    pub before: Option<String>,
}

/// What the hook process says. The agent reads the exit code first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reply {
    /// Standard output, whole.
    pub stdout: String,
    /// Standard error, whole.
    pub stderr: String,
    /// Exit code.
    pub exit: u8,
}

/// How to speak with one agent.
#[derive(Clone, Copy, Debug)]
pub struct Adapter {
    /// The agent's name, as in `portcullis hook NAME`.
    pub name: &'static str,
    /// Paths in a repository that tell that the agent is used there.
    pub traces: &'static [&'static str],
    /// Reads what the agent sends.
    pub parse: fn(&[u8]) -> Result<Call, HookError>,
    /// Says what was decided.
    pub reply: fn(&Call, &Decision) -> Reply,
    /// Blocks when we failed ourselves, with the reason.
    pub refuse: fn(&str) -> Reply,
}

/// All agents. To add one: a file, a `mod` line and a line here.
pub const ALL: &[Adapter] = &[claude_code::CLAUDE_CODE];

/// The adapter of an agent by name.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static Adapter> {
    ALL.iter().find(|adapter| adapter.name == name)
}

impl Adapter {
    /// Blocks when we failed ourselves, with the reason, in the way that the agent understands.
    #[must_use]
    pub fn refusal(&self, reason: &str) -> Reply {
        (self.refuse)(reason)
    }
}

impl Reply {
    /// A refusal for an agent that is not known: exit code 2, the reason on standard error, which
    /// most agents take as a block.
    #[must_use]
    pub fn refusal(reason: &str) -> Self {
        let stderr = format!("portcullis blocked this call: {reason}");
        Self { stdout: String::new(), stderr, exit: 2 }
    }
}
