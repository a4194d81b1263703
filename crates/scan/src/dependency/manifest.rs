//! Reads the packages and versions out of manifests and lock files. Plain text and regexes instead
//! of parsers, because a finding needs the place of a version, and a manifest may be a fragment.

use std::sync::LazyLock;

use portcullis_model::Span;
use regex::{Captures, Regex};

use super::entry::Ecosystem;
use super::version::{Range, Version};

mod jvm;
mod node;
mod other;
mod python;

/// A package that a file asks for.
#[derive(Clone, Debug)]
pub(super) struct Pin {
    /// Where it is published.
    pub(super) ecosystem: Ecosystem,
    /// Its name as the table of advisories writes it.
    pub(super) package: String,
    /// The versions that are allowed; `None` where any is.
    pub(super) range: Option<Range>,
    /// Where the version stands, or the name where none does.
    pub(super) span: Span,
    /// Whether a tool writes the file.
    pub(super) locked: bool,
}

/// Bytes of a file that are looked at: lock files may be long.
const LENGTH_MAX: usize = 8 * 1024 * 1024;

/// The packages of a file, which its name tells how to read.
pub(super) fn pins(path: &str, text: &str) -> Vec<Pin> {
    let path = path.replace('\\', "/");
    let name = path.rsplit('/').next().unwrap_or("").to_ascii_lowercase();
    if text.len() > LENGTH_MAX {
        return Vec::new();
    }
    match name.as_str() {
        "pyproject.toml" => python::pyproject(text),
        "setup.cfg" | "setup.py" => python::setup(text),
        "pipfile" => python::pipfile(text),
        "pipfile.lock" => python::pipfile_lock(text),
        "poetry.lock" | "uv.lock" | "pdm.lock" => other::toml_lock(text, Ecosystem::Pypi),
        "package.json" => node::package(text),
        "package-lock.json" | "npm-shrinkwrap.json" => node::package_lock(text),
        "yarn.lock" => node::yarn_lock(text),
        "pnpm-lock.yaml" => node::pnpm_lock(text),
        "pom.xml" => jvm::pom(text),
        "build.gradle" | "build.gradle.kts" => jvm::gradle(text),
        "libs.versions.toml" => jvm::catalog(text),
        "go.mod" => other::go_mod(text),
        "cargo.toml" => other::cargo(text),
        "cargo.lock" => other::toml_lock(text, Ecosystem::Crates),
        "gemfile" => other::gemfile(text),
        "gemfile.lock" => other::gemfile_lock(text),
        "composer.json" => other::composer(text),
        "composer.lock" => other::composer_lock(text),
        _ if python::is_requirements(&path, &name) => python::requirements(text),
        _ => Vec::new(),
    }
}

/// A regex that is compiled on first use. The texts are constants, and the tests run each.
type Pattern = LazyLock<Option<Regex>>;

/// All matches of a pattern.
fn all<'t>(pattern: &'static Pattern, text: &'t str) -> Vec<Captures<'t>> {
    pattern.as_ref().map_or_else(Vec::new, |regex| regex.captures_iter(text).collect())
}

/// The span of a group, moved by the place of the text that was searched.
fn span(captures: &Captures<'_>, group: usize, offset: usize) -> Option<Span> {
    let found = captures.get(group)?;
    let start = u32::try_from(offset + found.start()).ok()?;
    let end = u32::try_from(offset + found.end()).ok()?;
    Some(Span::new(start, end))
}

/// Package in group 1 and exact version in group 2, as lock files have them.
fn locked(captures: &Captures<'_>, ecosystem: Ecosystem, offset: usize) -> Option<Pin> {
    let package = canonical(ecosystem, captures.get(1)?.as_str());
    let range = Some(Range::exact(Version::parse(captures.get(2)?.as_str())?));
    Some(Pin { ecosystem, package, range, span: span(captures, 2, offset)?, locked: true })
}

/// Package in group 1 and requirement in group 2.
fn required(
    captures: &Captures<'_>,
    ecosystem: Ecosystem,
    offset: usize,
    read: impl Fn(&str) -> Option<Range>,
) -> Option<Pin> {
    let package = canonical(ecosystem, captures.get(1)?.as_str());
    let (group, range) = match captures.get(2).filter(|v| !v.is_empty()) {
        Some(version) => (2, read(version.as_str())),
        None => (1, None),
    };
    let blank = captures.get(group).map_or(0, |g| g.len() - g.as_str().trim_end().len());
    let mut span = span(captures, group, offset)?;
    span.end = span.end.saturating_sub(u32::try_from(blank).ok()?);
    Some(Pin { ecosystem, package, range, span, locked: false })
}

/// The name as the table of advisories writes it.
fn canonical(ecosystem: Ecosystem, name: &str) -> String {
    let lower = name.trim().to_ascii_lowercase();
    if ecosystem == Ecosystem::Pypi { lower.replace(['_', '.'], "-") } else { lower }
}

/// The parts of a text between a header that matches and the next line that `ends` it, with their
/// places.
fn sections(text: &str, header: fn(&str) -> bool, ends: fn(&str) -> bool) -> Vec<(usize, &str)> {
    let mut sections = Vec::new();
    let mut open: Option<usize> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if let Some(start) = open.take_if(|_| ends(line)) {
            sections.push((start, text.get(start..at).unwrap_or("")));
        }
        if header(line) {
            open = Some(at + line.len());
        }
        at += line.len();
    }
    sections.extend(open.map(|start| (start, text.get(start..).unwrap_or(""))));
    sections
}
