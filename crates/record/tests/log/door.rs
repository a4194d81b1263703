//! The door to a log under test: after each step, everything on the disk is verified anew.

use std::{
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use portcullis_model::{Confidence, Severity, Verdict};
use portcullis_record::{
    Act, AgentName, Alternative, AlternativeKind, Enforcement, Entry, Erasure, FindingSummary,
    Grade, Group, Kind, Log, Payload, PolicyVerdict, Receipt, RecordError, Sample, VerifyOptions,
    VerifyReport, sha256_hex, verify,
};
use rusqlite::Connection;
use tempfile::TempDir;

/// A log in a folder of its own.
pub(crate) struct Door {
    pub(crate) log: Log,
    pub(crate) receipts: Vec<Receipt>,
    folder: TempDir,
}

impl Door {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let log = Log::open(&folder.path().join("log")).unwrap();
        Self { log, receipts: Vec::new(), folder }
    }

    /// A log with these records, numbered from 0.
    pub(crate) fn with(entries: impl IntoIterator<Item = Entry>) -> Self {
        let mut door = Self::new();
        entries.into_iter().for_each(|entry| door.append(&entry));
        door
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("log")
    }

    /// A path beside the log that nobody uses.
    pub(crate) fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn append(&mut self, entry: &Entry) {
        let receipt = self.log.append(entry).unwrap();
        assert_eq!(receipt.index, self.receipts.len() as u64);
        self.receipts.push(receipt);
        self.check();
    }

    pub(crate) fn erase(&mut self, id: u64, target: u64, group: Group) {
        let erased = self.log.erase(&erasure(id, target, group)).unwrap();
        assert!(erased.write_ahead_log_cleared);
        self.receipts.push(erased.receipt);
        self.check();
    }

    pub(crate) fn checkpoint(&mut self) {
        let checkpoint = self.log.checkpoint().unwrap();
        assert_eq!(checkpoint.size, self.receipts.len() as u64);
        let report = self.check();
        assert_eq!(report.signed, checkpoint.size);
        assert_eq!(report.root, checkpoint.root);
    }

    /// The whole log is sound, and every receipt still holds.
    #[track_caller]
    pub(crate) fn check(&self) -> VerifyReport {
        let report = report(&self.path());
        assert!(report.is_sound(), "{:#?}", report.problems);
        assert_eq!(report.size, self.receipts.len() as u64);
        for receipt in &self.receipts {
            let entry = self.log.entry_by_decision(&receipt.decision_id).unwrap().unwrap();
            assert_eq!(entry.index, receipt.index);
            assert_eq!(entry.leaf_hash(), receipt.leaf_hash);
            assert_eq!(entry.leaf.seq_in_session, receipt.seq_in_session);
        }
        report
    }

    /// A connection past the log's own code.
    pub(crate) fn sql(&self) -> Connection {
        Connection::open(self.path().join("log.db")).unwrap()
    }
}

pub(crate) fn report(folder: &Path) -> VerifyReport {
    verify(folder, &VerifyOptions::default()).unwrap()
}

/// The `n`th decision id of a test.
pub(crate) fn ulid(n: u64) -> String {
    ulid::Ulid::from_parts(1_700_000_000_000 + n, u128::from(n)).to_string()
}

pub(crate) fn time(n: u64) -> SystemTime {
    UNIX_EPOCH + Duration::from_micros(1_767_225_600_000_000 + n * 1_000)
}

/// A record of a session with one payload.
pub(crate) fn simple(n: u64, session: &str) -> Entry {
    let mut entry = Entry::new(Kind::Tool, ulid(n), time(n));
    entry.who.session = Some(session.to_owned());
    let bytes = format!("payload of {n}").into_bytes();
    entry.payloads = vec![Payload { group: Group::Output, bytes }];
    entry
}

/// A decision with everything that one can have.
pub(crate) fn full(n: u64) -> Entry {
    let code = b"cursor.execute('select * from t where id=' + id)\n".to_vec();
    let mut entry = Entry::new(Kind::Decision, ulid(n), time(n));
    entry.who.session = Some("session of jane".to_owned());
    entry.who.actor = Some("jane@example.com".to_owned());
    entry.who.more.insert("cwd".to_owned(), "/home/jane/bank".to_owned());
    entry.gate = "0.1.0".to_owned();
    entry.agent = Some(AgentName { name: "claude-code".into(), version: Some("2.0".into()) });
    entry.model = Some("a-model-1".to_owned());
    entry.action = Some(Act { kind: "write", tool: "Write".into(), input: code.clone() });
    entry.channel = Some("write");
    entry.verdict = Some(Verdict::Block);
    entry.enforced = Some(Enforcement { grade: Grade::Advisory, mode: "enforce" });
    entry.policies = vec![PolicyVerdict { id: "S1-critical".into(), verdict: Verdict::Block }];
    entry.versions.policy = Some("aa".repeat(32));
    entry.samples = vec![sample("src/db.py", &code), sample("/home/jane/.ssh/config", b"x")];
    entry.findings = vec![finding(1)];
    entry.alternative = Some(Alternative {
        kind: AlternativeKind::Amended,
        verified: true,
        applied: false,
        refused: Some(sha256_hex(&code)),
        amended: Some(sha256_hex(b"better")),
    });
    entry.latency_us = Some(4_200);
    entry.payloads = vec![
        Payload { group: Group::Code, bytes: code },
        Payload { group: Group::Prompt, bytes: b"fix the login of jane".to_vec() },
    ];
    entry
}

pub(crate) fn sample(path: &str, content: &[u8]) -> Sample {
    Sample {
        digest: sha256_hex(content),
        repository: Some("/home/jane/bank".to_owned()),
        path: path.to_owned(),
        first_line: 1,
        last_line: 1,
        language: "python".to_owned(),
        bytes: content.len() as u64,
        unread_permille: 0,
        complete: true,
    }
}

pub(crate) fn finding(line: u32) -> FindingSummary {
    FindingSummary {
        rule: "python-sql-string-built".to_owned(),
        cwe: vec![89],
        owasp_2021: vec!["A03:2021".to_owned()],
        owasp_2025: vec!["A05:2025".to_owned()],
        swc: Vec::new(),
        severity: Severity::Critical,
        confidence: Confidence::High,
        fingerprint: format!("print {line}"),
        line,
        sample: Some(0),
        suppressed: false,
    }
}

pub(crate) fn erasure(id: u64, target: u64, group: Group) -> Erasure {
    Erasure {
        decision_id: ulid(id),
        time: time(id),
        gate: "0.1.0".to_owned(),
        target: ulid(target),
        group,
        legal_basis: "gdpr-17-1-a".to_owned(),
        authorizer: "privacy@example.com".to_owned(),
    }
}

#[track_caller]
pub(crate) fn check_error<T: std::fmt::Debug>(result: Result<T, RecordError>, text: &str) {
    let error = result.unwrap_err().to_string();
    assert!(error.contains(text), "{error}");
}

/// The example that appends, as a command; built together with the tests.
pub(crate) fn appender() -> Command {
    let tests = std::env::current_exe().unwrap();
    let target = tests.ancestors().nth(2).unwrap();
    let path = target.join("examples/appender");
    assert!(path.exists(), "{} is missing: run `cargo build --examples`", path.display());
    Command::new(path)
}
