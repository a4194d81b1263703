//! Workflow commands of GitHub Actions: one annotation a finding.

use std::io;

use portcullis_model::Finding;

use super::{ScanResult, ScannedFile, level};

pub(super) fn write(result: &ScanResult, out: &mut dyn io::Write) -> io::Result<()> {
    for (file, finding) in result.findings() {
        writeln!(out, "{}", annotation(file, finding))?;
    }
    for skip in result.skipped.iter().filter(|skip| skip.incomplete) {
        let text = data(&format!("{}: {}", skip.what, skip.why));
        writeln!(out, "::warning title=portcullis could not look::{text}")?;
    }
    Ok(())
}

fn annotation(file: &ScannedFile, finding: &Finding) -> String {
    let command = match level(finding) {
        "note" => "notice",
        level => level,
    };
    format!(
        "::{command} file={},line={},endLine={},title={}::{}",
        property(&file.path),
        finding.line,
        finding.end_line,
        property(&finding.rule),
        data(&finding.message)
    )
}

/// Escapes a message.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes a value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_are_escaped() {
        assert_eq!(property("a,b:c%\n"), "a%2Cb%3Ac%25%0A");
        assert_eq!(data("a,b:c\n"), "a,b:c%0A");
    }
}
