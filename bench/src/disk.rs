//! The bare cost of making four kibibytes durable: no durable record can be quicker.

use std::{fs::File, io::Write};

use anyhow::Result;

use crate::{figures::Report, place::Place, timed};

const BLOCK: [u8; 4096] = [b'x'; 4096];

/// Writes at the end of one file and waits for the disk, again and again.
pub(crate) fn measure(place: &Place, times: usize, report: &mut Report) -> Result<()> {
    let mut file = File::create(place.folder().join("bare"))?;
    let mut taken = Vec::with_capacity(times);
    for _ in 0..times {
        let (done, took) = timed(|| file.write_all(&BLOCK).and_then(|()| file.sync_data()));
        done?;
        taken.push(took);
    }
    report.add("the disk alone: write 4 KiB, fsync", taken, &[])
}
