//! Prints how long an append takes, cold (open, append, close) and warm, beside a bare write and
//! sync of one file on the same disk, which is the least that durability costs.
//!
//! `append_latency [ROUNDS] [FOLDER]`, best in a release build.

use std::{
    error::Error,
    fs::OpenOptions,
    io::{Write as _, stdout},
    path::{Path, PathBuf},
    time::{Duration, Instant, SystemTime},
};

use portcullis_model::{Confidence, Severity, Verdict};
use portcullis_record::{
    Act, Entry, FindingSummary, Group, Kind, Log, Payload, Sample, VerifyOptions, sha256_hex,
    verify,
};
use ulid::Ulid;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let rounds: usize = arguments.next().map_or(Ok(500), |text| text.parse())?;
    let base = arguments.next().map_or_else(std::env::temp_dir, PathBuf::from);
    let folder = base.join(format!("portcullis-append-latency-{}", Ulid::generate()));
    let made = Log::open(&folder)?;
    drop(made);
    report("bare write and sync", measure(rounds, || sync(&folder))?)?;
    report("open and close", measure(rounds, || open(&folder))?)?;
    report("cold append", measure(rounds, || append(&mut Log::open(&folder)?))?)?;
    let mut log = Log::open(&folder)?;
    report("warm append", measure(rounds, || append(&mut log))?)?;
    let start = Instant::now();
    log.checkpoint()?;
    report("first checkpoint", vec![start.elapsed()])?;
    drop(log);
    let start = Instant::now();
    let verified = verify(&folder, &VerifyOptions::default())?;
    report(&format!("verify {} records", verified.size), vec![start.elapsed()])?;
    Ok(std::fs::remove_dir_all(&folder)?)
}

fn measure(
    rounds: usize,
    mut work: impl FnMut() -> Result<(), Box<dyn Error>>,
) -> Result<Vec<Duration>, Box<dyn Error>> {
    let mut times = Vec::with_capacity(rounds);
    for _ in 0..rounds {
        let start = Instant::now();
        work()?;
        times.push(start.elapsed());
    }
    times.sort();
    Ok(times)
}

fn open(folder: &Path) -> Result<(), Box<dyn Error>> {
    Log::open(folder)?;
    Ok(())
}

fn sync(folder: &Path) -> Result<(), Box<dyn Error>> {
    let path = folder.join("sync-probe");
    let mut file = OpenOptions::new().create(true).append(true).open(path)?;
    file.write_all(&[0x5a; 4096])?;
    Ok(file.sync_data()?)
}

fn append(log: &mut Log) -> Result<(), Box<dyn Error>> {
    log.append(&entry())?;
    Ok(())
}

/// A decision of the usual size: one file of 50 lines, two findings.
fn entry() -> Entry {
    let code = "    total = total + amount * rate\n".repeat(50).into_bytes();
    let mut entry = Entry::new(Kind::Decision, Ulid::generate().to_string(), SystemTime::now());
    entry.who.session = Some("a session".to_owned());
    entry.verdict = Some(Verdict::Warn);
    entry.action = Some(Act { kind: "write", tool: "Write".to_owned(), input: code.clone() });
    entry.samples = vec![Sample {
        digest: sha256_hex(&code),
        path: "src/app.py".to_owned(),
        language: "python".to_owned(),
        bytes: code.len() as u64,
        complete: true,
        ..Sample::default()
    }];
    entry.findings = vec![finding(3), finding(9)];
    entry.payloads = vec![Payload { group: Group::Code, bytes: code }];
    entry
}

fn finding(line: u32) -> FindingSummary {
    FindingSummary {
        rule: "python-sql-string-built".to_owned(),
        cwe: vec![89],
        owasp_2021: vec!["A03:2021".to_owned()],
        owasp_2025: vec!["A05:2025".to_owned()],
        swc: Vec::new(),
        severity: Severity::High,
        confidence: Confidence::High,
        fingerprint: line.to_string(),
        line,
        sample: Some(0),
        suppressed: false,
    }
}

fn report(name: &str, times: Vec<Duration>) -> Result<(), Box<dyn Error>> {
    let at = |percent: usize| {
        let place = (times.len() * percent / 100).min(times.len().saturating_sub(1));
        times.get(place).copied().unwrap_or_default().as_secs_f64() * 1e3
    };
    let (p50, p95, p99) = (at(50), at(95), at(99));
    writeln!(stdout(), "{name:22} p50 {p50:7.3} ms  p95 {p95:7.3} ms  p99 {p99:7.3} ms")?;
    Ok(())
}
