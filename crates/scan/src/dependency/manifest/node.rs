//! `package.json` and the lock files of npm, Yarn and pnpm.

use std::sync::LazyLock;

use regex::Regex;

use super::super::entry::Ecosystem;
use super::super::version::Range;
use super::{Pattern, Pin, all, locked, required};

/// The objects of `package.json` that name packages.
static OBJECTS: Pattern = LazyLock::new(|| {
    Regex::new(concat!(
        r#""(?:dependencies|devDependencies|peerDependencies|optionalDependencies|resolutions"#,
        r#"|overrides)"\s{0,8}:\s{0,8}\{([^{}]*)\}"#,
    ))
    .ok()
});

static ENTRY: Pattern = LazyLock::new(|| {
    Regex::new(
        r#""((?:@[a-zA-Z0-9._-]{1,80}/)?[a-zA-Z0-9._-]{1,120})"\s{0,4}:\s{0,4}"([^"\n]{1,80})""#,
    )
    .ok()
});

static PACKAGE_LOCK: Pattern = LazyLock::new(|| {
    Regex::new(concat!(
        r#""(?:[^"\n]*node_modules/)?((?:@[^"/\n]{1,80}/)?[^"/\n]{1,120})"\s{0,8}:\s{0,8}\{\s"#,
        r#"{0,40}"version"\s{0,8}:\s{0,8}"([^"\n]{1,60})""#,
    ))
    .ok()
});

static YARN_LOCK: Pattern = LazyLock::new(|| {
    Regex::new(concat!(
        r#"(?m)^"?((?:@[^@"/\s]{1,80}/)?[^@"\s/]{1,120})@[^\n]+:\r?\n[ \t]{1,8}version:? "?(["#,
        r#"0-9][^"\s]{0,60})"?"#,
    ))
    .ok()
});

static PNPM_LOCK: Pattern = LazyLock::new(|| {
    Regex::new(concat!(
        r#"(?m)^[ \t]{2,4}['"]?/?((?:@[^@/'"\s]{1,80}/)?[^@/'"\s]{1,120})[@/]([0-9]+\.[0-9]+\"#,
        r#".[0-9]+[^:('"\s_]{0,40})[^\n]*:"#,
    ))
    .ok()
});

pub(super) fn package(text: &str) -> Vec<Pin> {
    let read = |text: &str| {
        let version = text.rsplit_once("npm:").map_or(text, |(_, alias)| alias);
        Range::of_requirement(version, false)
    };
    let mut pins = Vec::new();
    for object in all(&OBJECTS, text) {
        let Some(body) = object.get(1) else { continue };
        let entries = all(&ENTRY, body.as_str());
        pins.extend(entries.iter().filter_map(|c| required(c, Ecosystem::Npm, body.start(), read)));
    }
    pins
}

pub(super) fn package_lock(text: &str) -> Vec<Pin> {
    all(&PACKAGE_LOCK, text).iter().filter_map(|c| locked(c, Ecosystem::Npm, 0)).collect()
}

pub(super) fn yarn_lock(text: &str) -> Vec<Pin> {
    all(&YARN_LOCK, text).iter().filter_map(|c| locked(c, Ecosystem::Npm, 0)).collect()
}

pub(super) fn pnpm_lock(text: &str) -> Vec<Pin> {
    all(&PNPM_LOCK, text).iter().filter_map(|c| locked(c, Ecosystem::Npm, 0)).collect()
}
