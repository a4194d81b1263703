//! How long the gate takes inside the process, record included: completions and whole functions.

use std::{fmt, time::Duration};

use anyhow::Result;
use portcullis_model::{Gate, Intent};
use serde_json::{Value, json};

use super::{samples, stage::Stage, timed};

const SAMPLES: &str = include_str!("../../../data/conformance/latency.toml");

/// Times of one kind of content, sorted.
pub(super) struct Latency {
    kinds: Vec<(String, Vec<Duration>)>,
}

/// Judges each sample once after a warm-up.
pub(super) fn measure(stage: &Stage) -> Result<Latency> {
    let set = samples::read(SAMPLES)?;
    let judge = |sample: &samples::Sample| {
        let path = stage.repository.join(&sample.path).to_string_lossy().into_owned();
        let intent = Intent::Write { path, content: sample.code.clone() };
        timed(|| stage.gate.judge(stage.action(&stage.repository, "Write", intent))).1
    };
    for sample in set.sample.iter().take(3) {
        judge(sample);
    }
    let mut kinds: Vec<(String, Vec<Duration>)> = Vec::new();
    for sample in &set.sample {
        let took = judge(sample);
        match kinds.iter_mut().find(|(kind, _)| *kind == sample.category) {
            Some((_, times)) => times.push(took),
            None => kinds.push((sample.category.clone(), vec![took])),
        }
    }
    kinds.iter_mut().for_each(|(_, times)| times.sort());
    Ok(Latency { kinds })
}

/// The time that `percent` of the samples stay within.
fn percentile(sorted: &[Duration], percent: usize) -> Duration {
    let rank = sorted.len().saturating_mul(percent).div_ceil(100).saturating_sub(1);
    sorted.get(rank).copied().unwrap_or_default()
}

impl Latency {
    pub(super) fn as_json(&self) -> Value {
        let row = |(kind, times): &(String, Vec<Duration>)| {
            let us = |percent| percentile(times, percent).as_micros();
            json!({"kind": kind, "n": times.len(), "p50": us(50), "p95": us(95), "p99": us(99)})
        };
        self.kinds.iter().map(row).collect()
    }
}

impl fmt::Display for Latency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (kind, times) in &self.kinds {
            let ms = |percent| percentile(times, percent).as_secs_f64() * 1e3;
            let (p50, p95, p99) = (ms(50), ms(95), ms(99));
            let n = times.len();
            writeln!(f, "      {n} {kind}s: p50 {p50:.1} ms, p95 {p95:.1} ms, p99 {p99:.1} ms")?;
        }
        Ok(())
    }
}
