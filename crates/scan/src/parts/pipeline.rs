//! Commands in the files of continuous integration: GitHub's workflows and actions, GitLab's jobs.

use portcullis_syntax::{Kind, Language, Node, Tree};

use super::{Part, language};

const JOB_SCRIPTS: &[&str] = &["script", "before_script", "after_script"];

/// The scripts of a pipeline, if the path is that of one.
pub(super) fn parts(path: &str, tree: &Tree) -> Vec<Part> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let github = path.contains(".github/workflows/") || name.starts_with("action.y");
    let gitlab = name.contains("gitlab-ci");
    let pairs = tree.nodes().filter(|node| node.kind() == Kind::Pair);
    pairs
        .flat_map(|pair| match pair.child(0).map(text) {
            Some("run") if github => step(pair),
            Some(key) if gitlab && JOB_SCRIPTS.contains(&key) => job(pair),
            _ => Vec::new(),
        })
        .collect()
}

/// The `run:` of a step, in the language of its shell.
fn step(pair: Node<'_>) -> Vec<Part> {
    let siblings = pair.parent().into_iter().flat_map(|step| step.children());
    let shell = siblings.filter(|other| other.child(0).map(text) == Some("shell"));
    let shell = shell.filter_map(|other| other.child(1)).map(text).next().unwrap_or("bash");
    let word = shell.split_whitespace().next().unwrap_or("");
    let Some(language) = language(word) else { return Vec::new() };
    pair.child(1).and_then(|value| script(language, value)).into_iter().collect()
}

/// The lines of a job: they run in one shell.
fn job(pair: Node<'_>) -> Vec<Part> {
    let Some(bash) = language("bash") else { return Vec::new() };
    let Some(value) = pair.child(1) else { return Vec::new() };
    if value.kind() != Kind::List {
        return script(bash, value).into_iter().collect();
    }
    let mut whole = Part::new(bash);
    for line in value.children().filter_map(|line| script(bash, line)) {
        let origin = line.place(0) as usize;
        whole.push(&line.text, origin);
        whole.push("\n", origin + line.text.len());
    }
    vec![whole]
}

/// A scalar without escapes. What the host puts in before the shell sees it is shown as a variable.
fn script(language: &'static Language, value: Node<'_>) -> Option<Part> {
    let content = value.child(0).filter(|text| text.kind() == Kind::StringText)?;
    if value.text().starts_with('"') && content.text().contains('\\') {
        return None;
    }
    let mut part = Part::new(language);
    part.push(&with_variables(content.text()), content.span().start as usize);
    Some(part)
}

/// `${{ a.b }}` as `${______}`, of the same length.
fn with_variables(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, marked)) = rest.split_once("${{") {
        let Some((inside, after)) = marked.split_once("}}") else { break };
        shown.push_str(before);
        shown.push_str("${_");
        shown.extend(inside.bytes().map(|_| '_'));
        shown.push_str("_}");
        rest = after;
    }
    shown + rest
}

fn text<'t>(node: Node<'t>) -> &'t str {
    match node.child(0).filter(|inner| inner.kind() == Kind::StringText) {
        Some(inner) => inner.text(),
        None => node.text(),
    }
}
