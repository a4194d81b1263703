//! Requirement files, `pyproject.toml`, `setup.cfg`, `setup.py`, `Pipfile` and its lock.

use std::sync::LazyLock;

use regex::Regex;

use super::super::entry::Ecosystem;
use super::super::version::{Range, Version};
use super::{Pattern, Pin, all, locked, required, sections};

/// `name[extra] == 1.2, < 2 ; marker`.
static LINE: Pattern = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?m)^[ \t]{0,8}([A-Za-z0-9][A-Za-z0-9._-]{0,80})[ \t]{0,4}(?:\[[^\]\n]{0,80}\])?[ ",
        r"\t]{0,4}\(?((?:[<>=!~]=?=?[ \t]{0,4}[0-9][A-Za-z0-9.*+!]{0,40}[ \t]{0,4},?[ \t]{0,",
        r"4}){0,4})\)?[ \t]{0,8}(?:[;#\\@-][^\n]*)?\r?$",
    ))
    .ok()
});

/// The same in quotes, with a comparison.
static QUOTED: Pattern = LazyLock::new(|| {
    Regex::new(concat!(
        r#"["']([A-Za-z0-9][A-Za-z0-9._-]{0,80})[ \t]{0,4}(?:\[[^\]\n"']{0,80}\])?[ \t]{0,4}\"#,
        r"(?((?:[<>=!~]=?=?[ \t]{0,4}[0-9][A-Za-z0-9.*+!]{0,40}[ \t]{0,4},?[ \t]{0,4}){1,4})",
        r#"\)?[ \t]{0,4}(?:;[^"'\n]{0,200})?["']"#,
    ))
    .ok()
});

/// `name = "^1.2"` or `name = { version = "1.2", ... }`.
static TABLE: Pattern = LazyLock::new(|| {
    Regex::new(concat!(
        r#"(?m)^[ \t]{0,8}["']?([A-Za-z0-9][A-Za-z0-9._-]{0,80})["']?[ \t]{0,8}=[ \t]{0,8}(?:"#,
        r#"\{[^}\n]{0,200}?version[ \t]{0,4}=[ \t]{0,4})?["']([^"'\n]{1,60})["']"#,
    ))
    .ok()
});

static LOCK: Pattern = LazyLock::new(|| {
    Regex::new(concat!(
        r#""([A-Za-z0-9][A-Za-z0-9._-]{0,80})"\s{0,8}:\s{0,8}\{[^{}]*?"version"\s{0,8}:\s{0,8"#,
        r#"}"==([^"]{1,60})""#,
    ))
    .ok()
});

/// Whether a file lists requirements, by its name or its folder's.
pub(super) fn is_requirements(path: &str, name: &str) -> bool {
    let listed = name.ends_with(".txt") || name.ends_with(".in") || name.ends_with(".pip");
    let stem = name.contains("requirements") || name.contains("constraints");
    listed && (stem || path.to_ascii_lowercase().contains("requirements/"))
}

pub(super) fn requirements(text: &str) -> Vec<Pin> {
    pep440(&LINE, text, 0)
}

fn pep440(pattern: &'static Pattern, text: &str, offset: usize) -> Vec<Pin> {
    let read = |text: &str| Range::parse(&text.replace([' ', '\t'], ""));
    let pins = all(pattern, text);
    let mut pins: Vec<Pin> =
        pins.iter().filter_map(|c| required(c, Ecosystem::Pypi, offset, read)).collect();
    pins.retain(|pin| pin.range.is_some() || pin.span.len() as usize == pin.package.len());
    pins
}

/// The arrays of PEP 621 and the tables of Poetry.
pub(super) fn pyproject(text: &str) -> Vec<Pin> {
    let mut pins = pep440(&QUOTED, text, 0);
    let header = |line: &str| line.starts_with("[tool.poetry") && line.contains("dependencies]");
    for (offset, part) in sections(text, header, |line| line.starts_with('[')) {
        pins.extend(table(part, offset, poetry));
    }
    pins
}

fn table(text: &str, offset: usize, read: fn(&str) -> Option<Range>) -> Vec<Pin> {
    let found = all(&TABLE, text);
    let pins = found.iter().filter_map(|c| required(c, Ecosystem::Pypi, offset, read));
    pins.filter(|pin| pin.package != "python").collect()
}

/// A bare version is that version, as Poetry has it.
fn poetry(text: &str) -> Option<Range> {
    match text.trim() {
        bare if bare.starts_with(|c: char| c.is_ascii_digit()) && !bare.contains(['*', ',']) => {
            Version::parse(bare).map(Range::exact)
        }
        other if other.starts_with(['^', '~']) && !other.starts_with("~=") => {
            Range::of_requirement(other, false)
        }
        other => Range::parse(&other.replace(' ', "")),
    }
}

pub(super) fn setup(text: &str) -> Vec<Pin> {
    let mut pins = pep440(&QUOTED, text, 0);
    let header = |line: &str| line.trim_start().starts_with("install_requires");
    let ends = |line: &str| !line.starts_with([' ', '\t', '\n', '\r']);
    for (offset, part) in sections(text, header, ends) {
        pins.extend(pep440(&LINE, part, offset).into_iter().filter(|pin| pin.range.is_some()));
    }
    pins.sort_by_key(|pin| pin.span);
    pins.dedup_by_key(|pin| pin.span);
    pins
}

pub(super) fn pipfile(text: &str) -> Vec<Pin> {
    let header = |line: &str| line.starts_with("[packages]") || line.starts_with("[dev-packages]");
    let parts = sections(text, header, |line| line.starts_with('['));
    parts.into_iter().flat_map(|(offset, part)| table(part, offset, poetry)).collect()
}

pub(super) fn pipfile_lock(text: &str) -> Vec<Pin> {
    all(&LOCK, text).iter().filter_map(|c| locked(c, Ecosystem::Pypi, 0)).collect()
}
