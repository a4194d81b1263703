//! Appends records to a log and prints each one once it is durable. Tests kill it at random moments
//! and then look for every record that was printed; no part of the product.
//!
//! `appender FOLDER SESSION COUNT CHECKPOINT_EVERY`

use std::{
    error::Error,
    io::{Write as _, stdout},
    path::PathBuf,
    time::SystemTime,
};

use portcullis_model::Verdict;
use portcullis_record::{Entry, Group, Kind, Log, Payload};
use ulid::Ulid;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, session, count, checkpoint_every] = arguments.as_slice() else {
        return Err("use: appender FOLDER SESSION COUNT CHECKPOINT_EVERY".into());
    };
    let mut log = Log::open(&PathBuf::from(folder))?;
    let checkpoint_every: u64 = checkpoint_every.parse()?;
    for number in 1..=count.parse::<u64>()? {
        append(&mut log, session, number)?;
        if checkpoint_every > 0 && number.is_multiple_of(checkpoint_every) {
            let checkpoint = log.checkpoint()?;
            say(&format!("signed {} {}", checkpoint.size, hex(&checkpoint.root)))?;
        }
    }
    Ok(())
}

fn append(log: &mut Log, session: &str, number: u64) -> Result<(), Box<dyn Error>> {
    let id = Ulid::generate().to_string();
    let mut entry = Entry::new(Kind::Decision, id, SystemTime::now());
    entry.who.session = Some(session.to_owned());
    entry.verdict = Some(Verdict::Allow);
    let bytes = format!("line {number}\n").repeat(50).into_bytes();
    entry.payloads = vec![Payload { group: Group::Code, bytes }];
    let receipt = log.append(&entry)?;
    let hash = hex(&receipt.leaf_hash);
    say(&format!("record {} {} {hash}", receipt.index, receipt.decision_id))
}

/// Whole lines at once: what was printed was acknowledged.
fn say(line: &str) -> Result<(), Box<dyn Error>> {
    let mut out = stdout().lock();
    out.write_all(format!("{line}\n").as_bytes())?;
    Ok(out.flush()?)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
