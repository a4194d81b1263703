//! How much text a second the parser reads and the rules go through: over the samples of the rules
//! themselves, in which every rule has something to find.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use anyhow::Result;
use portcullis_rules::{File, scan};
use portcullis_syntax::{Language, parse};

use crate::{figures::Report, timed};

/// A sample of a rule.
struct Sample {
    path: String,
    text: String,
    language: &'static Language,
}

/// All samples, over and over.
pub(crate) fn measure(times: usize, report: &mut Report) -> Result<()> {
    let samples = samples(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules"))?;
    let rules = portcullis::embedded::rules()?;
    // Once before, to compile what is compiled on first need.
    samples.iter().for_each(|sample| both(&rules, sample, &mut Duration::default()));
    let mut parsing = Duration::default();
    let ((), whole) = timed(|| {
        for _ in 0..times {
            samples.iter().for_each(|sample| both(&rules, sample, &mut parsing));
        }
    });
    let once: usize = samples.iter().map(|sample| sample.text.len()).sum();
    let bytes = once.saturating_mul(times);
    let name = format!("{} samples, {once} bytes", samples.len());
    report.add_rate(&format!("parse: {name}"), bytes, parsing);
    report.add_rate(&format!("parse and {} rules: {name}", rules.len()), bytes, whole);
    Ok(())
}

fn both(rules: &portcullis_rules::RuleSet, sample: &Sample, parsing: &mut Duration) {
    let (parsed, took) = timed(|| parse(sample.language, &sample.text));
    *parsing = parsing.saturating_add(took);
    let Sample { path, text, language } = sample;
    let file = File { path, language: Some(language), text, parsed: Some(&parsed) };
    std::hint::black_box(scan(rules, &file));
}

fn samples(folder: &Path) -> Result<Vec<Sample>> {
    let mut found = Vec::new();
    let mut open: Vec<PathBuf> = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let Ok(text) = fs::read_to_string(&path) else { continue };
            let path = path.to_string_lossy().into_owned();
            let language = Language::of_file(&path, &text);
            found.extend(language.map(|language| Sample { path, text, language }));
        }
    }
    Ok(found)
}
