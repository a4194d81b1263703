//! How the play is shown: one block a call, worth a screenshot.

use std::{io::IsTerminal, path::Path, time::Duration};

use annotate_snippets::Renderer;
use portcullis_hook::Call;
use portcullis_model::{Alternative, Finding, Intent, Phase, Verdict};

use super::Played;
use crate::output::text;

/// Lines of a secure alternative that are shown.
const LINES_MAX: usize = 12;

/// Counts what happened.
#[derive(Default)]
pub(super) struct Tally {
    verdicts: [u32; 4],
    recorded: u32,
    took: Vec<Duration>,
}

impl Tally {
    pub(super) fn count(&mut self, played: &Played) {
        if played.decision.requests.is_empty() {
            self.recorded += 1;
            return;
        }
        if let Some(count) = self.verdicts.get_mut(played.decision.verdict as usize) {
            *count += 1;
        }
        self.took.push(played.took);
    }

    fn median(&self) -> Duration {
        let mut sorted = self.took.clone();
        sorted.sort();
        sorted.get(sorted.len() / 2).copied().unwrap_or_default()
    }
}

fn colored() -> bool {
    std::env::var_os("NO_COLOR").is_none() && std::io::stdout().is_terminal()
}

fn paint(code: &str, text: &str) -> String {
    if colored() { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
}

pub(super) fn opening(repository: &Path) -> String {
    let title = paint("1", "portcullis try");
    format!(
        "{title}: a coding agent works on a small shop, a payment script and a lending pool.\n\
         Every call goes through the gate that live hooks use ({}).\n",
        repository.display()
    )
}

/// One call, what became of it, and why.
pub(super) fn call(number: u32, call: &Call, played: &Played) -> String {
    let decision = &played.decision;
    let head = format!(
        "{number:>2}  {:<6} {:<64} {}",
        call.action.tool,
        subject(call),
        word(call, played)
    );
    let mut out = vec![head];
    if decision.verdict == Verdict::Allow {
        return out.join("\n");
    }
    for request in decision.requests.iter().filter(|r| r.verdict > Verdict::Allow) {
        for reason in request.reasons.iter().take(1) {
            let kind = request.kind.name();
            out.push(format!(
                "      {kind} {}: {} ({})",
                request.resource, reason.reason, reason.policy
            ));
        }
    }
    out.dedup();
    out.extend(decision.findings.iter().take(3).filter_map(|finding| place(finding, played)));
    out.extend(alternative(played));
    out.push(String::new());
    out.join("\n")
}

fn subject(call: &Call) -> String {
    let text = match &call.action.intent {
        Intent::Write { path, .. } | Intent::Edit { path, .. } | Intent::Notebook { path, .. } => {
            tail(path)
        }
        Intent::Read { path } => tail(path),
        Intent::Command { command } => command.clone(),
        Intent::Prompt { text } => text.clone(),
        _ => String::new(),
    };
    let line = text.lines().next().unwrap_or("");
    let more = text.lines().count() > 1 || line.chars().count() > 62;
    let short: String = line.chars().take(62).collect();
    if more { format!("{short} …") } else { short }
}

/// The last parts of a path.
fn tail(path: &str) -> String {
    let parts: Vec<&str> = path.rsplit('/').take(2).collect();
    parts.into_iter().rev().collect::<Vec<_>>().join("/")
}

fn word(call: &Call, played: &Played) -> String {
    let recorded = call.action.phase == Phase::After || played.decision.requests.is_empty();
    match played.decision.verdict {
        _ if recorded => paint("2", "recorded"),
        Verdict::Allow => paint("32", "allow"),
        Verdict::Warn => paint("33;1", "warn"),
        Verdict::Ask => paint("35;1", "ask a person"),
        Verdict::Block => paint("31;1", "BLOCK"),
    }
}

/// The finding over its source, indented.
fn place(finding: &Finding, played: &Played) -> Option<String> {
    let renderer = if colored() { Renderer::styled() } else { Renderer::plain() };
    let inside = |text: &String| finding.span.end as usize <= text.len();
    let (path, content) = played.texts.iter().find(|(_, text)| inside(text))?;
    let shown = text::show(&renderer, path, content, finding);
    Some(shown.lines().map(|line| format!("      {line}")).collect::<Vec<_>>().join("\n"))
}

fn alternative(played: &Played) -> Option<String> {
    let (title, code) =
        played.decision.alternatives.first().map(|alternative| match alternative {
            Alternative::Amended { path, content } => {
                let before = played.texts.iter().find(|(p, _)| p == path).map_or("", |(_, t)| t);
                ("checked fix", changed(before, content))
            }
            Alternative::Pattern { id, good, .. } => (id.as_str(), good.clone()),
        })?;
    let lines: Vec<&str> = code.lines().filter(|line| !line.trim().is_empty()).collect();
    let more = lines.len().saturating_sub(LINES_MAX);
    let shown = lines.iter().take(LINES_MAX).map(|l| format!("        {}", paint("32", l)));
    let mut out = vec![format!("      write instead ({title}):")];
    out.extend(shown);
    if more > 0 {
        out.push(format!("        … {more} more lines"));
    }
    Some(out.join("\n"))
}

/// The lines that a fix changes.
fn changed(before: &str, after: &str) -> String {
    let diff = similar::TextDiff::from_lines(before, after);
    let new = diff.iter_all_changes().filter(|c| c.tag() == similar::ChangeTag::Insert);
    new.map(|change| change.value().to_owned()).collect()
}

pub(super) fn closing(tally: &Tally, checked: &str, log: &Path, kept: bool) -> String {
    let [allow, warn, ask, block] = tally.verdicts;
    let ms = tally.median().as_secs_f64() * 1e3;
    let mut text = format!(
        "{allow} allowed, {warn} warned, {ask} asked, {block} blocked, {} recorded; \
         median decision {ms:.1} ms, record included\nlog verified: {checked}",
        tally.recorded
    );
    if kept {
        text.push_str(&format!("\nlook at it: portcullis log --dir {} show", log.display()));
    }
    text.push_str("\nnext: `portcullis init` in a repository of yours, then `portcullis doctor`");
    text
}
