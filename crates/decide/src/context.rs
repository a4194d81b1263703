//! What a decision needs to know beyond the action and its scan.

/// Facts about the place and the session. The gate fills them in.
#[derive(Clone, Debug)]
pub struct Context {
    /// Root folder of the repository, absolute; empty where there is none.
    pub root: String,
    /// False where the gate only observes. A fact for policies; nothing else hangs on it.
    pub enforce: bool,
    /// The person on whose behalf the agent works; empty where unknown.
    pub user: String,
    /// Approvals that hold for this very action.
    pub approvals: Approvals,
    /// What the session has read so far.
    pub labels: Labels,
    /// Version of the scanner and its rules.
    pub scanner: String,
    /// Folders for temporary files, absolute.
    pub temporary: Vec<String>,
    /// Tells the classes of a path that the scan made no artifact of, such as the target of `mv`.
    /// The path is relative to the root where it lies inside, else absolute.
    pub classes_of: fn(&str) -> Vec<&'static str>,
}

impl Context {
    /// An enforcing gate in the repository at `root`, with the labels of a fresh session.
    #[must_use]
    pub fn new(root: impl Into<String>, classes_of: fn(&str) -> Vec<&'static str>) -> Self {
        Self {
            root: root.into(),
            enforce: true,
            user: String::new(),
            approvals: Approvals::default(),
            labels: Labels::default(),
            scanner: String::new(),
            temporary: vec!["/tmp".to_owned(), "/var/tmp".to_owned()],
            classes_of,
        }
    }
}

/// Approvals whose role, quorum, expiry and digest were checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Approvals {
    /// Gates that are open, such as `authz-change`.
    pub granted: Vec<String>,
    /// Who opened them.
    pub approvers: Vec<String>,
}

/// What a session has read, at its worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Labels {
    /// 0: something that strangers may have written, 1: internal sources, 2: trusted ones only.
    pub integrity: u8,
    /// 0 public, 1 internal, 2 confidential, 3 restricted.
    pub confidentiality: u8,
}

impl Default for Labels {
    fn default() -> Self {
        Self { integrity: 2, confidentiality: 0 }
    }
}
