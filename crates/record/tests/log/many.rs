//! Many writers at once, on a log that none of them made before.

use std::{process::Stdio, thread};

use portcullis_record::Log;

use crate::door::{appender, report, simple};

const WRITERS: u64 = 8;
const EACH: u64 = 25;

#[test]
fn eight_threads_make_one_log() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("log");
    let writers: Vec<_> = (0..WRITERS)
        .map(|writer| {
            let path = path.clone();
            thread::spawn(move || {
                let mut log = Log::open(&path).unwrap();
                let append = |n| {
                    let entry = simple(writer * EACH + n, ["a", "b"][(n % 2) as usize]);
                    let receipt = log.append(&entry).unwrap();
                    if n % 10 == 0 {
                        log.checkpoint().unwrap();
                    }
                    receipt.index
                };
                (0..EACH).map(append).collect::<Vec<_>>()
            })
        })
        .collect();
    let mut indexes: Vec<u64> = writers.into_iter().flat_map(|w| w.join().unwrap()).collect();
    indexes.sort_unstable();
    assert!(indexes.into_iter().eq(0..WRITERS * EACH));
    let report = report(&path);
    assert!(report.is_sound(), "{:#?}", report.problems);
    assert_eq!(report.size, WRITERS * EACH);
    assert!(report.checkpoints > 0);
}

#[test]
fn eight_processes_make_one_log() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("log");
    let writers: Vec<_> = (0..WRITERS)
        .map(|writer| {
            let session = format!("session {}", writer % 3);
            let mut command = appender();
            command.arg(&path).args([&session, &EACH.to_string(), "7"]);
            command.stdout(Stdio::null()).spawn().unwrap()
        })
        .collect();
    for mut writer in writers {
        assert!(writer.wait().unwrap().success());
    }
    let report = report(&path);
    assert!(report.is_sound(), "{:#?}", report.problems);
    assert_eq!(report.size, WRITERS * EACH);
}
