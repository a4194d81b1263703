//! The rules about commands, as one table: what does harm whatever file it touches. Where they
//! apply is told in [`super::harm`].

use portcullis_model::{Category, Confidence, Finding, Severity, Span};

use super::CommandRule;
use crate::taxonomy;

/// One rule.
#[derive(Debug)]
pub(super) struct Rule {
    pub(super) id: &'static str,
    severity: Severity,
    confidence: Confidence,
    cwe: &'static [u32],
    message: &'static str,
}

impl Rule {
    pub(super) fn summary(&self) -> CommandRule {
        let Self { id, severity, cwe, message, .. } = *self;
        CommandRule { id, severity, cwe, message }
    }
}

const fn rule(
    id: &'static str,
    severity: Severity,
    confidence: Confidence,
    cwe: &'static [u32],
    message: &'static str,
) -> Rule {
    Rule { id, severity, confidence, cwe, message }
}

use Confidence::{High as Sure, Medium as Likely};
use Severity::{Critical, High, Medium};

/// All of them.
pub(super) const RULES: &[Rule] = &[
    rule(
        "command-download-run",
        Critical,
        Sure,
        &[494],
        "What comes over the network is run at once, and nobody has looked at it. Download it to a \
         file, check its digest or signature, read it, then run it.",
    ),
    rule(
        "command-reverse-shell",
        Critical,
        Sure,
        &[506, 78],
        "This hands a shell on this machine to somebody on the network.",
    ),
    rule(
        "command-decoded-run",
        Critical,
        Sure,
        &[506],
        "A command is hidden in an encoded text and run after it is decoded. Write it in the open.",
    ),
    rule(
        "command-delete-everything",
        Critical,
        Sure,
        &[506],
        "This deletes a whole system or home folder. Name the folder that is meant.",
    ),
    rule(
        "command-disk-overwritten",
        Critical,
        Sure,
        &[506],
        "This writes over a disk itself, and with it all files on it.",
    ),
    rule(
        "command-fork-bomb",
        High,
        Sure,
        &[400],
        "A function starts itself again without end until the machine stands still.",
    ),
    rule(
        "command-world-writable",
        Medium,
        Sure,
        &[732],
        "Everybody on the machine may change these files afterwards. Give rights to the user or \
         group \
         that needs them (`chmod u+rw`, 750, 640).",
    ),
    rule(
        "command-setuid",
        High,
        Sure,
        &[250, 732],
        "A program is set to run with its owner's rights, whoever starts it.",
    ),
    rule(
        "command-secret-sent",
        Critical,
        Likely,
        &[200],
        "Credentials leave the machine: what is sent holds keys, tokens or the environment.",
    ),
    rule(
        "command-gate-tampering",
        Critical,
        Sure,
        &[693],
        "This changes or stops the gate that judges the agent. Its settings are changed by people, \
         outside the agent's session.",
    ),
    rule(
        "command-guard-off",
        Critical,
        Sure,
        &[693],
        "An agent is started that asks nobody and is held by nothing. Start it with its permission \
         prompts and sandbox on.",
    ),
    rule(
        "command-hook-bypass",
        High,
        Sure,
        &[693],
        "The checks that run before a commit or push are left out. Let them run and mend what they \
         find.",
    ),
    rule(
        "command-certificate-check-off",
        Medium,
        Sure,
        &[295],
        "The server's certificate is not checked, so that anybody on the way can change what comes \
         back. Trust the right authority instead (`--cacert`, `SSL_CERT_FILE`).",
    ),
    rule(
        "command-certificate-check-off-for-good",
        High,
        Sure,
        &[295],
        "From now on certificates are not checked, so that anybody on the way can change what \
         comes \
         back. Trust the right authority instead.",
    ),
    rule(
        "command-persistence",
        High,
        Likely,
        &[506],
        "This makes something start by itself later on, outside the session that is judged here.",
    ),
    rule(
        "command-history-wiped",
        High,
        Sure,
        &[778],
        "The history or a log of the machine is wiped, and with it the trace of what was done.",
    ),
    rule("command-defense-off", High, Sure, &[693], "A defense of the machine is switched off."),
];

/// The finding of a rule at a place of the command line. Lines and fingerprint are filled in later.
pub(super) fn finding(id: &str, span: Span, detail: &str) -> Option<Finding> {
    let rule = RULES.iter().find(|rule| rule.id == id)?;
    let message = match detail {
        "" => rule.message.to_owned(),
        _ => format!("{} (`{detail}`)", rule.message),
    };
    Some(Finding {
        rule: rule.id.to_owned(),
        category: Category::Command,
        message,
        severity: rule.severity,
        confidence: rule.confidence,
        span,
        line: 1,
        end_line: 1,
        cwe: rule.cwe.to_vec(),
        owasp_2021: taxonomy::of_cwes(rule.cwe, taxonomy::owasp_2021),
        owasp_2025: taxonomy::of_cwes(rule.cwe, taxonomy::owasp_2025),
        swc: Vec::new(),
        attack: Vec::new(),
        references: Vec::new(),
        trace: Vec::new(),
        fingerprint: String::new(),
        fix: None,
        pattern: None,
        suppressed: None,
    })
}
