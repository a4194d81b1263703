//! Maven's `pom.xml`, Gradle's build files and its version catalog.

use std::{collections::HashMap, sync::LazyLock};

use portcullis_model::Span;
use regex::Regex;

use super::super::entry::Ecosystem;
use super::super::version::{Range, Version};
use super::{Pattern, Pin, all, canonical, span};

static DEPENDENCY: Pattern = LazyLock::new(|| {
    Regex::new(r"<(?:dependency|parent|plugin)>((?s:.*?))</(?:dependency|parent|plugin)>").ok()
});
static GROUP: Pattern =
    LazyLock::new(|| Regex::new(r"<groupId>\s{0,20}([^<>\s]{1,120})\s{0,20}</groupId>").ok());
static ARTIFACT: Pattern =
    LazyLock::new(|| Regex::new(r"<artifactId>\s{0,20}([^<>\s]{1,120})\s{0,20}</artifactId>").ok());
static VERSION: Pattern =
    LazyLock::new(|| Regex::new(r"<version>\s{0,20}([^<>\s]{1,80})\s{0,20}</version>").ok());
static PROPERTY: Pattern = LazyLock::new(|| {
    Regex::new(r"<([A-Za-z0-9_.-]{1,80})>\s{0,20}([0-9][A-Za-z0-9._-]{0,60})\s{0,20}</").ok()
});

/// `'group:artifact:version'`.
static COORDINATES: Pattern = LazyLock::new(|| {
    Regex::new(concat!(
        r#"["']([A-Za-z0-9_.-]{1,120}:[A-Za-z0-9_.-]{1,120}):([0-9][A-Za-z0-9._-]{0,60})(?:@["#,
        r#"a-z]{1,8})?["']"#,
    ))
    .ok()
});

/// `group: 'g', name: 'a', version: '1'`, and the same with equals signs.
static NAMED: Pattern = LazyLock::new(|| {
    Regex::new(concat!(
        r#"group\s{0,4}[:=]\s{0,4}["']([^"'\n]{1,120})["'],\s{0,8}name\s{0,4}[:=]\s{0,4}["']("#,
        r#"[^"'\n]{1,120})["'],\s{0,8}version\s{0,4}[:=]\s{0,4}["']([0-9][^"'\n]{0,60})["']"#,
    ))
    .ok()
});

/// `module = "g:a", version = "1"` of a version catalog.
static MODULE: Pattern = LazyLock::new(|| {
    Regex::new(concat!(
        r#"module\s{0,4}=\s{0,4}"([A-Za-z0-9_.-]{1,120}:[A-Za-z0-9_.-]{1,120})"\s{0,4},\s{0,4"#,
        r#"}version\s{0,4}=\s{0,4}"([0-9][^"\n]{0,60})""#,
    ))
    .ok()
});

fn pin(package: &str, version: &str, span: Span) -> Option<Pin> {
    let range = Some(Range::exact(Version::parse(version)?));
    let package = canonical(Ecosystem::Maven, package);
    Some(Pin { ecosystem: Ecosystem::Maven, package, range, span, locked: false })
}

/// Versions may be properties of the same file; the finding then stands at the property.
pub(super) fn pom(text: &str) -> Vec<Pin> {
    let mut properties: HashMap<String, (String, Span)> = HashMap::new();
    for found in all(&PROPERTY, text) {
        let Some(place) = span(&found, 2, 0) else { continue };
        let text = |n| found.get(n).map_or("", |m| m.as_str()).to_owned();
        properties.insert(text(1), (text(2), place));
    }
    let blocks = all(&DEPENDENCY, text);
    let blocks = blocks.iter().filter_map(|found| found.get(1));
    blocks.filter_map(|block| of_block(block.as_str(), block.start(), &properties)).collect()
}

fn of_block(
    block: &str,
    offset: usize,
    properties: &HashMap<String, (String, Span)>,
) -> Option<Pin> {
    let one = |pattern: &'static Pattern| pattern.as_ref()?.captures(block);
    let group = one(&GROUP)?.get(1)?.as_str();
    let artifact = one(&ARTIFACT)?.get(1)?.as_str();
    let package = format!("{group}:{artifact}");
    let Some(version) = one(&VERSION) else { return any_version(&package, block, offset) };
    let written = version.get(1)?.as_str();
    match written.strip_prefix("${").and_then(|name| name.strip_suffix('}')) {
        Some(name) => {
            let (value, place) = properties.get(name)?;
            pin(&package, value, *place)
        }
        None => pin(&package, written, span(&version, 1, offset)?),
    }
}

/// A package whose version stands elsewhere may still be one that nobody should use.
fn any_version(package: &str, block: &str, offset: usize) -> Option<Pin> {
    let artifact = ARTIFACT.as_ref()?.captures(block)?;
    let package = canonical(Ecosystem::Maven, package);
    let span = span(&artifact, 1, offset)?;
    Some(Pin { ecosystem: Ecosystem::Maven, package, range: None, span, locked: false })
}

pub(super) fn gradle(text: &str) -> Vec<Pin> {
    let mut pins = two(&COORDINATES, text);
    for found in all(&NAMED, text) {
        let group = |n: usize| found.get(n).map_or("", |m| m.as_str());
        let package = format!("{}:{}", group(1), group(2));
        pins.extend(span(&found, 3, 0).and_then(|place| pin(&package, group(3), place)));
    }
    pins
}

pub(super) fn catalog(text: &str) -> Vec<Pin> {
    two(&MODULE, text)
}

/// Package in group 1, version in group 2.
fn two(pattern: &'static Pattern, text: &str) -> Vec<Pin> {
    let found = all(pattern, text);
    let pins =
        found.iter().filter_map(|c| pin(c.get(1)?.as_str(), c.get(2)?.as_str(), span(c, 2, 0)?));
    pins.collect()
}
