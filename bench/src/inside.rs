//! In process: the gate as a library, warm, with completions of fifty lines and a file of a
//! thousand.
//! Once with the record, which waits for the disk, and once the look alone.

use std::time::Duration;

use anyhow::Result;
use portcullis::{
    config::{Config, Surroundings},
    gate::LocalGate,
    setup,
};
use portcullis_model::{Action, Agent, Gate, Intent, Phase, Session};

use crate::{
    figures::{Bar, Report},
    place::Place,
    timed,
};

const PIECES: &[(&str, &str)] = &[
    ("ledger.py", include_str!("../data/completion.py")),
    ("ledger.js", include_str!("../data/completion.js")),
    ("Ledger.java", include_str!("../data/completion.java")),
    ("Ledger.sol", include_str!("../data/completion.sol")),
];
const COMPLETION: &[Bar] = &[Bar(95, Duration::from_millis(5))];
const FILE: &[Bar] = &[Bar(95, Duration::from_millis(30))];
/// Copies of fifty lines that make a file of a thousand.
const COPIES: usize = 20;

/// Judges everything `times` times.
pub(crate) fn measure(place: &Place, times: usize, report: &mut Report) -> Result<()> {
    let gate = gate(place)?;
    for (name, code) in PIECES {
        judged(&gate, place, (name, code), times, COMPLETION, report)?;
    }
    for (name, code) in PIECES {
        let whole: Vec<String> = (0..COPIES).map(|copy| renamed(code, copy)).collect();
        judged(&gate, place, (name, &whole.concat()), times.div_ceil(4), FILE, report)?;
    }
    Ok(())
}

fn gate(place: &Place) -> Result<LocalGate> {
    let mut config = Config::load(&Surroundings::default(), &place.repository())?;
    config.set_log_dir(place.folder().join("log-inside"), "bench");
    setup::gate(&config)
}

/// The code once more under other names, so that no two functions of a file are the same.
fn renamed(code: &str, copy: usize) -> String {
    let names = ["ledger", "Ledger", "digest", "total", "search", "entries"];
    names.iter().fold(code.to_owned(), |code, name| code.replace(name, &format!("{name}{copy}")))
}

fn judged(
    gate: &LocalGate,
    place: &Place,
    (name, code): (&str, &str),
    times: usize,
    bars: &[Bar],
    report: &mut Report,
) -> Result<()> {
    let judge = || timed(|| gate.judge(write(place, name, code))).1;
    let look = || timed(|| gate.scanner.artifact(name, code, None)).1;
    let title = format!("{name}, {} lines", code.lines().count());
    judge();
    let recorded = (0..times).map(|_| judge()).collect();
    report.add(&format!("in process: {title}"), recorded, bars)?;
    report.add(&format!("  the look alone: {title}"), (0..times).map(|_| look()).collect(), &[])
}

fn write(place: &Place, name: &str, code: &str) -> Action {
    let session = Session {
        id: "bench".to_owned(),
        agent: Agent { name: "claude-code".to_owned(), version: None },
        cwd: place.repository().to_string_lossy().into_owned(),
        ..Session::default()
    };
    let intent = Intent::Write { path: place.path(name), content: code.to_owned() };
    let tool = "Write".to_owned();
    Action { phase: Phase::Before, session, tool, call: None, intent, outcome: None }
}
