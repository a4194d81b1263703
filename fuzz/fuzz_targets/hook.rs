#![no_main]
//! What an agent sends to its hook, and the settings file that the hooks stand in: the first byte
//! chooses.

use libfuzzer_sys::fuzz_target;
use portcullis_hook::{by_name, settings};
use portcullis_model::{Alternative, Decision, Verdict};
use serde_json::Value;

const VERDICTS: [Verdict; 4] = [Verdict::Allow, Verdict::Warn, Verdict::Ask, Verdict::Block];

fuzz_target!(|data: &[u8]| {
    let Some((first, rest)) = data.split_first() else { return };
    match first % 2 {
        0 => call(*first, rest),
        _ => settings(&String::from_utf8_lossy(rest)),
    }
});

/// Whatever is understood as a call has an answer that the agent can read, for every verdict.
fn call(choice: u8, bytes: &[u8]) {
    let adapter = by_name("claude-code").expect("the adapter is there");
    let Ok(mut call) = (adapter.parse)(bytes) else { return };
    call.before = Some("a\nb\n".repeat(usize::from(choice) % 4));
    for verdict in VERDICTS {
        let reply = (adapter.reply)(&call, &decision(verdict, choice));
        let answer: Value = serde_json::from_str(&reply.stdout).expect("the answer is JSON");
        assert!(answer.is_object() && reply.exit == 0, "{reply:?}");
    }
}

fn decision(verdict: Verdict, choice: u8) -> Decision {
    let amended = Alternative::Amended { path: "a.py".to_owned(), content: "a\nc\n".to_owned() };
    Decision {
        id: "01ARZ3NDEKTSV4RRFFQ69G5FAV".to_owned(),
        verdict,
        requests: Vec::new(),
        findings: Vec::new(),
        alternatives: vec![amended],
        auto_approve: choice & 16 != 0,
        apply: choice & 32 != 0,
        failure: None,
    }
}

/// What was put in can be taken out again and leaves the bytes as they were; doing either twice is
/// doing it once.
fn settings(text: &str) {
    let Ok(clean) = settings::remove(text) else {
        assert!(settings::status(text).is_err() && settings::install(text, "p").is_err());
        return;
    };
    assert_eq!(settings::remove(&clean).as_deref(), Ok(clean.as_str()), "removed twice");
    assert!(settings::status(&clean).is_ok_and(|status| status.installed.is_empty()));
    let Ok(installed) = settings::install(text, "/usr/bin/portcullis") else { return };
    let status = settings::status(&installed).expect("what was installed can be read");
    assert!(status.missing.is_empty(), "{status:?}");
    let again = settings::install(&installed, "/usr/bin/portcullis");
    assert_eq!(again.as_deref(), Ok(installed.as_str()), "installed twice");
    let removed = settings::remove(&installed);
    assert_eq!(removed.as_deref(), Ok(clean.as_str()), "installed and removed");
}
