//! A decision in words: for the agent, so that it can do better at once, and for the person beside
//! it, in one line. Short, imperative, worst first.

use std::collections::HashSet;
use std::fmt::Write as _;

use portcullis_model::{
    Alternative, Decision, Finding, PolicyReason, Request, RequestKind, Verdict,
};

/// Findings that are told in full; the others are counted.
const IN_FULL: usize = 5;
/// Policies that are named.
const POLICIES: usize = 8;
/// Lines of secure code that are shown for one finding.
const CODE_LINES: usize = 40;

/// What the agent is told.
pub(crate) fn for_agent(tool: &str, decision: &Decision) -> String {
    let mut text = headline(tool, decision);
    if let Some(failure) = &decision.failure {
        line(&mut text, &format!("The gate itself failed: {failure}."));
    }
    let path = only_path(decision);
    let mut shown = HashSet::new();
    let counted = counted(decision);
    for (number, finding) in counted.iter().take(IN_FULL).enumerate() {
        line(&mut text, &format!("{}. {}", number + 1, told(finding, path)));
        text.push_str(&instead(finding, decision, &mut shown));
    }
    let rest = counted.len().saturating_sub(IN_FULL);
    if rest > 0 {
        line(&mut text, &format!("And {rest} more like these."));
    }
    for reason in reasons(decision).into_iter().take(POLICIES) {
        line(&mut text, &reason);
    }
    line(&mut text, &advice(decision));
    text
}

/// What the agent is told where a mended content was put in place of its own.
pub(crate) fn of_mended(tool: &str, decision: &Decision) -> String {
    let path = only_path(decision);
    let mut text = format!("portcullis mended this {tool}: the content it asks for now has");
    text.push_str(" checked fixes in it. Build on the mended content.");
    for finding in counted(decision).into_iter().take(IN_FULL) {
        line(&mut text, &format!("- {}", told(finding, path)));
    }
    line(&mut text, &format!("Decision {}.", decision.id));
    text
}

/// One line for the person.
pub(crate) fn for_user(tool: &str, decision: &Decision) -> String {
    let what = match decision.verdict {
        Verdict::Allow => "allows",
        Verdict::Warn => "warns about",
        Verdict::Ask => "asks about",
        Verdict::Block => "blocks",
    };
    format!("portcullis {what} {tool}{}: {} ({})", on(decision), gist(decision), decision.id)
}

/// The strictest policy's reason, and the worst finding.
fn gist(decision: &Decision) -> String {
    if let Some(failure) = &decision.failure {
        return failure.clone();
    }
    let why = strictest(decision).map_or("granted by policy", |reason| &reason.reason);
    let counted = counted(decision);
    let Some(worst) = counted.first() else { return why.to_owned() };
    let rest = counted.len().saturating_sub(1);
    let more = if rest > 0 { format!(" and {rest} more") } else { String::new() };
    format!("{why}; {} in line {}{more}", worst.rule, worst.line)
}

/// The findings that no comment suppresses, worst first.
fn counted(decision: &Decision) -> Vec<&Finding> {
    decision.findings.iter().filter(|finding| finding.suppressed.is_none()).collect()
}

fn on(decision: &Decision) -> String {
    let named = decision.requests.iter().filter(|request| !request.resource.is_empty());
    let worst = named.max_by_key(|request| request.verdict);
    worst.map_or_else(String::new, |request| format!(" of `{}`", request.resource))
}

fn strictest(decision: &Decision) -> Option<&PolicyReason> {
    let reasons = decision.requests.iter().flat_map(|request| &request.reasons);
    reasons.max_by_key(|reason| reason.verdict)
}

fn headline(tool: &str, decision: &Decision) -> String {
    match decision.verdict {
        Verdict::Allow => format!("portcullis allows this {tool}."),
        Verdict::Warn => format!("portcullis lets this {tool} pass, with a warning."),
        Verdict::Ask => format!("portcullis asks a person about this {tool}."),
        Verdict::Block => format!("portcullis blocked this {tool}."),
    }
}

/// The path of what is delivered, where it is one alone; findings do not carry theirs.
fn only_path(decision: &Decision) -> Option<&str> {
    let delivers = |request: &&Request| request.kind == RequestKind::DeliverCode;
    let mut paths = decision.requests.iter().filter(delivers).map(|request| &*request.resource);
    let first = paths.next()?;
    paths.all(|path| path == first).then_some(first)
}

/// Rule, place, standards, what is wrong, and the way of the data.
fn told(finding: &Finding, path: Option<&str>) -> String {
    let place = match path {
        Some(path) => format!("{path}:{}", finding.line),
        None => format!("line {}", finding.line),
    };
    let mut text =
        format!("{place} {} [{}]: {}", finding.rule, standards(finding), finding.message);
    if let (Some(first), Some(last)) = (finding.trace.first(), finding.trace.last()) {
        let _ = write!(text, " Flow: {}; {}.", first.note, last.note);
    }
    text
}

fn standards(finding: &Finding) -> String {
    let severity = format!("{}, confidence {}", finding.severity, finding.confidence);
    let cwe = finding.cwe.iter().map(|cwe| format!("CWE-{cwe}"));
    let owasp = finding.owasp_2021.iter().chain(&finding.owasp_2025).chain(&finding.swc);
    std::iter::once(severity).chain(cwe).chain(owasp.cloned()).collect::<Vec<_>>().join(", ")
}

/// The secure code to use: the checked fix, or the secure pattern; each pattern once.
fn instead<'a>(finding: &Finding, decision: &'a Decision, shown: &mut HashSet<&'a str>) -> String {
    if let Some(fix) = finding.fix.as_ref().filter(|fix| fix.verified) {
        let code: Vec<_> = fix.edits.iter().map(|(_, code)| code.trim_end()).collect();
        let code = code.join("\n");
        let rest = if code.trim().is_empty() { " nothing; leave it out" } else { "" };
        return format!("\n   Write instead:{rest}{}", block(&code));
    }
    let pattern = decision.alternatives.iter().find_map(|alternative| match alternative {
        Alternative::Pattern { rule, id, good, why }
            if *rule == finding.rule || finding.pattern.as_ref() == Some(id) =>
        {
            Some((id.as_str(), good, why))
        }
        _ => None,
    });
    match pattern {
        Some((id, good, why)) if shown.insert(id) => {
            format!("\n   Use `{id}`: {why}{}", block(good))
        }
        Some((id, ..)) => format!("\n   Use `{id}`, as above."),
        None => String::new(),
    }
}

fn block(code: &str) -> String {
    let mut lines = code.lines();
    let mut text: String =
        lines.by_ref().take(CODE_LINES).fold(String::new(), |text, line| text + "\n     " + line);
    let rest = lines.count();
    if rest > 0 {
        let _ = write!(text, "\n     ({rest} more lines)");
    }
    text
}

/// The policies that speak against it, each once for a resource, strictest first.
fn reasons(decision: &Decision) -> Vec<String> {
    let each = decision.requests.iter().flat_map(|request| {
        request.reasons.iter().map(move |reason| (reason, request.resource.as_str()))
    });
    let mut seen = HashSet::new();
    let mut each: Vec<_> =
        each.filter(|(reason, on)| seen.insert((reason.policy.as_str(), *on))).collect();
    each.sort_by_key(|(reason, _)| std::cmp::Reverse(reason.verdict));
    let told = each.into_iter().map(|(reason, on)| {
        let on = if on.is_empty() { String::new() } else { format!(" on `{on}`") };
        format!("Policy {} ({}){on}: {}.", reason.policy, reason.verdict, reason.reason)
    });
    told.collect()
}

fn advice(decision: &Decision) -> String {
    let advice = match (decision.verdict, mendable(decision)) {
        (Verdict::Allow, _) => "Go on.",
        (Verdict::Warn, _) => "Mend it when you touch this place next.",
        (Verdict::Ask, _) => "If the person declines, mend it and try again.",
        (Verdict::Block, true) => {
            "Mend this and deliver it again. Another tool or the shell gets the same answer."
        }
        (Verdict::Block, false) => {
            "Leave it, or ask the person you work for. Another way gets the same answer."
        }
    };
    format!("{advice} Decision {}.", decision.id)
}

/// Whether other content would pass: nothing but what was found stands against it.
fn mendable(decision: &Decision) -> bool {
    let about_content = |request: &&Request| {
        matches!(request.kind, RequestKind::DeliverCode | RequestKind::RunCommand)
    };
    let mut worst = decision.requests.iter().filter(|r| r.verdict == decision.verdict);
    !counted(decision).is_empty() && worst.all(|request| about_content(&request))
}

fn line(text: &mut String, line: &str) {
    text.push('\n');
    text.push_str(line);
}
