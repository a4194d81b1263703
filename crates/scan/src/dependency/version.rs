//! Versions and ranges of them, as PyPI, npm, Maven, Go, crates.io, RubyGems and Packagist write
//! them. One order serves all: numbers first, then what makes a release a preliminary or a later
//! one. Local and build parts do not count.

use std::cmp::Ordering;

/// A version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Version {
    /// The numbers of the release, without zeros at its end.
    release: Vec<u64>,
    /// Before (negative), at (zero) or after the release.
    stage: i8,
    /// Number of the stage.
    number: u64,
}

/// Words of stages, in their order.
const STAGES: &[(&str, i8)] = &[
    ("dev", -6),
    ("alpha", -5),
    ("a", -5),
    ("beta", -4),
    ("b", -4),
    ("milestone", -3),
    ("m", -3),
    ("pre", -2),
    ("preview", -2),
    ("rc", -2),
    ("cr", -2),
    ("c", -2),
    ("snapshot", -1),
    ("post", 1),
    ("sp", 1),
    ("p", 1),
    ("patch", 1),
];

/// Longest text that is read as a version.
const LENGTH_MAX: usize = 64;

impl Version {
    /// Reads a version; a `v` in front is taken off. Placeholders and words are none.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let text = text.trim().trim_start_matches(['v', 'V', '=']);
        let text = text.split('+').next().unwrap_or(text);
        if text.len() > LENGTH_MAX || !text.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
        let (numbers, rest) = text.split_at_checked(end)?;
        let mut release: Vec<u64> = Vec::new();
        for number in numbers.trim_end_matches('.').split('.') {
            release.push(number.parse().ok()?);
        }
        while release.len() > 1 && release.last() == Some(&0) {
            release.pop();
        }
        let (stage, number) = stage(rest);
        Some(Self { release, stage, number })
    }

    /// The first version of the line that `^` does not allow.
    fn next_compatible(&self) -> Self {
        let first = self.release.iter().position(|&n| n > 0).unwrap_or(0);
        self.bumped(first)
    }

    /// The version with its `at`th number one higher and nothing behind it.
    fn bumped(&self, at: usize) -> Self {
        let numbers = self.release.iter().copied().chain(std::iter::repeat(0));
        let mut release: Vec<u64> = numbers.take(at + 1).collect();
        if let Some(last) = release.last_mut() {
            *last = last.saturating_add(1);
        }
        Self { release, stage: 0, number: 0 }
    }
}

/// What follows the numbers: `rc1`, `-beta.2`, `.Final`, `-jre`.
fn stage(rest: &str) -> (i8, u64) {
    let rest = rest.trim_start_matches(['-', '.', '_']).to_ascii_lowercase();
    let end = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
    let (word, tail) = rest.split_at_checked(end).unwrap_or((&rest, ""));
    let stage = STAGES.iter().find(|(name, _)| *name == word).map_or(0, |(_, stage)| *stage);
    let digits = tail.trim_start_matches(['-', '.', '_']);
    let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    (stage, digits.get(..end).and_then(|d| d.parse().ok()).unwrap_or(0))
}

impl Ord for Version {
    fn cmp(&self, other: &Self) -> Ordering {
        let length = self.release.len().max(other.release.len());
        let numbers = |v: &Self| -> Vec<u64> {
            v.release.iter().copied().chain(std::iter::repeat(0)).take(length).collect()
        };
        let behind = |v: &Self| (v.stage, v.number);
        numbers(self).cmp(&numbers(other)).then(behind(self).cmp(&behind(other)))
    }
}

impl PartialOrd for Version {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A line of versions: from `low` (in it) to `high`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Range {
    low: Option<Version>,
    high: Option<Version>,
    /// Whether `high` itself is in it.
    closed: bool,
}

impl Range {
    /// Only this version.
    pub(super) fn exact(version: Version) -> Self {
        Self { low: Some(version.clone()), high: Some(version), closed: true }
    }

    /// Reads the comparisons of an advisory or of PEP 440: `>=1.2,<1.4`, `==1.2`, `~=1.2`. A
    /// comparison that excludes (`!=`) widens nothing and is passed over.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut range = Self::default();
        for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
            range.narrow(part)?;
        }
        (range.low.is_some() || range.high.is_some()).then_some(range)
    }

    fn narrow(&mut self, part: &str) -> Option<()> {
        let end = part.find(|c: char| !"<>=~!^".contains(c)).unwrap_or(part.len());
        let (operator, version) = part.split_at_checked(end)?;
        let star = version.trim().ends_with(".*");
        let version = Version::parse(version.trim().trim_end_matches(".*"))?;
        match operator {
            "==" | "===" | "=" if star => {
                *self = Self::line(
                    version.clone(),
                    version.bumped(version.release.len().saturating_sub(1)),
                )
            }
            "==" | "===" | "=" => *self = Self::exact(version),
            "<" => (self.high, self.closed) = (Some(version), false),
            "<=" => (self.high, self.closed) = (Some(version), true),
            ">=" | ">" => self.low = Some(version),
            "~=" => {
                let written = part.matches('.').count();
                *self = Self::line(version.clone(), version.bumped(written.saturating_sub(1)));
            }
            "!=" => {}
            _ => return None,
        }
        Some(())
    }

    fn line(low: Version, high: Version) -> Self {
        Self { low: Some(low), high: Some(high), closed: false }
    }

    /// Reads a requirement of npm, Cargo or Composer: `^1.2.3`, `~1.2`, `1.2.x`, `>=1 <2`. `caret`
    /// says whether a bare version means `^`, as Cargo has it, or that version alone.
    pub(super) fn of_requirement(text: &str, caret: bool) -> Option<Self> {
        let text = text.trim();
        if text.contains("||") || text.contains(" - ") || text.contains(':') {
            return None;
        }
        if let Some(rest) = text.strip_prefix('^') {
            let version = Version::parse(rest)?;
            return Some(Self::line(version.clone(), version.next_compatible()));
        }
        if let Some(rest) = text.strip_prefix('~').filter(|rest| !rest.starts_with(['>', '='])) {
            let version = Version::parse(rest)?;
            let at = usize::from(rest.contains('.'));
            return Some(Self::line(version.clone(), version.bumped(at)));
        }
        if text.starts_with(['<', '>']) {
            return Self::parse(&text.replace(" <", ",<").replace(" >", ",>").replace(' ', ""));
        }
        Self::of_bare(text, caret)
    }

    /// `1.2.3`, `=1.2.3`, `1.2`, `1.x`.
    fn of_bare(text: &str, caret: bool) -> Option<Self> {
        let numbers = text.trim_start_matches(['=', 'v', ' ']);
        let open = numbers.trim_end_matches(['x', 'X', '*', '.']);
        let version = Version::parse(open)?;
        let parts = open.split('.').count();
        Some(match () {
            () if caret && !text.starts_with('=') => {
                Self::line(version.clone(), version.next_compatible())
            }
            () if open.len() < numbers.len() || (parts < 3 && !text.starts_with('=')) => {
                Self::line(version.clone(), version.bumped(parts.saturating_sub(1)))
            }
            () => Self::exact(version),
        })
    }

    /// Reads a requirement of RubyGems: `~> 1.2.3`, `1.2.3`, `>= 1.0`.
    pub(super) fn of_gem(text: &str) -> Option<Self> {
        match text.trim().strip_prefix("~>") {
            Some(rest) => {
                let version = Version::parse(rest)?;
                let at = rest.trim().split('.').count().saturating_sub(2);
                Some(Self::line(version.clone(), version.bumped(at)))
            }
            None if text.trim().starts_with(['<', '>', '=', '!']) => {
                Self::parse(&text.replace(' ', ""))
            }
            None => Version::parse(text).map(Self::exact),
        }
    }

    /// Whether every version of `self` is in `other`: no newer one that the range allows would do.
    pub(super) fn is_within(&self, other: &Self) -> bool {
        let from = match (&self.low, &other.low) {
            (_, None) => true,
            (Some(own), Some(others)) => own >= others,
            (None, Some(_)) => false,
        };
        let to = match (&self.high, &other.high) {
            (_, None) => true,
            (Some(own), Some(others)) if self.closed && !other.closed => own < others,
            (Some(own), Some(others)) => own <= others,
            (None, Some(_)) => false,
        };
        from && to
    }

    /// The first version above the line, if the line tells it.
    pub(super) fn first_above<'t>(&self, text: &'t str) -> Option<&'t str> {
        let bound = text.split(',').find_map(|part| part.trim().strip_prefix('<'))?;
        (!self.closed).then_some(bound)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(text: &str) -> Version {
        Version::parse(text).unwrap()
    }

    #[test]
    fn versions_are_in_the_order_of_their_releases() {
        let order = [
            "1.0.dev1",
            "1.0a1",
            "1.0-beta.2",
            "1.0rc1",
            "1.0-SNAPSHOT",
            "1.0",
            "1.0.post1",
            "1.0.1",
            "1.2",
            "1.10",
            "2.0-m1",
            "2",
        ];
        for pair in order.windows(2) {
            assert!(version(pair[0]) < version(pair[1]), "{} < {}", pair[0], pair[1]);
        }
        for (a, b) in
            [("1.0", "1.0.0"), ("v1.2", "1.2"), ("32.0.0-jre", "32"), ("4.1.Final", "4.1")]
        {
            assert_eq!(version(a), version(b));
        }
        assert_eq!(Version::parse("latest"), None);
    }

    /// Whether a requirement leaves no version outside a line of vulnerable ones.
    fn check(range: Option<Range>, vulnerable: &str, expected: bool) {
        let within = range.unwrap().is_within(&Range::parse(vulnerable).unwrap());
        assert_eq!(within, expected, "{vulnerable}");
    }

    #[test]
    fn a_requirement_is_vulnerable_only_where_all_that_it_allows_is() {
        check(Range::of_requirement("4.17.15", false), "<4.17.21", true);
        check(Range::of_requirement("^4.17.15", false), "<4.17.21", false);
        check(Range::of_requirement("~4.16.0", false), "<4.17.21", true);
        check(Range::of_requirement("^0.21.0", false), "<0.28.0", true);
        check(Range::of_requirement("3.x", false), "<4.17.21", true);
        check(Range::of_requirement("0.14.9", true), "<0.14.10", false);
        check(Range::of_requirement("0.13.9", true), "<0.14.10", true);
        check(Range::of_requirement(">=1.0 <1.5", false), ">=1.0.0,<1.6.0", true);
        check(Range::parse("==5.3"), "<5.4", true);
        check(Range::parse("~=5.3"), "<5.4", false);
        check(Range::parse("~=5.3.0"), "<5.4", true);
        check(Range::parse(">=5.3"), "<5.4", false);
        check(Range::of_gem("~> 5.2.0"), ">=5.2.0,<5.2.2.1", false);
        check(Range::of_gem("5.2.1"), ">=5.2.0,<5.2.2.1", true);
    }
}
