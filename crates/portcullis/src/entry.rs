//! From what the gate knows of a decision to what the record keeps of it. No judgment here.

use std::time::{Duration, SystemTime};

use portcullis_model::{
    Action, Alternative, Artifact, Assessment, Decision, Finding, Intent, Phase, Verdict,
};
use portcullis_record::{
    Act, AgentName, AlternativeKind, Enforcement, Entry, FindingSummary, Grade, Group, Kind,
    Outcome, Payload, PolicyVerdict, Sample, Versions, Who,
};
use serde_json::json;

use crate::{digest, output::text::classes, workspace::Workspace};

/// What the record says about the gate that decided.
#[derive(Clone, Debug)]
pub struct Identity {
    /// Versions and digests of policy, schema, rules and engine.
    pub versions: Versions,
    /// `enforce` or `observe`.
    pub mode: &'static str,
}

/// Everything that is known when a decision is recorded.
#[derive(Debug)]
pub struct Facts<'a> {
    /// The action.
    pub action: &'a Action,
    /// What the scan said.
    pub seen: &'a Assessment,
    /// What was decided.
    pub decision: &'a Decision,
    /// The repository.
    pub workspace: &'a Workspace,
    /// Time from the request to the decision.
    pub latency: Duration,
    /// The time of day.
    pub now: SystemTime,
}

/// The record of a decision.
#[must_use]
pub fn of(identity: &Identity, facts: &Facts<'_>) -> Entry {
    let (action, decision) = (facts.action, facts.decision);
    let session = &action.session;
    let mut entry = Entry::new(kind(action), decision.id.clone(), facts.now);
    entry.who = who(action);
    entry.gate = env!("CARGO_PKG_VERSION").to_owned();
    entry.agent = Some(AgentName {
        name: session.agent.name.clone(),
        version: session.agent.version.clone(),
    });
    entry.model = session.model.clone();
    entry.action = Some(act(action));
    entry.channel = Some(channel(&action.intent));
    entry.versions = identity.versions.clone();
    entry.enforced = Some(Enforcement { grade: Grade::Advisory, mode: identity.mode });
    entry.latency_us = u64::try_from(facts.latency.as_micros()).ok();
    entry.payloads = payloads(facts);
    if action.phase == Phase::After {
        entry.outcome = Some(outcome(action));
        return entry;
    }
    entry.verdict = (entry.kind == Kind::Decision).then_some(decision.verdict);
    entry.auto_approve = decision.auto_approve;
    entry.policies = policies(decision);
    entry.samples = facts.seen.artifacts.iter().map(|a| sample(a, facts.workspace)).collect();
    entry.findings = findings(facts.seen);
    entry.alternative = alternative(facts.seen, decision);
    entry.failure = decision.failure.as_ref().map(|_| "gate");
    entry
}

fn kind(action: &Action) -> Kind {
    match &action.intent {
        Intent::Prompt { .. } => Kind::Prompt,
        Intent::SessionStart { .. } => Kind::SessionOpen,
        Intent::SessionEnd { .. } => Kind::SessionClose,
        _ if action.phase == Phase::Before => Kind::Decision,
        _ if action.outcome.is_some() => Kind::Outcome,
        _ => Kind::Tool,
    }
}

fn who(action: &Action) -> Who {
    let session = &action.session;
    let more = [
        ("cwd", Some(session.cwd.clone())),
        ("subagent", session.subagent.clone()),
        ("permission_mode", session.permission_mode.clone()),
        ("call", action.call.clone()),
    ];
    Who {
        session: Some(session.id.clone()),
        actor: user(),
        more: more.into_iter().filter_map(|(k, v)| Some((k.to_owned(), v?))).collect(),
    }
}

/// Whose account this process runs under, as the environment says.
#[must_use]
pub fn user() -> Option<String> {
    std::env::var("USER").or_else(|_| std::env::var("USERNAME")).ok()
}

fn channel(intent: &Intent) -> &'static str {
    match intent {
        Intent::Write { .. } => "write",
        Intent::Edit { .. } => "edit",
        Intent::Notebook { .. } => "notebook",
        Intent::Command { .. } => "shell",
        Intent::Read { .. } => "read",
        Intent::Fetch { .. } => "fetch",
        Intent::Prompt { .. } => "prompt",
        Intent::SessionStart { .. } | Intent::SessionEnd { .. } => "session",
        Intent::Tool { .. } => "tool",
    }
}

fn act(action: &Action) -> Act {
    let input = format!("{:?}", action.intent).into_bytes();
    Act { kind: channel(&action.intent), tool: action.tool.clone(), input }
}

/// The host tells of failures by the name of its event, which adapters keep in `tool`.
fn outcome(action: &Action) -> Outcome {
    match &action.outcome {
        Some(text) if text.contains("\"error\"") => Outcome::Failed,
        Some(_) => Outcome::Done,
        None => Outcome::Unknown,
    }
}

fn policies(decision: &Decision) -> Vec<PolicyVerdict> {
    let mut spoke: Vec<PolicyVerdict> = Vec::new();
    for reason in decision.requests.iter().flat_map(|request| &request.reasons) {
        let verdict = PolicyVerdict { id: reason.policy.clone(), verdict: reason.verdict };
        if !spoke.contains(&verdict) {
            spoke.push(verdict);
        }
    }
    spoke.sort_by_key(|policy| std::cmp::Reverse(policy.verdict));
    spoke
}

fn sample(artifact: &Artifact, workspace: &Workspace) -> Sample {
    let lines = artifact.findings.iter().map(|f| (f.line, f.end_line));
    let whole = u32::try_from(artifact.content.lines().count()).unwrap_or(u32::MAX);
    let range = match artifact.before {
        None => (u32::from(whole > 0), whole),
        Some(_) => lines.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))).unwrap_or((0, 0)),
    };
    Sample {
        digest: digest(artifact.content.as_bytes()),
        repository: Some(workspace.root().to_string_lossy().into_owned()),
        path: artifact.path.clone(),
        first_line: range.0,
        last_line: range.1,
        language: artifact.language.clone(),
        bytes: artifact.content.len() as u64,
        unread_permille: artifact.coverage.unread_permille,
        complete: artifact.coverage.limit_hit.is_none(),
    }
}

fn findings(seen: &Assessment) -> Vec<FindingSummary> {
    let of_artifacts = seen.artifacts.iter().zip(0u32..).flat_map(|(artifact, n)| {
        artifact.findings.iter().map(move |finding| summary(finding, Some(n)))
    });
    let of_command = seen.command.iter().flat_map(|command| &command.findings);
    let mut all: Vec<FindingSummary> =
        of_artifacts.chain(of_command.map(|finding| summary(finding, None))).collect();
    all.sort_by_key(|finding| std::cmp::Reverse((finding.severity, finding.confidence)));
    all
}

fn summary(finding: &Finding, sample: Option<u32>) -> FindingSummary {
    FindingSummary {
        rule: finding.rule.clone(),
        cwe: finding.cwe.clone(),
        owasp_2021: finding.owasp_2021.clone(),
        owasp_2025: finding.owasp_2025.clone(),
        swc: finding.swc.clone(),
        severity: finding.severity,
        confidence: finding.confidence,
        fingerprint: finding.fingerprint.clone(),
        line: finding.line,
        sample,
        suppressed: finding.suppressed.is_some(),
    }
}

fn alternative(seen: &Assessment, decision: &Decision) -> Option<portcullis_record::Alternative> {
    let first = decision.alternatives.first()?;
    let (kind, path, amended) = match first {
        Alternative::Amended { path, content } => {
            (AlternativeKind::Amended, Some(path), Some(digest(content.as_bytes())))
        }
        Alternative::Pattern { .. } => (AlternativeKind::Pattern, None, None),
    };
    let refused = path.and_then(|path| seen.artifacts.iter().find(|a| a.path == *path));
    Some(portcullis_record::Alternative {
        verified: kind == AlternativeKind::Amended,
        applied: decision.apply && decision.verdict >= Verdict::Ask,
        refused: refused.map(|artifact| digest(artifact.content.as_bytes())),
        amended,
        kind,
    })
}

fn payloads(facts: &Facts<'_>) -> Vec<Payload> {
    let mut payloads = Vec::new();
    // Credentials are cut short first: the record must not become a place to steal them from.
    let mut add = |group, text: &str| {
        let bytes = portcullis_scan::redacted(text).into_bytes();
        payloads.push(Payload { group, bytes });
    };
    match &facts.action.intent {
        Intent::Prompt { text } => add(Group::Prompt, text),
        Intent::Command { command } => add(Group::Command, command),
        Intent::Read { path } => add(Group::Command, path),
        Intent::Fetch { url } => add(Group::Command, url),
        Intent::Tool { input } => add(Group::Command, input),
        _ => {}
    }
    if !facts.seen.artifacts.is_empty() {
        add(Group::Diff, &diffs(facts.seen));
    }
    if let Some(outcome) = &facts.action.outcome {
        add(Group::Output, outcome);
    }
    let evidence = evidence(facts);
    if !evidence.is_null() {
        add(Group::Evidence, &evidence.to_string());
    }
    payloads
}

/// What each file would change, as unified diffs.
fn diffs(seen: &Assessment) -> String {
    let diff = |artifact: &Artifact| {
        let before = artifact.before.as_deref().unwrap_or("");
        let diff = similar::TextDiff::configure()
            .timeout(Duration::from_millis(100))
            .diff_lines(before, artifact.content.as_str());
        let (old, new) = (format!("a/{}", artifact.path), format!("b/{}", artifact.path));
        diff.unified_diff().header(&old, &new).to_string()
    };
    seen.artifacts.iter().map(diff).collect()
}

/// Findings and reasons in full.
fn evidence(facts: &Facts<'_>) -> serde_json::Value {
    let findings: Vec<_> = facts.decision.findings.iter().map(|f| {
        json!({"rule": f.rule, "line": f.line, "message": f.message, "classes": classes(f)})
    }).collect();
    let reasons: Vec<_> = facts
        .decision
        .requests
        .iter()
        .filter(|r| !r.reasons.is_empty())
        .map(|r| {
            let why: Vec<_> =
                r.reasons.iter().map(|p| json!({"policy": p.policy, "reason": p.reason})).collect();
            json!({"request": r.kind.name(), "resource": r.resource, "reasons": why})
        })
        .collect();
    let failure = facts.decision.failure.as_ref().or(facts.seen.void.as_ref());
    if findings.is_empty() && reasons.is_empty() && failure.is_none() {
        return serde_json::Value::Null;
    }
    json!({"findings": findings, "reasons": reasons, "failure": failure})
}
