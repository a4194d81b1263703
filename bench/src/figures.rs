//! The figures: times with their percentiles, and rates; as a table and as JSON.

use std::{fmt, time::Duration};

use serde_json::{Value, json};

use crate::{enough, place::Place};

/// All that was measured, and where.
pub(crate) struct Report {
    machine: String,
    filesystem: String,
    times: Vec<Times>,
    rates: Vec<Rate>,
}

/// How long one thing took, many times.
struct Times {
    name: String,
    sorted: Vec<Duration>,
    bars: Vec<Bar>,
}

/// What the project promises: so many in a hundred stay within a time.
#[derive(Clone, Copy)]
pub(crate) struct Bar(pub(crate) usize, pub(crate) Duration);

/// How much was done in a second.
struct Rate {
    name: String,
    bytes_per_second: f64,
}

impl Report {
    pub(crate) fn new(place: &Place) -> Self {
        let (machine, filesystem) = (place.machine(), place.filesystem());
        Self { machine, filesystem, times: Vec::new(), rates: Vec::new() }
    }

    pub(crate) fn add(
        &mut self,
        name: &str,
        mut times: Vec<Duration>,
        bars: &[Bar],
    ) -> anyhow::Result<()> {
        enough(&times)?;
        times.sort_unstable();
        self.times.push(Times { name: name.to_owned(), sorted: times, bars: bars.to_vec() });
        Ok(())
    }

    pub(crate) fn add_rate(&mut self, name: &str, bytes: usize, took: Duration) {
        #[expect(clippy::cast_precision_loss, reason = "a rate is rounded for people anyway")]
        let bytes_per_second = bytes as f64 / took.as_secs_f64().max(f64::MIN_POSITIVE);
        self.rates.push(Rate { name: name.to_owned(), bytes_per_second });
    }

    pub(crate) fn as_json(&self) -> Value {
        let rates: Vec<Value> = self.rates.iter().map(Rate::as_json).collect();
        json!({
            "machine": self.machine,
            "filesystem": self.filesystem,
            "times_us": self.times.iter().map(Times::as_json).collect::<Vec<_>>(),
            "rates": rates,
        })
    }
}

impl Times {
    fn at(&self, percent: usize) -> Duration {
        let rank = self.sorted.len().saturating_mul(percent).div_ceil(100).saturating_sub(1);
        self.sorted.get(rank).copied().unwrap_or_default()
    }

    fn as_json(&self) -> Value {
        let micros = |time: Duration| u64::try_from(time.as_micros()).unwrap_or(u64::MAX);
        let us = |percent| micros(self.at(percent));
        let bars = self.bars.iter().map(|Bar(percent, within)| {
            json!({"percent": percent, "within": micros(*within),
                   "held": self.at(*percent) < *within})
        });
        json!({
            "name": self.name,
            "n": self.sorted.len(),
            "p50": us(50),
            "p95": us(95),
            "p99": us(99),
            "max": us(100),
            "bars": bars.collect::<Vec<_>>(),
        })
    }
}

impl Rate {
    fn as_json(&self) -> Value {
        json!({"name": self.name, "bytes_per_second": self.bytes_per_second.round()})
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}; {}\n", self.machine, self.filesystem)?;
        let columns = ("n", "p50", "p95", "p99", "max");
        let (n, p50, p95, p99, max) = columns;
        writeln!(f, "{:<52} {n:>5} {p50:>8} {p95:>8} {p99:>8} {max:>8}  bars", "milliseconds")?;
        for times in &self.times {
            writeln!(f, "{times}")?;
        }
        writeln!(f, "\nmegabytes a second")?;
        for rate in &self.rates {
            writeln!(f, "{:<52} {:>14.2}", rate.name, rate.bytes_per_second / 1e6)?;
        }
        Ok(())
    }
}

impl fmt::Display for Times {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:<52} {:>5}", self.name, self.sorted.len())?;
        for percent in [50, 95, 99, 100] {
            write!(f, " {:>8.2}", self.at(percent).as_secs_f64() * 1e3)?;
        }
        for Bar(percent, within) in &self.bars {
            let held = if self.at(*percent) < *within { "held" } else { "MISSED" };
            write!(f, "  p{percent} < {} ms {held}", within.as_millis())?;
        }
        Ok(())
    }
}
