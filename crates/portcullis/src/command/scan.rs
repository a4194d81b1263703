//! `portcullis scan`: files, standard input or a git diff, decided as delivered code under the
//! standard profile. Writes no record.

use std::{
    io::{Read, Write},
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

use anyhow::{Context as _, Result, bail};
use portcullis_decide::{Context, Engine};
use portcullis_model::{Artifact, Severity, Verdict};
use portcullis_scan::{Scanner, Suppressions, TextReport};

use crate::{
    cli::ScanArgs,
    config::{Config, Surroundings},
    gate,
    output::{self, ScanResult, ScannedFile, Skip},
    setup,
    workspace::Workspace,
};

mod diff;
mod walk;

/// Exit codes of `scan`, as documented.
const BLOCKS: u8 = 1;
const INCOMPLETE: u8 = 3;

/// A text to look at.
struct Input {
    path: String,
    text: String,
    before: Option<String>,
}

/// Runs the scan and prints its result.
///
/// # Errors
/// Wrong use or configuration; the exit code is 2 then.
pub fn run(args: &ScanArgs) -> Result<ExitCode> {
    let mut result = ScanResult { show_suppressed: args.show_suppressed, ..ScanResult::default() };
    let judge = Judge::new(args, &mut result)?;
    let inputs = inputs(args, &mut result)?;
    result.files.extend(in_parallel(&inputs, |input| judge.look(input)));
    for file in &result.files {
        result.skipped.extend(limit(file));
    }
    let mut out = Vec::new();
    output::write(&result, args.format, &mut out)?;
    std::io::stdout().write_all(&out).context("cannot write the result")?;
    Ok(exit_code(&result, args.allow_incomplete))
}

/// The highest that applies in the documented order: nothing, incomplete, blocks.
fn exit_code(result: &ScanResult, allow_incomplete: bool) -> ExitCode {
    match (result.blocks(), result.incomplete() && !allow_incomplete) {
        (true, _) => ExitCode::from(BLOCKS),
        (false, true) => ExitCode::from(INCOMPLETE),
        (false, false) => ExitCode::SUCCESS,
    }
}

/// A limit on work that was hit makes the result incomplete.
fn limit(file: &ScannedFile) -> Option<Skip> {
    let why = file.report.coverage.limit_hit.clone()?;
    Some(Skip { what: file.path.clone(), why, incomplete: true })
}

fn inputs(args: &ScanArgs, result: &mut ScanResult) -> Result<Vec<Input>> {
    if args.stdin {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes).context("cannot read standard input")?;
        let path = args.filename.clone().unwrap_or_default();
        let text = walk::text_of(bytes, &path, &mut result.skipped);
        return Ok(vec![Input { path, text, before: None }]);
    }
    if let Some(base) = &args.diff {
        return diff::inputs(base, &mut result.skipped);
    }
    if args.paths.is_empty() {
        return walk::inputs(&[PathBuf::from(".")], &mut result.skipped);
    }
    if let Some(missing) = args.paths.iter().find(|path| path.symlink_metadata().is_err()) {
        bail!("{}: there is no such file or folder", missing.display());
    }
    walk::inputs(&args.paths, &mut result.skipped)
}

/// Looks at texts and says which block.
struct Judge {
    scanner: Scanner,
    /// `None` where severity alone decides.
    engine: Option<Engine>,
    context: Context,
    fail_on: Severity,
}

impl Judge {
    fn new(args: &ScanArgs, result: &mut ScanResult) -> Result<Self> {
        let here = Workspace::around(Path::new("."));
        let config = Config::load(&Surroundings::of_process(), here.root())?;
        let context = gate::context(&here);
        let fail_on = args.fail_on.unwrap_or(Severity::High);
        if args.rules.is_empty() {
            let (scanner, problems) = setup::scanner(&config)?;
            result.skipped.extend(problems);
            let engine = match args.fail_on {
                Some(_) => None,
                None => Some(setup::engine(&config)?),
            };
            return Ok(Self { scanner, engine, context, fail_on });
        }
        let (rules, problems) = setup::rules_of(&args.rules)?;
        result.skipped.extend(problems);
        let scanner = Scanner::only(vec![Arc::new(rules)], Suppressions::Honor);
        Ok(Self { scanner, engine: None, context, fail_on })
    }

    fn look(&self, input: &Input) -> ScannedFile {
        let artifact = self.scanner.artifact(&input.path, &input.text, input.before.as_deref());
        let blocks = self.blocks(&artifact);
        let mut findings = artifact.findings;
        findings.sort_by_key(|finding| finding.span);
        ScannedFile {
            path: input.path.clone(),
            text: input.text.as_str().into(),
            report: TextReport {
                language: artifact.language,
                findings,
                coverage: artifact.coverage,
            },
            blocks,
        }
    }

    fn blocks(&self, artifact: &Artifact) -> bool {
        match &self.engine {
            Some(engine) => engine.deliver(artifact, &self.context).verdict == Verdict::Block,
            None => {
                let live = artifact.findings.iter().filter(|f| f.suppressed.is_none());
                live.max_by_key(|f| f.severity).is_some_and(|f| f.severity >= self.fail_on)
            }
        }
    }
}

/// Maps over all items on every core, in order.
fn in_parallel<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let next = std::sync::atomic::AtomicUsize::new(0);
    let mut done: Vec<(usize, R)> = std::thread::scope(|scope| {
        let worker = || {
            let mut mine = Vec::new();
            loop {
                let n = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                let Some(item) = items.get(n) else { return mine };
                mine.push((n, work(item)));
            }
        };
        let workers: Vec<_> = (0..cores.min(items.len())).map(|_| scope.spawn(worker)).collect();
        workers.into_iter().filter_map(|worker| worker.join().ok()).flatten().collect()
    });
    done.sort_by_key(|(n, _)| *n);
    done.into_iter().map(|(_, result)| result).collect()
}
