//! Everything that an agent writes or does, whatever its own name for it.

/// The coding agent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agent {
    /// Name, such as `claude-code`.
    pub name: String,
    /// Version, where the host tells it.
    pub version: Option<String>,
}

/// The session that an action belongs to, as the host tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Session {
    /// The host's session id.
    pub id: String,
    /// The agent.
    pub agent: Agent,
    /// Model name, where known.
    pub model: Option<String>,
    /// Working directory of the call, absolute.
    pub cwd: String,
    /// Id of the sub-agent that acts, where it is not the main one.
    pub subagent: Option<String>,
    /// The host's permission mode, such as `acceptEdits`.
    pub permission_mode: Option<String>,
}

/// When the gate hears of the action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Before it happens: it is decided.
    Before,
    /// After it happened: it is recorded.
    After,
}

/// One replacement of text in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextEdit {
    /// Text to find; empty means that the file is created.
    pub old: String,
    /// Text to put there.
    pub new: String,
    /// Replace every occurrence rather than the only one.
    pub all: bool,
}

/// An edit of one cell of a notebook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellEdit {
    /// The cell's id, if given.
    pub cell: Option<String>,
    /// New source of the cell.
    pub source: String,
    /// Whether the cell holds code rather than Markdown.
    pub code: bool,
    /// Whether the cell is inserted rather than replaced.
    pub insert: bool,
    /// Whether the cell is deleted.
    pub delete: bool,
}

/// What the agent wants to do, or did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Intent {
    /// Write a whole file.
    Write {
        /// Path as given, absolute or relative to the working directory.
        path: String,
        /// Whole new content.
        content: String,
    },
    /// Change a file by replacements, applied in order.
    Edit {
        /// Path as given.
        path: String,
        /// The replacements.
        edits: Vec<TextEdit>,
    },
    /// Change a cell of a Jupyter notebook.
    Notebook {
        /// Path as given.
        path: String,
        /// The change.
        edit: CellEdit,
    },
    /// Run a shell command.
    Command {
        /// The command line.
        command: String,
    },
    /// Read a file or list files.
    Read {
        /// Path as given.
        path: String,
    },
    /// Fetch from the network.
    Fetch {
        /// Address.
        url: String,
    },
    /// The user's instruction.
    Prompt {
        /// The text.
        text: String,
    },
    /// A session begins.
    SessionStart {
        /// Why: `startup`, `resume`, ...
        source: String,
    },
    /// A session ends.
    SessionEnd {
        /// Why.
        reason: String,
    },
    /// Any tool that the adapter has no closer word for; policy sets what happens.
    Tool {
        /// The tool's input as JSON text.
        input: String,
    },
}

/// One thing that an agent does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// When we hear of it.
    pub phase: Phase,
    /// The session.
    pub session: Session,
    /// The host's own name of the tool or event, such as `Edit` or `UserPromptSubmit`.
    pub tool: String,
    /// The host's id of the call, to tie a result to its decision.
    pub call: Option<String>,
    /// What it is.
    pub intent: Intent,
    /// What came back, for [`Phase::After`]: the host's JSON text.
    pub outcome: Option<String>,
}
