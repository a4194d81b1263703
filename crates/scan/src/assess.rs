//! What one action means: the contents that it would put into files, each looked at like a file
//! that was written, and the command that it would run. Works on what it is given; reads nothing.

use std::collections::HashMap;

use portcullis_model::{Action, Artifact, Assessment, Intent, Phase};

use crate::{Scanner, baseline, command, edit, path_class, remedy};

/// What the gate read for an action before it is assessed.
pub struct Surroundings<'a> {
    /// Contents by path as the action gives it; `None` where there is no readable file.
    pub contents: &'a HashMap<String, Option<String>>,
    /// The name of a path for findings and policy.
    pub name: &'a dyn Fn(&str) -> String,
}

impl std::fmt::Debug for Surroundings<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Surroundings").field("contents", &self.contents.len()).finish()
    }
}

impl Surroundings<'_> {
    fn before(&self, path: &str) -> Option<&str> {
        self.contents.get(path)?.as_deref()
    }
}

/// Paths whose contents [`assess`] needs, as the action gives them.
#[must_use]
pub fn needs(action: &Action) -> Vec<String> {
    match &action.intent {
        _ if action.phase == Phase::After => Vec::new(),
        Intent::Write { path, .. } | Intent::Edit { path, .. } | Intent::Notebook { path, .. } => {
            vec![path.clone()]
        }
        Intent::Command { command } => command::needs(command, &action.session.cwd),
        _ => Vec::new(),
    }
}

/// Looks at everything that an action would deliver. An action that already happened has nothing to
/// assess.
#[must_use]
pub fn assess(scanner: &Scanner, action: &Action, around: &Surroundings<'_>) -> Assessment {
    let delivered = match &action.intent {
        _ if action.phase == Phase::After => return Assessment::default(),
        Intent::Write { path, content } => Ok(written(scanner, path, content, around)),
        Intent::Edit { path, edits } => edit::apply(edits, around.before(path))
            .map(|content| written(scanner, path, &content, around)),
        Intent::Notebook { path, edit } => edit::apply_cell(edit, around.before(path))
            .map(|content| written(scanner, path, &content, around)),
        Intent::Command { command } => return commanded(scanner, action, command, around),
        _ => return Assessment::default(),
    };
    match delivered {
        Ok(artifact) => of_artifacts(vec![artifact]),
        Err(void) => Assessment { void: Some(void.to_string()), ..Assessment::default() },
    }
}

fn written(scanner: &Scanner, path: &str, content: &str, around: &Surroundings<'_>) -> Artifact {
    scanner.artifact(&(around.name)(path), content, around.before(path))
}

fn of_artifacts(artifacts: Vec<Artifact>) -> Assessment {
    let suppressed = artifacts.iter().flat_map(|a| &a.findings);
    let suppressed = suppressed.filter(|f| f.suppressed.is_some()).count();
    Assessment {
        artifacts,
        suppressed: u32::try_from(suppressed).unwrap_or(u32::MAX),
        ..Assessment::default()
    }
}

/// A command's writes are judged like writes, and code that it hands to an interpreter like a file
/// of that language.
fn commanded(
    scanner: &Scanner,
    action: &Action,
    command: &str,
    around: &Surroundings<'_>,
) -> Assessment {
    let plan = command::analyze(command, &action.session.cwd, around.contents);
    let writes = plan.writes.iter().map(|write| {
        scanner.artifact(&(around.name)(&write.path), &write.content, write.before.as_deref())
    });
    let inline = plan.inline.iter().map(|code| {
        let name = portcullis_syntax::Language::by_name(code.language)
            .and_then(|l| l.extensions.first())
            .map_or_else(|| "inline".to_owned(), |extension| format!("inline.{extension}"));
        scanner.artifact(&name, &code.code, None)
    });
    let mut assessment = of_artifacts(writes.chain(inline).collect());
    let mut facts = plan.facts;
    facts.writes = facts.writes.iter().map(|path| (around.name)(path)).collect();
    assessment.command = Some(facts);
    assessment
}

impl Scanner {
    /// Looks at a content that would replace `before` under the name `path`: only what it brings in
    /// counts, and fixes are verified.
    #[must_use]
    pub fn artifact(&self, path: &str, content: &str, before: Option<&str>) -> Artifact {
        let report = self.scan(path, content);
        let old = before.map(|text| self.scan(path, text).findings).unwrap_or_default();
        let (mut findings, known) = baseline::split(report.findings.clone(), &old);
        let amended = remedy::verify(self, path, content, &report, &mut findings);
        findings.sort_by(|a, b| {
            let key = |f: &portcullis_model::Finding| (f.severity, f.confidence);
            key(b).cmp(&key(a)).then(a.span.cmp(&b.span))
        });
        Artifact {
            path: path.to_owned(),
            language: report.language,
            content: content.to_owned(),
            before: before.map(str::to_owned),
            findings,
            known,
            coverage: report.coverage,
            classes: path_class::path_classes(path),
            amended,
        }
    }
}
