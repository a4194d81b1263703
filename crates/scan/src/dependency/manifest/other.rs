//! Go modules, Cargo, Bundler and Composer, and the lock files in TOML.

use std::sync::LazyLock;

use regex::Regex;

use super::super::entry::Ecosystem;
use super::super::version::{Range, Version};
use super::{Pattern, Pin, all, locked, required, sections};

static TOML_LOCK: Pattern = LazyLock::new(|| {
    Regex::new(r#"(?m)^name = "([^"\n]{1,120})"\r?\nversion = "([^"\n]{1,60})""#).ok()
});

static GO_MOD: Pattern = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?m)^[ \t]{0,8}(?:require[ \t]{1,8})?([a-z0-9][A-Za-z0-9._~/-]{2,200})[ \t]{1,8}(v",
        r"[0-9][^\s/]{0,80})",
    ))
    .ok()
});

static CARGO: Pattern = LazyLock::new(|| {
    Regex::new(concat!(
        r#"(?m)^[ \t]{0,8}"?([A-Za-z0-9_-]{1,80})"?[ \t]{0,8}=[ \t]{0,8}(?:\{[^}\n]{0,300}?ve"#,
        r#"rsion[ \t]{0,4}=[ \t]{0,4})?"([^"\n]{1,60})""#,
    ))
    .ok()
});

static CARGO_SECTION: Pattern = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?m)^\[(?:[^\]\n]{0,80}\.)?(?:dev-|build-)?dependencies\.([A-Za-z0-9_-]{1,80})\][^",
        r#"\n]{0,80}\n(?:[^\[\n][^\n]{0,200}\n){0,8}?version[ \t]{0,4}=[ \t]{0,4}"([^"\n]{1,6"#,
        r#"0})""#,
    ))
    .ok()
});

static GEM: Pattern = LazyLock::new(|| {
    Regex::new(concat!(
        r#"(?m)^[ \t]{0,12}gem[ \t(]{1,4}["']([A-Za-z0-9_.-]{1,80})["'](?:[ \t]{0,4},[ \t]{0,"#,
        r#"4}["']([^"'\n]{1,40})["'])?"#,
    ))
    .ok()
});

static GEM_LOCK: Pattern = LazyLock::new(|| {
    Regex::new(r"(?m)^ {4}([A-Za-z0-9_.-]{1,80}) \(([0-9][A-Za-z0-9.]{0,40})(?:-[^)\n]{1,40})?\)")
        .ok()
});

static COMPOSER: Pattern = LazyLock::new(|| {
    Regex::new(r#""([a-z0-9_.-]{1,80}/[a-z0-9_.-]{1,80})"\s{0,4}:\s{0,4}"([^"\n]{1,60})""#).ok()
});

static COMPOSER_LOCK: Pattern = LazyLock::new(|| {
    Regex::new(concat!(
        r#""name"\s{0,4}:\s{0,4}"([a-z0-9_.-]{1,80}/[a-z0-9_.-]{1,80})",\s{1,40}"version"\s{0"#,
        r#",4}:\s{0,4}"([^"\n]{1,60})""#,
    ))
    .ok()
});

pub(super) fn toml_lock(text: &str, ecosystem: Ecosystem) -> Vec<Pin> {
    all(&TOML_LOCK, text).iter().filter_map(|c| locked(c, ecosystem, 0)).collect()
}

/// Go selects the least version that is asked for, so a requirement is that version.
pub(super) fn go_mod(text: &str) -> Vec<Pin> {
    let read = |text: &str| Version::parse(text).map(Range::exact);
    all(&GO_MOD, text).iter().filter_map(|c| required(c, Ecosystem::Go, 0, read)).collect()
}

pub(super) fn cargo(text: &str) -> Vec<Pin> {
    let read = |text: &str| Range::of_requirement(text, true);
    let header = |line: &str| line.starts_with('[') && line.trim_end().ends_with("dependencies]");
    let mut pins = Vec::new();
    for (offset, part) in sections(text, header, |line| line.starts_with('[')) {
        let found = all(&CARGO, part);
        pins.extend(found.iter().filter_map(|c| required(c, Ecosystem::Crates, offset, read)));
    }
    let named = all(&CARGO_SECTION, text);
    pins.extend(named.iter().filter_map(|c| required(c, Ecosystem::Crates, 0, read)));
    pins
}

pub(super) fn gemfile(text: &str) -> Vec<Pin> {
    let found = all(&GEM, text);
    found.iter().filter_map(|c| required(c, Ecosystem::Rubygems, 0, Range::of_gem)).collect()
}

pub(super) fn gemfile_lock(text: &str) -> Vec<Pin> {
    all(&GEM_LOCK, text).iter().filter_map(|c| locked(c, Ecosystem::Rubygems, 0)).collect()
}

pub(super) fn composer(text: &str) -> Vec<Pin> {
    let read = |text: &str| Range::of_requirement(text, false);
    let found = all(&COMPOSER, text);
    found.iter().filter_map(|c| required(c, Ecosystem::Packagist, 0, read)).collect()
}

pub(super) fn composer_lock(text: &str) -> Vec<Pin> {
    all(&COMPOSER_LOCK, text).iter().filter_map(|c| locked(c, Ecosystem::Packagist, 0)).collect()
}
