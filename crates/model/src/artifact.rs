//! What an action delivers, and what the scan made of it.

use crate::Finding;

/// How much of a content the scan could read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Share of the bytes that the parser could not read, per mille.
    pub unread_permille: u32,
    /// Whether the language is known; an unknown one still gets the lexical rules.
    pub language_known: bool,
    /// Set where a limit on work or time was hit; says which.
    pub limit_hit: Option<String>,
}

/// Content that an action would put into a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Artifact {
    /// Path relative to the repository where it lies inside, else absolute.
    pub path: String,
    /// Language id, such as `python`; empty where unknown.
    pub language: String,
    /// The whole content that would result.
    pub content: String,
    /// What the file held before; `None` where it is new or could not be read.
    pub before: Option<String>,
    /// What the action brings in (findings that stood there before are left out).
    pub findings: Vec<Finding>,
    /// Findings that stood there before.
    pub known: Vec<Finding>,
    /// How much could be read.
    pub coverage: Coverage,
    /// Classes of the path, such as `auth`, `payments`, `ci`, `contract`, `policy`, `test`.
    pub classes: Vec<&'static str>,
    /// The content with every verified fix applied, where that leaves nothing that blocks.
    pub amended: Option<String>,
}

/// What kind of thing a command does. The names are those of the policy schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CommandClass {
    /// Compiles.
    Build,
    /// Runs tests.
    Test,
    /// Reads files or state: `ls`, `cat`, `grep`, ...
    Read,
    /// Writes files whose content was judged, or moves them inside the workspace.
    Write,
    /// Reads version control.
    VcsRead,
    /// Changes version control.
    VcsWrite,
    /// Installs or removes packages.
    PackageManager,
    /// Talks to the network.
    Network,
    /// Runs code by an interpreter.
    Interpreter,
    /// Destroys data.
    Destructive,
    /// Asks for more rights.
    Privileged,
    /// Not known.
    Unknown,
}

impl CommandClass {
    /// The name in the policy schema.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Build => "build",
            Self::Test => "test",
            Self::Read => "read",
            Self::Write => "write",
            Self::VcsRead => "vcs-read",
            Self::VcsWrite => "vcs-write",
            Self::PackageManager => "package-manager",
            Self::Network => "network",
            Self::Interpreter => "interpreter",
            Self::Destructive => "destructive",
            Self::Privileged => "privileged",
            Self::Unknown => "unknown",
        }
    }
}

/// One simple command of a command line, wrappers such as `env` and `sudo` taken off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SimpleCommand {
    /// Program name without its folder, such as `git`; empty where it is not known before it runs.
    pub exe: String,
    /// Number of arguments.
    pub argc: u32,
    /// What it does; more than one where it does several things.
    pub classes: Vec<CommandClass>,
}

/// What a command line would do, as far as its text tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CommandFacts {
    /// The simple commands, in order, those inside substitutions and `bash -c` included.
    pub commands: Vec<SimpleCommand>,
    /// Whether all of it was understood: every command name and every write target is known, and
    /// all that it would write was judged.
    pub parsed: bool,
    /// Why it was not, for people.
    pub unparsed: Option<String>,
    /// Whether some command reaches for the network.
    pub network: bool,
    /// Paths that it writes without content that could be judged (`cp`, `mv`, `touch`, ...).
    pub writes: Vec<String>,
    /// Findings about the command itself.
    pub findings: Vec<Finding>,
}

/// All that the scan says of one action.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assessment {
    /// Contents that the action would put into files.
    pub artifacts: Vec<Artifact>,
    /// The command, where the action is one.
    pub command: Option<CommandFacts>,
    /// Why the action cannot happen as asked (an edit that does not apply): it is recorded, not
    /// judged.
    pub void: Option<String>,
    /// Comments that suppress findings: how many were honored.
    pub suppressed: u32,
}
