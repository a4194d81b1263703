//! Times the scan of one file by a folder's worth of rules: what compiling costs once, what
//! decoding costs a process, and what each scan costs.
//!
//! `cargo run --release -p portcullis-rules --example speed -- TARGET RULES...`

use std::{env, error::Error, fs, io::Write as _, time::Instant};

use portcullis_rules::{File, Library, RuleSet, load, scan};
use portcullis_syntax::{Language, parse};

/// Scans that are timed; the least is reported.
const ROUNDS: u32 = 20;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args().skip(1);
    let target = args.next().ok_or("usage: speed TARGET RULES...")?;
    let mut rules = Vec::new();
    let start = Instant::now();
    for path in args {
        rules.extend(load(&fs::read_to_string(path)?, &Library::default()).rules);
    }
    let bytes = RuleSet::new(rules).to_bytes()?;
    report("compile", start);

    let text = fs::read_to_string(&target)?;
    let language = Language::of_file(&target, &text).ok_or("a language that is not known")?;
    let start = Instant::now();
    let parsed = parse(language, &text);
    report("parse", start);
    let file = File { path: &target, language: Some(language), text: &text, parsed: Some(&parsed) };

    let start = Instant::now();
    let set = RuleSet::from_bytes(&bytes)?;
    let found = scan(&set, &file).matches.len();
    report("decode and first scan", start);

    let times = (0..ROUNDS).map(|_| {
        let start = Instant::now();
        drop(scan(&set, &file));
        start.elapsed()
    });
    let least = times.min().unwrap_or_default();
    let lines = text.lines().count();
    let rules = set.len();
    let size = bytes.len();
    writeln!(
        std::io::stdout(),
        "scan: {least:?} for {rules} rules ({size} bytes) on {lines} lines, {found} matches"
    )?;
    Ok(())
}

fn report(what: &str, start: Instant) {
    let text = format!("{what}: {:?}\n", start.elapsed());
    // A broken pipe is no reason to fail a measurement.
    drop(std::io::stdout().write_all(text.as_bytes()));
}
