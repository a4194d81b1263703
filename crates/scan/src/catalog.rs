//! Bad and good code of each rule, cut from the rule's own sample: the sample is the example in the
//! documentation.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ScanError;

/// Lines of code shown at most.
const LINES_MAX: usize = 14;

/// What a rule finds, and what looks alike and is fine.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Example {
    /// Code that the rule finds.
    pub bad: String,
    /// Code that it leaves alone.
    pub good: String,
}

impl Example {
    /// Cuts the first hit and the first near miss of the rule `id` out of an annotated sample.
    #[must_use]
    pub fn of_sample(id: &str, sample: &str) -> Self {
        Self { bad: excerpt(sample, BAD, GOOD, id), good: excerpt(sample, GOOD, BAD, id) }
    }
}

const BAD: &str = "ruleid:";
const GOOD: &str = "ok:";

/// The block of lines (up to blank lines) around the first line that is annotated so, without the
/// annotations and without the lines that are annotated the other way.
fn excerpt(sample: &str, mark: &str, other: &str, id: &str) -> String {
    let annotated = |line: &str, mark: &str| {
        line.split_once(mark).is_some_and(|(_, ids)| ids.split(',').any(|i| i.trim() == id))
    };
    let lines: Vec<&str> = sample.lines().collect();
    let Some(at) = lines.iter().position(|line| annotated(line, mark)) else {
        return String::new();
    };
    let blank = |line: &&str| line.trim().is_empty();
    let above = lines.iter().take(at).rev().take_while(|l| !blank(l)).count();
    let block = lines.iter().skip(at.saturating_sub(above)).take_while(|l| !blank(l));
    let mut contrary = false;
    let code = block.filter(|line| {
        let skip = contrary || is_annotation(line);
        contrary = annotated(line, other);
        !skip
    });
    code.take(LINES_MAX).fold(String::new(), |text, line| text + line + "\n")
}

fn is_annotation(line: &str) -> bool {
    let text = line.trim_start().trim_start_matches(['#', '/', '*', '<', '!', '-', ' ']);
    ["ruleid:", "ok:", "todoruleid:", "todook:"].iter().any(|mark| text.starts_with(mark))
}

/// The examples of all built-in rules.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Catalog {
    examples: BTreeMap<String, Example>,
}

impl Catalog {
    /// A catalog of these examples, by rule id.
    #[must_use]
    pub fn new(examples: BTreeMap<String, Example>) -> Self {
        Self { examples }
    }

    /// The example of a rule.
    #[must_use]
    pub fn get(&self, rule: &str) -> Option<&Example> {
        self.examples.get(rule)
    }

    /// The compiled form.
    ///
    /// # Errors
    /// [`ScanError::Library`] if it cannot be encoded.
    pub fn to_bytes(&self) -> Result<Vec<u8>, ScanError> {
        postcard::to_stdvec(self).map_err(|e| ScanError::Library(e.to_string()))
    }

    /// Reads the compiled form.
    ///
    /// # Errors
    /// [`ScanError::Library`] if the bytes are not one.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ScanError> {
        postcard::from_bytes(bytes).map_err(|e| ScanError::Library(e.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_block_around_an_annotation_is_the_example() {
        let sample = "import x\n\ndef f():\n    # ruleid: a\n    bad()\n\n\
                      def g():\n    # ok: a\n    good()\n";
        let example = Example::of_sample("a", sample);
        assert_eq!(example.bad, "def f():\n    bad()\n");
        assert_eq!(example.good, "def g():\n    good()\n");
    }

    #[test]
    fn good_and_bad_lines_of_one_block_are_told_apart() {
        let sample = "x = 1\n# ruleid: a\nbad()\n# ok: a\ngood()\ny = 2\n";
        let example = Example::of_sample("a", sample);
        assert_eq!(example.bad, "x = 1\nbad()\ny = 2\n");
        assert_eq!(example.good, "x = 1\ngood()\ny = 2\n");
    }
}
