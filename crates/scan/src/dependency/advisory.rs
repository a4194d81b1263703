//! The embedded table of advisories, and the question which of them a requirement meets. The table
//! is dated: what became known later is not in it.

use std::sync::LazyLock;

use super::entry::{Advisories, Advisory, Ecosystem, Kind};
use super::version::{Range, Version};
use portcullis_model::Severity;

static TABLE: LazyLock<Advisories> = LazyLock::new(|| {
    let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/advisories.bin"));
    #[expect(clippy::expect_used, reason = "the build script wrote these bytes from these types")]
    postcard::from_bytes(bytes).expect("the embedded advisories are well-formed")
});

/// The day of the table's facts, `YYYY-MM-DD`.
pub(super) fn dated() -> &'static str {
    &TABLE.dated
}

impl Advisory {
    /// How bad it is.
    pub(super) fn severity(&self) -> Severity {
        self.severity.parse().unwrap_or(Severity::Medium)
    }

    /// The line of versions that holds all of `wanted`, as the table writes it; empty where all
    /// versions are meant.
    fn met_by(&self, wanted: Option<&Range>) -> Option<&str> {
        if self.ranges.is_empty() {
            return Some("");
        }
        let wanted = wanted?;
        let met = |text: &&String| Range::parse(text).is_some_and(|line| wanted.is_within(&line));
        self.ranges.iter().find(met).map(String::as_str)
    }
}

/// An advisory that a requirement meets.
#[derive(Clone, Copy, Debug)]
pub(super) struct Met {
    /// The advisory.
    pub(super) advisory: &'static Advisory,
    /// The line of versions.
    line: &'static str,
}

/// The advisories that hold for every version that a requirement allows, worst first.
pub(super) fn met(ecosystem: Ecosystem, package: &str, wanted: Option<&Range>) -> Vec<Met> {
    let of_package = |a: &&Advisory| a.ecosystem == ecosystem && a.package == package;
    let mut met: Vec<Met> = TABLE
        .advisory
        .iter()
        .filter(of_package)
        .filter_map(|advisory| Some(Met { advisory, line: advisory.met_by(wanted)? }))
        .collect();
    met.sort_by_key(|m| std::cmp::Reverse((m.advisory.kind, m.advisory.severity())));
    met
}

/// The nearest version above a vulnerable one that no vulnerability of the table concerns.
pub(super) fn fixed(ecosystem: Ecosystem, package: &str, met: &[Met]) -> Option<String> {
    let mut fixed = highest(met)?;
    for _ in 0..8 {
        let version = Version::parse(&fixed)?;
        let again = self::met(ecosystem, package, Some(&Range::exact(version)));
        let again: Vec<Met> =
            again.into_iter().filter(|m| m.advisory.kind == Kind::Vulnerable).collect();
        if again.is_empty() {
            return Some(fixed);
        }
        fixed = highest(&again)?;
    }
    None
}

/// The highest of the first versions above the vulnerable lines.
fn highest(met: &[Met]) -> Option<String> {
    let vulnerable = met.iter().filter(|m| m.advisory.kind == Kind::Vulnerable);
    let above = vulnerable.filter_map(|m| Range::parse(m.line)?.first_above(m.line));
    above.max_by_key(|text| Version::parse(text)).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_can_be_read() {
        assert!(TABLE.advisory.len() >= 60 && dated().len() == 10);
        for advisory in &TABLE.advisory {
            assert!(advisory.severity.parse::<Severity>().is_ok(), "{}", advisory.package);
            let vulnerable = advisory.kind == Kind::Vulnerable;
            assert_eq!(!advisory.id.is_empty(), vulnerable, "{}", advisory.package);
            for line in &advisory.ranges {
                assert!(Range::parse(line).is_some(), "{}: {line}", advisory.package);
            }
        }
    }

    /// `expected` is the id of the worst advisory, and the version that is fixed.
    fn check(ecosystem: Ecosystem, package: &str, version: &str, expected: Option<(&str, &str)>) {
        let wanted = Range::of_requirement(version, false).unwrap();
        let met = met(ecosystem, package, Some(&wanted));
        let found = met.first().map(|m| m.advisory.id.as_str());
        let fixed = fixed(ecosystem, package, &met);
        assert_eq!(found.zip(fixed.as_deref()), expected, "{package} {version}");
    }

    #[test]
    fn the_version_that_is_fixed_has_no_other_known_hole() {
        let core = "org.apache.logging.log4j:log4j-core";
        check(Ecosystem::Maven, core, "2.14.1", Some(("CVE-2021-44228", "2.17.1")));
        check(Ecosystem::Maven, core, "2.17.1", None);
        check(Ecosystem::Npm, "lodash", "4.17.11", Some(("CVE-2019-10744", "4.17.21")));
        check(Ecosystem::Npm, "lodash", "4.17.21", None);
        check(Ecosystem::Pypi, "pyyaml", "5.3.1", Some(("CVE-2020-14343", "5.4")));
        check(Ecosystem::Go, "golang.org/x/crypto", "0.10.0", Some(("CVE-2024-45337", "0.35.0")));
    }
}
