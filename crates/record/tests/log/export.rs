//! Exports: plain files that verify here and with the reference verifier, which shares no code.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use portcullis_record::{Group, VerifyReport, verify_export};

use crate::door::{Door, check_error, full, simple};

/// A log of more than one tile, with an erasure.
fn door(size: u64) -> Door {
    let mut door = Door::with([full(0)]);
    for n in 1..size {
        let receipt = door.log.append(&simple(n, ["a", "b", "c"][(n % 3) as usize])).unwrap();
        door.receipts.push(receipt);
    }
    door.erase(size, 0, Group::Prompt);
    door
}

fn export(door: &mut Door) -> PathBuf {
    let to = door.beside("export");
    door.log.export(&to, true).unwrap();
    to
}

#[track_caller]
fn sound(folder: &Path) -> VerifyReport {
    let report = verify_export(folder, None).unwrap();
    assert!(report.is_sound(), "{:#?}", report.problems);
    report
}

#[test]
fn an_export_has_the_published_layout_and_verifies() {
    let mut door = door(300);
    let to = door.beside("export");
    let summary = door.log.export(&to, true).unwrap();
    let report = sound(&to);
    assert_eq!((summary.size, report.size, report.signed), (301, 301, 301));
    assert_eq!((summary.payloads, report.payloads, report.erased), (601, 601, 1));
    for (file, bytes) in [("tile/0/000", 8192), ("tile/0/001.p/45", 1440), ("tile/1/000.p/1", 32)] {
        assert_eq!(fs::metadata(to.join(file)).unwrap().len(), bytes, "{file}");
    }
    assert!(to.join("tile/entries/000").exists() && to.join("tile/entries/001.p/45").exists());
    check_error(door.log.export(&to, true), "is not empty");
}

#[test]
fn an_export_may_leave_the_payloads_out() {
    let mut door = door(3);
    let to = door.beside("export");
    assert_eq!(door.log.export(&to, false).unwrap().payloads, 0);
    assert_eq!(sound(&to).payloads, 0);
    let mut empty = Door::new();
    let to = empty.beside("export");
    empty.log.export(&to, true).unwrap();
    assert_eq!(sound(&to).size, 0);
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

#[test]
fn no_byte_of_an_export_can_be_changed() {
    let mut door = door(3);
    let vkey = door.log.verifier_key().unwrap();
    let to = export(&mut door);
    for path in files(&to).iter().filter(|path| !path.ends_with("log.vkey")) {
        let content = fs::read(path).unwrap();
        for at in (0..content.len()).step_by(3) {
            let mut changed = content.clone();
            changed[at] ^= 4;
            fs::write(path, &changed).unwrap();
            let noticed = verify_export(&to, Some(&vkey)).map_or(true, |report| !report.is_sound());
            assert!(noticed, "{} at {at}", path.display());
        }
        fs::remove_file(path).unwrap();
        let noticed = verify_export(&to, Some(&vkey)).map_or(true, |report| !report.is_sound());
        // Without the payload file there are no payloads to verify.
        assert!(noticed || path.ends_with("payloads.jsonl"), "{}", path.display());
        fs::write(path, content).unwrap();
    }
    sound(&to);
}

#[test]
fn a_changed_entry_of_an_export_is_named() {
    let mut door = door(3);
    let to = export(&mut door);
    let path = to.join("tile/entries/000.p/4");
    let mut bundle = fs::read(&path).unwrap();
    let first = usize::from(u16::from_be_bytes([bundle[0], bundle[1]]));
    bundle[first + 100] ^= 1;
    fs::write(&path, bundle).unwrap();
    let report = verify_export(&to, None).unwrap();
    assert!(report.problems.iter().any(|problem| problem.names(1)), "{report:#?}");
}

/// Runs the reference verifier; `None` where there is no Python.
fn reference(folder: &Path) -> Option<(bool, String)> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/verify_log.py");
    let output = Command::new("python3").arg(script).arg(folder).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    Some((output.status.success(), text + &error))
}

#[test]
fn the_reference_verifier_agrees() {
    let mut door = door(300);
    let to = export(&mut door);
    let Some((sound, text)) = reference(&to) else {
        return println!("skipped: there is no python3 to run docs/verify_log.py");
    };
    assert!(sound, "{text}");
    assert!(text.contains("301 records"), "{text}");
    for (file, at) in [("tile/entries/000", 500), ("tile/0/000", 40), ("checkpoint", 130)] {
        let content = fs::read(to.join(file)).unwrap();
        let mut changed = content.clone();
        changed[at] ^= 1;
        fs::write(to.join(file), changed).unwrap();
        let (sound, text) = reference(&to).unwrap();
        assert!(!sound, "{file} was changed: {text}");
        assert!(!text.contains("Traceback"), "{text}");
        fs::write(to.join(file), content).unwrap();
    }
    let path = to.join("payloads.jsonl");
    let lines = fs::read_to_string(&path).unwrap();
    fs::write(&path, lines.split_once('\n').unwrap().1).unwrap();
    let (sound, text) = reference(&to).unwrap();
    assert!(!sound && text.contains("record 0"), "{text}");
}
