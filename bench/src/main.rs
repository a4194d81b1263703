//! Measures how long the gate takes on the machine at hand, and prints a table. Nothing is judged
//! by
//! it: no test has a time. Run it with `cargo xtask bench`, which builds everything first.

use std::{fs, path::PathBuf, time::Duration};

use anyhow::{Context, Result, ensure};
use clap::Parser;

mod disk;
mod figures;
mod hook;
mod inside;
mod place;
mod speed;

use figures::Report;
use place::Place;

/// Measures the gate.
#[derive(Debug, Parser)]
struct Args {
    /// A tenth of the measurements
    #[arg(long)]
    quick: bool,
    /// Write the figures to this file as JSON
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Folder for the record and the repository, on the disk to measure
    #[arg(long, value_name = "DIR")]
    dir: Option<PathBuf>,
    /// The program; without it, the one that was built beside this one
    #[arg(long, value_name = "FILE")]
    program: Option<PathBuf>,
}

impl Args {
    /// How often to measure, of a full number.
    fn times(&self, full: usize) -> usize {
        if self.quick { full.div_ceil(10) } else { full }
    }

    fn program(&self) -> Result<PathBuf> {
        let beside = || Ok(std::env::current_exe()?.with_file_name("portcullis"));
        let program = self.program.clone().map_or_else(beside, anyhow::Ok)?;
        let built = || format!("{} is not there; run `cargo xtask bench`", program.display());
        program.canonicalize().with_context(built)
    }
}

fn main() -> Result<()> {
    let args = Args::parse();
    let program = args.program()?;
    let place = Place::new(args.dir.as_deref())?;
    let mut report = Report::new(&place);
    disk::measure(&place, args.times(200), &mut report)?;
    hook::measure(&place, &program, &args, &mut report)?;
    inside::measure(&place, args.times(200), &mut report)?;
    speed::measure(args.times(10), &mut report)?;
    say(&report.to_string());
    if let Some(path) = &args.json {
        let text = format!("{:#}\n", report.as_json());
        fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

/// How long something takes, and what came of it.
fn timed<T>(what: impl FnOnce() -> T) -> (T, Duration) {
    let started = std::time::Instant::now();
    let done = what();
    (done, started.elapsed())
}

/// Figures of too few samples say nothing.
fn enough(times: &[Duration]) -> Result<()> {
    ensure!(times.len() > 1, "there is nothing to measure");
    Ok(())
}

#[expect(clippy::print_stdout, reason = "the table is what the program is for")]
fn say(text: &str) {
    println!("{text}");
}
