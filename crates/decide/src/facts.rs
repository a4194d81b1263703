//! What is asked of policy: the set of requests that one action makes, each with its facts.
//!
//! The same code makes the same `DeliverCode` by whatever way it comes, so that it gets the same
//! answer by Write, Edit or shell.

use std::collections::{BTreeSet, HashSet};

use portcullis_model::{
    Action, Artifact, Assessment, Category, CommandClass, CommandFacts, Confidence, Coverage,
    Finding, Intent, RequestKind, Severity, SimpleCommand,
};

use crate::{Context, place::Place};

/// More requests than this make no honest action; the gate blocks instead of working for hours.
pub(crate) const MAX_REQUESTS: usize = 1024;

/// One request, before it is put into Cedar's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Ask<'a> {
    Read(File),
    Write {
        file: File,
        bytes: usize,
        judged: bool,
    },
    Run {
        command: SimpleCommand,
        line: LineFacts,
    },
    Connect(Endpoint),
    Deliver {
        path: &'a str,
        language: &'a str,
        classes: &'a [&'static str],
        bytes: usize,
        found: Found,
    },
    Use {
        tool: &'a str,
        bytes: usize,
    },
}

/// A file and what its path tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct File {
    pub(crate) place: Place,
    pub(crate) classes: Vec<&'static str>,
}

/// Facts of a whole command line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct LineFacts {
    pub(crate) parsed: bool,
    pub(crate) network: bool,
    pub(crate) commands: usize,
    pub(crate) writes: usize,
    pub(crate) found: Found,
}

/// Where a connection would go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Endpoint {
    pub(crate) scheme: String,
    pub(crate) host: String,
    /// 0 where it is not known.
    pub(crate) port: u16,
}

/// What the scan found, counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) critical: usize,
    pub(crate) high: usize,
    pub(crate) medium: usize,
    pub(crate) low: usize,
    pub(crate) low_confidence: usize,
    pub(crate) secrets: usize,
    pub(crate) suppressed: usize,
    pub(crate) classes: BTreeSet<String>,
    pub(crate) unread_permille: u32,
    pub(crate) language_known: bool,
    pub(crate) limit_hit: bool,
}

impl Ask<'_> {
    /// Which action of the schema it is.
    pub(crate) fn kind(&self) -> RequestKind {
        match self {
            Self::Read(_) => RequestKind::ReadFile,
            Self::Write { .. } => RequestKind::WriteFile,
            Self::Run { .. } => RequestKind::RunCommand,
            Self::Connect(_) => RequestKind::ConnectNetwork,
            Self::Deliver { .. } => RequestKind::DeliverCode,
            Self::Use { .. } => RequestKind::UseTool,
        }
    }

    /// What it is asked for, in a word for people.
    pub(crate) fn resource(&self) -> &str {
        match self {
            Self::Read(file) | Self::Write { file, .. } => &file.place.path,
            Self::Run { command, .. } => &command.exe,
            Self::Connect(endpoint) => &endpoint.host,
            Self::Deliver { path, .. } => path,
            Self::Use { tool, .. } => tool,
        }
    }
}

/// The requests that an action makes, in order; one over [`MAX_REQUESTS`] at the most.
pub(crate) fn asks<'a>(
    action: &'a Action,
    assessment: &'a Assessment,
    context: &Context,
) -> Vec<Ask<'a>> {
    let cwd = action.session.cwd.as_str();
    match &action.intent {
        Intent::Write { path, .. } | Intent::Edit { path, .. } => {
            contents(path, true, cwd, assessment, context)
        }
        Intent::Notebook { path, edit } => {
            contents(path, edit.code && !edit.delete, cwd, assessment, context)
        }
        Intent::Command { .. } => line(assessment, context),
        Intent::Read { path } => vec![Ask::Read(File::as_given(path, cwd, context))],
        Intent::Fetch { url } => vec![Ask::Connect(Endpoint::of(url))],
        Intent::Tool { input } => vec![Ask::Use { tool: &action.tool, bytes: input.len() }],
        Intent::Prompt { .. } | Intent::SessionStart { .. } | Intent::SessionEnd { .. } => vec![],
    }
}

/// Both requests for each content. Code that the scan did not hand over is asked for as one that
/// hit a limit, so that nothing passes unseen; an edit that cannot apply delivers nothing.
fn contents<'a>(
    path: &'a str,
    code: bool,
    cwd: &str,
    assessment: &'a Assessment,
    context: &Context,
) -> Vec<Ask<'a>> {
    if !assessment.artifacts.is_empty() {
        return artifacts(assessment, context);
    }
    let unseen = code && assessment.void.is_none();
    let file = File::as_given(path, cwd, context);
    let mut asks = vec![Ask::Write { file, bytes: 0, judged: !unseen }];
    if unseen {
        let found = Found { limit_hit: true, ..Found::default() };
        asks.push(Ask::Deliver { path, language: "", classes: &[], bytes: 0, found });
    }
    asks
}

fn artifacts<'a>(assessment: &'a Assessment, context: &Context) -> Vec<Ask<'a>> {
    let each = assessment.artifacts.iter().flat_map(|artifact| {
        let place = Place::of(&artifact.path, "", context);
        let file = File { place, classes: artifact.classes.clone() };
        let write = Ask::Write { file, bytes: artifact.content.len(), judged: true };
        [write, deliver(artifact)]
    });
    each.take(MAX_REQUESTS + 1).collect()
}

/// The request to deliver one content.
pub(crate) fn deliver(artifact: &Artifact) -> Ask<'_> {
    Ask::Deliver {
        path: &artifact.path,
        language: &artifact.language,
        classes: &artifact.classes,
        bytes: artifact.content.len(),
        found: Found::count(&artifact.findings, &artifact.coverage),
    }
}

/// The commands of a line, what it writes with content that is known, and what it writes besides.
fn line<'a>(assessment: &'a Assessment, context: &Context) -> Vec<Ask<'a>> {
    let unknown = CommandFacts::default();
    let facts = assessment.command.as_ref().unwrap_or(&unknown);
    let mut seen = HashSet::new();
    let writes = facts.writes.iter().map(|path| File::as_given(path, "", context));
    let writes = writes.filter(|file| seen.insert(file.place.path.clone()));
    let writes = writes.map(|file| Ask::Write { file, bytes: 0, judged: false });
    let asks = runs(facts).into_iter().chain(artifacts(assessment, context)).chain(writes);
    asks.take(MAX_REQUESTS + 1).collect()
}

/// One request for each simple command. Those that look alike to policy are asked for once; a line
/// without any, such as a lone redirection, is asked for as an unknown one.
fn runs<'a>(facts: &CommandFacts) -> Vec<Ask<'a>> {
    let line = LineFacts {
        parsed: facts.parsed,
        network: facts.network,
        commands: facts.commands.len(),
        writes: facts.writes.len(),
        found: Found::count(
            &facts.findings,
            &Coverage { language_known: true, ..Coverage::default() },
        ),
    };
    let none = SimpleCommand { exe: String::new(), argc: 0, classes: vec![CommandClass::Unknown] };
    let commands = match facts.commands.as_slice() {
        [] => std::slice::from_ref(&none),
        commands => commands,
    };
    let mut seen = HashSet::new();
    let new = commands.iter().filter(|c| seen.insert((&c.exe, c.argc, &c.classes)));
    let asks = new.map(|command| Ask::Run { command: command.clone(), line: line.clone() });
    asks.take(MAX_REQUESTS + 1).collect()
}

impl File {
    fn as_given(path: &str, base: &str, context: &Context) -> Self {
        let place = Place::of(path, base, context);
        let classes = (context.classes_of)(&place.path);
        Self { place, classes }
    }
}

impl Endpoint {
    /// Reads an address. One without a host, such as a search, has its scheme alone.
    pub(crate) fn of(url: &str) -> Self {
        let (scheme, rest) = url.split_once(':').unwrap_or(("", url));
        let scheme = scheme.trim().to_ascii_lowercase();
        let rest = rest.replace('\\', "/");
        let Some(rest) = rest.strip_prefix("//") else {
            return Self { scheme, ..Self::default() };
        };
        let authority = rest.split(['/', '?', '#']).next().unwrap_or("");
        let host_port = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
        let (host, port) = split_port(host_port);
        let port = port.and_then(|port| port.parse().ok()).unwrap_or(default_port(&scheme));
        Self { scheme, host: host.trim_end_matches('.').to_ascii_lowercase(), port }
    }
}

/// Host and port; an IPv6 address stands in brackets.
fn split_port(text: &str) -> (&str, Option<&str>) {
    if let Some((host, rest)) = text.strip_prefix('[').and_then(|text| text.split_once(']')) {
        return (host, rest.strip_prefix(':'));
    }
    text.split_once(':').map_or((text, None), |(host, port)| (host, Some(port)))
}

fn default_port(scheme: &str) -> u16 {
    match scheme {
        "https" | "wss" => 443,
        "http" | "ws" => 80,
        "ftp" => 21,
        "ssh" => 22,
        _ => 0,
    }
}

impl Found {
    /// Counts findings. Those that a comment suppresses count only as such; those of low confidence
    /// only as such, so that they never block.
    pub(crate) fn count(findings: &[Finding], coverage: &Coverage) -> Self {
        let mut found = Self {
            unread_permille: coverage.unread_permille,
            language_known: coverage.language_known,
            limit_hit: coverage.limit_hit.is_some(),
            ..Self::default()
        };
        for finding in findings {
            if finding.suppressed.is_some() {
                found.suppressed += 1;
            } else if finding.confidence < Confidence::Medium {
                found.low_confidence += 1;
            } else {
                found.add(finding);
            }
        }
        found
    }

    fn add(&mut self, finding: &Finding) {
        match finding.severity {
            Severity::Critical => self.critical += 1,
            Severity::High => self.high += 1,
            Severity::Medium => self.medium += 1,
            Severity::Low => self.low += 1,
            Severity::Info => {}
        }
        self.secrets += usize::from(finding.category == Category::Secret);
        self.classes.insert(category_name(finding.category).to_owned());
        self.classes.extend(finding.cwe.iter().map(|cwe| format!("CWE-{cwe}")));
        self.classes.extend(finding.swc.iter().cloned());
    }
}

fn category_name(category: Category) -> &'static str {
    match category {
        Category::Code => "code",
        Category::Secret => "secret",
        Category::Dependency => "dependency",
        Category::Command => "command",
        Category::Suppression => "suppression",
    }
}
