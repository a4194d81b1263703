//! How the result of a scan is shown: one file a format, all from the same [`ScanResult`].

use std::{io, sync::Arc};

use clap::ValueEnum;
use portcullis_model::{Confidence, Finding, Severity};
use portcullis_scan::TextReport;

mod github;
mod json;
mod sarif;
pub mod text;

/// A format of `scan --format`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Annotated source, for people.
    Text,
    /// One JSON document (`portcullis.scan/1`).
    Json,
    /// SARIF 2.1.0.
    Sarif,
    /// Annotations of a GitHub workflow.
    Github,
}

/// One text that was looked at.
#[derive(Clone, Debug)]
pub struct ScannedFile {
    /// Path as shown.
    pub path: String,
    /// The text.
    pub text: Arc<str>,
    /// What was found; findings that do not count here are left out before.
    pub report: TextReport,
    /// Whether something in it blocks.
    pub blocks: bool,
}

/// Something that could not be looked at, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skip {
    /// Path, or the rule file's name.
    pub what: String,
    /// Why, and what to do.
    pub why: String,
    /// Whether the result is incomplete because of it (a binary file is not, an unreadable one is).
    pub incomplete: bool,
}

/// Everything that one run of `scan` found.
#[derive(Clone, Debug, Default)]
pub struct ScanResult {
    /// Files with what was found in them, in the order of their paths.
    pub files: Vec<ScannedFile>,
    /// What could not be looked at.
    pub skipped: Vec<Skip>,
    /// Whether suppressed findings are shown.
    pub show_suppressed: bool,
}

impl ScanResult {
    /// Findings to show, with their file.
    pub fn findings(&self) -> impl Iterator<Item = (&ScannedFile, &Finding)> {
        self.files.iter().flat_map(|file| self.shown(file).map(move |finding| (file, finding)))
    }

    /// Those of one file.
    pub fn shown<'r>(&'r self, file: &'r ScannedFile) -> impl Iterator<Item = &'r Finding> {
        let shown = |f: &&Finding| self.show_suppressed || f.suppressed.is_none();
        file.report.findings.iter().filter(shown)
    }

    /// Number of findings that a comment suppresses.
    #[must_use]
    pub fn suppressed(&self) -> u32 {
        self.files.iter().map(|file| file.report.suppressed()).sum()
    }

    /// Whether something blocks.
    #[must_use]
    pub fn blocks(&self) -> bool {
        self.files.iter().any(|file| file.blocks)
    }

    /// Whether something could not be looked at.
    #[must_use]
    pub fn incomplete(&self) -> bool {
        self.skipped.iter().any(|skip| skip.incomplete)
    }
}

/// Writes the result in a format.
///
/// # Errors
/// Those of the writer.
pub fn write(result: &ScanResult, format: Format, out: &mut dyn io::Write) -> io::Result<()> {
    match format {
        Format::Text => text::write(result, out),
        Format::Json => json::write(result, out),
        Format::Sarif => sarif::write(result, out),
        Format::Github => github::write(result, out),
    }
}

/// The level of a finding on the borders. A low-confidence finding never blocks, so it is at most a
/// warning, whatever its severity.
pub(crate) fn level(finding: &Finding) -> &'static str {
    match finding.severity {
        Severity::Info => "note",
        Severity::Critical | Severity::High if finding.confidence > Confidence::Low => "error",
        _ => "warning",
    }
}
