//! What a scan of one text gives, before any decision.

use portcullis_model::{Coverage, Finding};

/// Findings of one text, in the order of their places.
#[derive(Clone, Debug, Default)]
pub struct TextReport {
    /// Language id; empty where unknown.
    pub language: String,
    /// What was found; those with [`Finding::suppressed`] set do not count.
    pub findings: Vec<Finding>,
    /// How much of the text could be read.
    pub coverage: Coverage,
}

impl TextReport {
    /// Findings that count.
    pub fn live(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.suppressed.is_none())
    }

    /// Takes in how much of a part could be read, by its share in the whole.
    pub(crate) fn add_coverage(&mut self, part: &Coverage, bytes: usize, of: usize) {
        let share = bytes.saturating_mul(part.unread_permille as usize) / of.max(1);
        let share = u32::try_from(share).unwrap_or(u32::MAX);
        let unread = self.coverage.unread_permille.saturating_add(share);
        self.coverage.unread_permille = unread.min(1000);
        if self.coverage.limit_hit.is_none() {
            self.coverage.limit_hit.clone_from(&part.limit_hit);
        }
    }

    /// Number of findings that a comment suppresses.
    #[must_use]
    pub fn suppressed(&self) -> u32 {
        u32::try_from(self.findings.iter().filter(|f| f.suppressed.is_some()).count())
            .unwrap_or(u32::MAX)
    }
}
