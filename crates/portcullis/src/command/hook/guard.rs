//! The gate works in a process of its own, and this one answers for it if it dies.
//!
//! Grammars are written in C. What a signal ends (bad memory, `abort`, too much memory) no Rust
//! code of the same process can catch, and the host takes such an end as "go on".

use std::{
    io,
    process::{Command, ExitStatus, Output, Stdio},
};

use portcullis_hook::Adapter;

/// Exit codes that mean something to the host. Any other is none of the gate's answers.
const ANSWERS: [i32; 2] = [0, 2];

/// Asks `gate`, which reads standard input, and gives back what it says: the exit code, and the
/// bytes of standard output and error.
pub(super) fn ask(adapter: &Adapter, gate: &mut Command) -> (u8, Vec<u8>, Vec<u8>) {
    let ended = gate.stdin(Stdio::inherit()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let reason = match ended.and_then(std::process::Child::wait_with_output) {
        Ok(Output { status, stdout, stderr }) => match answer(status) {
            Some(exit) => return (exit, stdout, stderr),
            None => format!(
                "the gate ended without an answer ({status}); the action is blocked. Please \
                 report the input that did it"
            ),
        },
        Err(error) => not_started(&error),
    };
    let reply = adapter.refusal(&reason);
    (reply.exit, reply.stdout.into_bytes(), reply.stderr.into_bytes())
}

fn answer(status: ExitStatus) -> Option<u8> {
    let code = status.code().filter(|code| ANSWERS.contains(code))?;
    u8::try_from(code).ok()
}

fn not_started(error: &io::Error) -> String {
    format!("the gate could not start: {error}; the action is blocked. Run `portcullis doctor`")
}

#[cfg(all(test, unix))]
#[expect(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use super::*;

    fn said(script: &str) -> (u8, String, String) {
        let adapter = portcullis_hook::by_name("claude-code").unwrap();
        let (exit, out, err) = ask(adapter, Command::new("sh").args(["-c", script]));
        (exit, String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
    }

    #[test]
    fn an_answer_is_handed_on() {
        assert_eq!(said("printf '{}'"), (0, "{}".to_owned(), String::new()));
        assert_eq!(said("echo no >&2; exit 2"), (2, String::new(), "no\n".to_owned()));
    }

    #[test]
    fn a_death_is_a_refusal() {
        for script in ["printf '{}'; kill -SEGV $$", "kill -KILL $$", "exit 1", "exit 101"] {
            let (exit, out, err) = said(script);
            assert_eq!((exit, out.as_str()), (2, ""), "{script}");
            assert!(err.contains("ended without an answer"), "{script}: {err}");
        }
    }

    #[test]
    fn a_gate_that_cannot_start_is_a_refusal() {
        let adapter = portcullis_hook::by_name("claude-code").unwrap();
        let (exit, _, err) = ask(adapter, &mut Command::new("/nowhere/portcullis"));
        assert_eq!(exit, 2);
        assert!(String::from_utf8_lossy(&err).contains("could not start"));
    }
}
