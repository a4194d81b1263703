#![no_main]
//! Any text as a shell command line: what it would do is told, and what it would write is looked
//! at,
//! with files given that scripts and patches may work on. An edit of a file goes the same way.

use std::{collections::HashMap, sync::LazyLock};

use libfuzzer_sys::fuzz_target;
use portcullis_model::{Action, Intent, Phase, Session, TextEdit};
use portcullis_scan::{Scanner, Suppressions, Surroundings, assess, needs};

const CWD: &str = "/work";
const FILE: &str = "import os\n\n\ndef run(name):\n    os.system('ls ' + name)\n";

/// Without rules: what they do with a text is another target's matter.
static SCANNER: LazyLock<Scanner> =
    LazyLock::new(|| Scanner::new(Vec::new(), Suppressions::Ignore));

fuzz_target!(|data: &[u8]| {
    let Some((first, rest)) = data.split_first() else { return };
    let text = String::from_utf8_lossy(rest).into_owned();
    judge(match first % 4 {
        0..3 => Intent::Command { command: text },
        _ => edit(&text),
    });
});

/// An edit whose old and new text a NUL parts.
fn edit(text: &str) -> Intent {
    let (old, new) = text.split_once('\0').unwrap_or(("name", text));
    let edit = TextEdit { old: old.to_owned(), new: new.to_owned(), all: text.len() % 2 == 0 };
    Intent::Edit { path: "a.py".to_owned(), edits: vec![edit] }
}

fn judge(intent: Intent) {
    let session = Session { cwd: CWD.to_owned(), ..Session::default() };
    let action = Action {
        phase: Phase::Before,
        session,
        tool: "Bash".to_owned(),
        call: None,
        intent,
        outcome: None,
    };
    // Every other file that is asked for is there.
    let there = |n: usize| (n % 2 == 0).then(|| FILE.to_owned());
    let named = needs(&action).into_iter().enumerate().map(|(n, path)| (path, there(n)));
    let contents: HashMap<String, Option<String>> = named.collect();
    let name = |path: &str| path.trim_start_matches("/work/").to_owned();
    let seen = assess(&SCANNER, &action, &Surroundings { contents: &contents, name: &name });
    for artifact in &seen.artifacts {
        for finding in artifact.findings.iter().chain(&artifact.known) {
            assert!(finding.span.end as usize <= artifact.content.len(), "{finding:?}");
        }
    }
}
