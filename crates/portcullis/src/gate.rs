//! The one place where the stages meet: look, decide, record, answer.
//!
//! What happens when a stage fails is said here and nowhere else. A file that cannot be read is
//! judged without its past. A policy that errors blocks. A record that cannot be written blocks.
//! A panic or a late answer never gets here: the caller (`command::hook`) runs the gate on a thread
//! of its own and refuses when that thread does not answer.

use std::{
    path::Path,
    sync::{Arc, Mutex, PoisonError},
    time::{Instant, SystemTime},
};

use portcullis_decide::{Context, Engine, Ruling};
use portcullis_model::{
    Action, Alternative, Artifact, Assessment, Decision, Finding, Gate, Phase, Verdict,
};
use portcullis_record::Log;
use portcullis_scan::{Library, Scanner, Surroundings};

use crate::{entry, workspace::Workspace};

/// Everything that the gate decides with; made once, shared by all that bring actions to it.
#[derive(Debug)]
pub struct LocalGate {
    /// Looks at contents.
    pub scanner: Scanner,
    /// Secure patterns to offer.
    pub library: Arc<Library>,
    /// Decides by policy.
    pub engine: Engine,
    /// Keeps the record.
    pub log: Mutex<Log>,
    /// What the record says about this gate: versions and digests.
    pub identity: entry::Identity,
}

impl Gate for LocalGate {
    fn judge(&self, action: Action) -> Decision {
        let started = Instant::now();
        let workspace = Workspace::around(Path::new(&action.session.cwd));
        let seen = self.look(&action, &workspace);
        let decision = self.decide(&action, &seen, &workspace);
        let facts = entry::Facts {
            action: &action,
            seen: &seen,
            decision: &decision,
            workspace: &workspace,
            latency: started.elapsed(),
            now: SystemTime::now(),
        };
        let entry = entry::of(&self.identity, &facts);
        let mut log = self.log.lock().unwrap_or_else(PoisonError::into_inner);
        match log.append(&entry) {
            Ok(_) => decision,
            Err(error) => unrecorded(decision, &error.to_string()),
        }
    }
}

impl LocalGate {
    /// What the scan says of an action.
    pub(crate) fn look(&self, action: &Action, workspace: &Workspace) -> Assessment {
        let cwd = Path::new(&action.session.cwd);
        let contents = workspace.contents(cwd, &portcullis_scan::needs(action));
        let name = |path: &str| workspace.name(&workspace.absolute(cwd, path));
        let around = Surroundings { contents: &contents, name: &name };
        portcullis_scan::assess(&self.scanner, action, &around)
    }

    fn decide(&self, action: &Action, seen: &Assessment, workspace: &Workspace) -> Decision {
        let id = ulid::Ulid::generate().to_string();
        if action.phase == Phase::After {
            return recorded_only(id);
        }
        let context = context(workspace);
        let ruling = self.engine.decide(action, seen, &context);
        let applied = ruling.apply.then(|| self.decide_amended(action, seen, &context)).flatten();
        self.compose(id, seen, ruling, applied.is_some())
    }

    /// Whether the amended contents, decided anew, may pass under the host's own prompt.
    fn decide_amended(
        &self,
        action: &Action,
        seen: &Assessment,
        context: &Context,
    ) -> Option<Ruling> {
        let amend = |artifact: &Artifact| match &artifact.amended {
            Some(amended) => {
                self.scanner.artifact(&artifact.path, amended, artifact.before.as_deref())
            }
            None => artifact.clone(),
        };
        let artifacts = seen.artifacts.iter().map(amend).collect();
        let amended = Assessment { artifacts, ..seen.clone() };
        let ruling = self.engine.decide(action, &amended, context);
        (ruling.verdict <= Verdict::Warn).then_some(ruling)
    }

    fn compose(&self, id: String, seen: &Assessment, ruling: Ruling, apply: bool) -> Decision {
        let of_command = seen.command.iter().flat_map(|command| &command.findings);
        let of_artifacts = seen.artifacts.iter().flat_map(|artifact| &artifact.findings);
        let mut findings: Vec<Finding> = of_artifacts.chain(of_command).cloned().collect();
        findings.sort_by_key(|f| std::cmp::Reverse((f.severity, f.confidence)));
        let alternatives = self.alternatives(seen, &findings);
        Decision {
            id,
            verdict: ruling.verdict,
            requests: ruling.requests,
            findings,
            alternatives,
            auto_approve: ruling.auto_approve,
            apply,
            failure: ruling.failure,
        }
    }

    /// What to write instead: contents with verified fixes, and the secure pattern of each rule.
    fn alternatives(&self, seen: &Assessment, findings: &[Finding]) -> Vec<Alternative> {
        let amended = seen.artifacts.iter().filter_map(|artifact| {
            let content = artifact.amended.clone()?;
            Some(Alternative::Amended { path: artifact.path.clone(), content })
        });
        let mut ids: Vec<&str> = Vec::new();
        let mut patterns = Vec::new();
        for finding in findings.iter().filter(|f| f.suppressed.is_none()) {
            let pattern = finding.pattern.as_deref().and_then(|id| self.library.get(id));
            let Some(pattern) = pattern.filter(|p| !ids.contains(&p.id.as_str())) else { continue };
            ids.push(&pattern.id);
            patterns.push(Alternative::Pattern {
                rule: finding.rule.clone(),
                id: pattern.id.clone(),
                good: pattern.good.clone(),
                why: pattern.why.clone(),
            });
        }
        amended.chain(patterns).collect()
    }
}

/// What policy knows beyond the action and its scan.
pub(crate) fn context(workspace: &Workspace) -> Context {
    let root = workspace.root().to_string_lossy().replace('\\', "/");
    let mut context = Context::new(root, portcullis_scan::path_classes);
    context.scanner = env!("CARGO_PKG_VERSION").to_owned();
    context.user = entry::user().unwrap_or_default();
    context
}

/// An action that already happened: it goes into the record, and the host goes on.
fn recorded_only(id: String) -> Decision {
    Decision {
        id,
        verdict: Verdict::Allow,
        requests: Vec::new(),
        findings: Vec::new(),
        alternatives: Vec::new(),
        auto_approve: false,
        apply: false,
        failure: None,
    }
}

/// No `allow` without a durable record: what cannot be recorded does not happen.
fn unrecorded(decision: Decision, error: &str) -> Decision {
    let failure = format!(
        "the decision could not be recorded ({error}), so the action is blocked; \
         `portcullis doctor` says what is wrong with the record"
    );
    Decision {
        verdict: Verdict::Block,
        auto_approve: false,
        apply: false,
        failure: Some(failure),
        ..decision
    }
}
