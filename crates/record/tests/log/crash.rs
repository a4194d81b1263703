//! `kill -9` at random moments, and a disk that is full: what was acknowledged is there.

use std::{
    collections::HashMap,
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};

use portcullis_record::{Filter, Log};
use proptest::{prelude::Rng as _, test_runner::TestRng};

use crate::door::{appender, report};

const ROUNDS: u64 = 40;
const WRITERS: usize = 3;

/// What appenders printed before they died.
#[derive(Default)]
struct Acknowledged {
    /// Index to decision id and leaf hash.
    records: HashMap<u64, (String, String)>,
    /// Size to root.
    roots: HashMap<u64, String>,
}

impl Acknowledged {
    fn take(&mut self, output: &[u8]) {
        let output = String::from_utf8_lossy(output);
        // The last line may have been cut short by the kill; only whole ones are acknowledged.
        let whole = output.rsplit_once('\n').map_or("", |(whole, _)| whole);
        for line in whole.lines() {
            let words: Vec<&str> = line.split(' ').collect();
            match words.as_slice() {
                ["record", index, id, hash] => {
                    let record = ((*id).to_owned(), (*hash).to_owned());
                    let before = self.records.insert(index.parse().unwrap(), record);
                    assert_eq!(before, None, "index {index} was given twice");
                }
                ["signed", size, root] => {
                    let before = self.roots.insert(size.parse().unwrap(), (*root).to_owned());
                    assert!(before.is_none_or(|before| before == *root), "two roots at {size}");
                }
                _ => panic!("{line}"),
            }
        }
    }

    fn check(&self, folder: &Path) {
        let report = report(folder);
        assert!(report.is_sound(), "{:#?}", report.problems);
        let log = Log::open(folder).unwrap();
        let entries = log.entries(&Filter::default()).unwrap();
        for (index, (id, hash)) in &self.records {
            let entry = &entries[usize::try_from(*index).unwrap()];
            let found: String = entry.leaf_hash().iter().map(|b| format!("{b:02x}")).collect();
            assert_eq!((&entry.leaf.decision_id, &found), (id, hash));
        }
    }
}

fn start(folder: &Path, session: usize) -> Child {
    let mut command = appender();
    command.arg(folder).args([&format!("session {session}"), "100000", "5"]);
    command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap()
}

#[test]
fn what_was_acknowledged_survives_kill_9() {
    let temporary = tempfile::tempdir().unwrap();
    let folder = temporary.path().join("log");
    let mut acknowledged = Acknowledged::default();
    let mut random = TestRng::deterministic_rng(Default::default());
    for round in 0..ROUNDS {
        let writers: Vec<Child> = (0..WRITERS).map(|writer| start(&folder, writer)).collect();
        // From before the log is made to well into the appends.
        thread::sleep(Duration::from_micros(u64::from(random.next_u32() % 120_000)));
        for mut writer in writers {
            writer.kill().unwrap();
            acknowledged.take(&writer.wait_with_output().unwrap().stdout);
        }
        if round % 8 == 7 {
            acknowledged.check(&folder);
        }
    }
    assert!(acknowledged.records.len() > 100, "{} records", acknowledged.records.len());
    assert!(acknowledged.roots.len() > 5, "{} checkpoints", acknowledged.roots.len());
    acknowledged.check(&folder);
}

#[test]
fn a_full_disk_is_an_error_and_loses_nothing() {
    let temporary = tempfile::tempdir().unwrap();
    let folder = temporary.path().join("log");
    // A limit on the size of files stands in for a full disk: writes fail in the same way.
    let script = "trap '' XFSZ; ulimit -f 500; exec \"$0\" \"$@\"";
    let appender = appender();
    let mut command = Command::new("sh");
    command.args(["-c", script]).arg(appender.get_program()).arg(&folder);
    let output = command.args(["a", "100000", "0"]).output().unwrap();
    assert!(!output.status.success());
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(error.contains("DiskFull") || error.contains("SystemIoFailure"), "{error}");
    let mut acknowledged = Acknowledged::default();
    acknowledged.take(&output.stdout);
    assert!(acknowledged.records.len() > 10);
    acknowledged.check(&folder);
}
