//! `portcullis conformance`: the embedded sample sets, each call brought before the gate as a hook
//! would, with pass or fail and figures. What an auditor can run again.

use std::{process::ExitCode, time::Instant};

use anyhow::{Context, Result};
use portcullis_model::{Decision, Verdict};
use serde_json::json;

use crate::{cli::ConformanceArgs, say};

mod latency;
mod samples;
mod stage;

use samples::{Sample, Set};
use stage::Stage;

/// The sets with their bars, in the order in which they are run.
const SETS: &[Requirement] = &[
    Requirement {
        text: include_str!("../../data/conformance/owasp_30.toml"),
        bar: Bar { found: 30, per_category: 3, with_alternative: 0 },
    },
    Requirement {
        text: include_str!("../../data/conformance/owasp_100.toml"),
        bar: Bar { found: 90, per_category: 8, with_alternative: 0 },
    },
    Requirement {
        text: include_str!("../../data/conformance/critical.toml"),
        bar: Bar { found: 20, per_category: 0, with_alternative: 18 },
    },
    Requirement {
        text: include_str!("../../data/conformance/solidity.toml"),
        bar: Bar { found: 14, per_category: 0, with_alternative: 0 },
    },
    Requirement {
        text: include_str!("../../data/conformance/solidity_fixed.toml"),
        bar: Bar { found: 15, per_category: 0, with_alternative: 0 },
    },
    Requirement {
        text: include_str!("../../data/conformance/credentials.toml"),
        bar: Bar { found: 20, per_category: 0, with_alternative: 0 },
    },
    Requirement {
        text: include_str!("../../data/conformance/near_misses.toml"),
        bar: Bar { found: 200, per_category: 0, with_alternative: 0 },
    },
];

/// A set and what it asks for.
struct Requirement {
    text: &'static str,
    bar: Bar,
}

/// Least numbers of samples.
struct Bar {
    /// Samples that come out as they should.
    found: usize,
    /// The same in every category.
    per_category: usize,
    /// Samples with a secure alternative.
    with_alternative: usize,
}

/// How a set came out.
struct Outcome {
    title: String,
    samples: usize,
    right: usize,
    with_alternative: usize,
    weakest: Option<(String, usize)>,
    /// A sample that must be right, whatever the figures, was wrong.
    must_failed: bool,
    misses: Vec<String>,
    passed: bool,
}

/// Runs all sets.
///
/// # Errors
/// A damaged set, or a temporary folder that cannot be written.
pub fn run(args: &ConformanceArgs) -> Result<ExitCode> {
    let stage = Stage::set()?;
    let mut outcomes = Vec::new();
    for requirement in SETS {
        let set = samples::read(requirement.text)?;
        outcomes.push(outcome(&stage, &set, &requirement.bar)?);
    }
    let latency = latency::measure(&stage)?;
    let passed = outcomes.iter().all(|outcome| outcome.passed);
    if args.json {
        say(&as_json(&outcomes, &latency).to_string());
    } else {
        outcomes.iter().for_each(|outcome| show(outcome, args.misses));
        say(&latency.to_string());
        say(if passed { "\npassed" } else { "\nFAILED" });
    }
    stage.strike()?;
    Ok(if passed { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn outcome(stage: &Stage, set: &Set, bar: &Bar) -> Result<Outcome> {
    let mut right = Vec::new();
    let mut out = Outcome {
        title: set.title.clone(),
        samples: set.sample.len(),
        right: 0,
        with_alternative: 0,
        weakest: None,
        must_failed: false,
        misses: Vec::new(),
        passed: false,
    };
    for sample in &set.sample {
        let decisions = stage.play(sample).with_context(|| format!("sample {}", sample.id))?;
        let good = is_right(sample, &decisions);
        right.push((sample.category.clone(), good));
        out.with_alternative += usize::from(decisions.iter().any(|d| !d.alternatives.is_empty()));
        out.must_failed |= sample.must && !good;
        if !good {
            out.misses.push(format!("{} ({}): {}", sample.id, sample.path, told(&decisions)));
        }
    }
    out.right = right.iter().filter(|(_, good)| *good).count();
    out.weakest = weakest(&right);
    let least = out.weakest.as_ref().map_or(0, |(_, n)| *n);
    out.passed = out.right >= bar.found
        && least >= bar.per_category
        && out.with_alternative >= bar.with_alternative
        && !out.must_failed;
    Ok(out)
}

/// Whether a sample came out as its set wants it.
fn is_right(sample: &Sample, decisions: &[Decision]) -> bool {
    let strictest = decisions.iter().map(|d| d.verdict).max().unwrap_or(Verdict::Allow);
    let named = || {
        let findings = decisions.iter().flat_map(|d| &d.findings);
        findings.filter(|f| f.suppressed.is_none()).any(|f| {
            f.cwe.iter().any(|cwe| sample.cwe.contains(cwe))
                || f.swc.iter().any(|swc| sample.swc.contains(swc))
                || f.owasp_2021.contains(&sample.category)
        })
    };
    match sample.expect {
        samples::Expect::Found => named(),
        samples::Expect::Blocked => strictest == Verdict::Block && named(),
        samples::Expect::Stopped => strictest >= Verdict::Ask,
        samples::Expect::Passes => strictest <= Verdict::Warn,
    }
}

fn told(decisions: &[Decision]) -> String {
    let verdicts: Vec<&str> = decisions.iter().map(|d| d.verdict.name()).collect();
    let rules = decisions.iter().flat_map(|d| &d.findings).map(|f| f.rule.as_str());
    let requests = decisions.iter().flat_map(|d| &d.requests);
    let policies = requests.flat_map(|request| &request.reasons).map(|r| r.policy.as_str());
    let why: Vec<&str> = rules.chain(policies).collect();
    format!("{} {}", verdicts.join(" "), why.join(" "))
}

/// The category with the fewest right samples.
fn weakest(right: &[(String, bool)]) -> Option<(String, usize)> {
    let mut counts = std::collections::BTreeMap::new();
    for (category, good) in right {
        *counts.entry(category.clone()).or_insert(0) += usize::from(*good);
    }
    counts.into_iter().min_by_key(|(_, n)| *n)
}

fn show(outcome: &Outcome, misses: bool) {
    let word = if outcome.passed { "pass" } else { "FAIL" };
    let weakest = outcome.weakest.as_ref().filter(|(category, _)| !category.is_empty());
    let weakest = weakest.map_or_else(String::new, |(c, n)| format!(", fewest in {c}: {n}"));
    let (right, samples) = (outcome.right, outcome.samples);
    let alternative = match outcome.with_alternative {
        0 => String::new(),
        n => format!(", {n} with a secure alternative"),
    };
    say(&format!("{word}  {}: {right} of {samples}{weakest}{alternative}", outcome.title));
    if misses {
        outcome.misses.iter().for_each(|miss| say(&format!("      {miss}")));
    }
}

fn as_json(outcomes: &[Outcome], latency: &latency::Latency) -> serde_json::Value {
    let sets: Vec<_> = outcomes
        .iter()
        .map(|o| {
            json!({
                "title": o.title, "samples": o.samples, "right": o.right, "passed": o.passed,
                "withAlternative": o.with_alternative, "misses": o.misses,
            })
        })
        .collect();
    json!({
        "schema": "portcullis.conformance/1",
        "version": env!("CARGO_PKG_VERSION"),
        "sets": sets,
        "latencyUs": latency.as_json(),
    })
}

/// Time that a piece of work takes.
fn timed<T>(work: impl FnOnce() -> T) -> (T, std::time::Duration) {
    let started = Instant::now();
    let done = work();
    (done, started.elapsed())
}
