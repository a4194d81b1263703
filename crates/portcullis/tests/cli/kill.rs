//! The record when its writers are killed: 500 hook calls from eight processes at a time, some of
//! them and some of the signers killed at any moment. What was answered is in the record, the
//! record holds, and no size of it was ever signed with two roots. And the hook when its gate is
//! killed: the call is refused.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::Write,
    process::{Child, Output, Stdio},
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use crate::door::Place;

const CALLS: usize = 500;
const AT_ONCE: usize = 8;
/// One call in so many is killed.
const KILLED: u64 = 6;

/// What became of one call.
struct Call {
    number: usize,
    killed: bool,
    answered: bool,
}

/// Numbers that look random: what is random here is the machine.
struct Dice(u64);

impl Dice {
    /// A number below `sides`.
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides.max(1)
    }

    /// A moment in the life of a process that takes about as long as the last one did.
    fn moment(&mut self, last: Duration) -> Duration {
        let longest = last.max(Duration::from_millis(30)).as_micros();
        Duration::from_micros(self.roll(u64::try_from(longest).unwrap()))
    }
}

#[test]
fn what_was_answered_survives_every_kill() {
    let place = Place::with(&[]);
    assert!(answers(&call(&place, CALLS).wait_with_output().unwrap()), "the first call is allowed");
    let done = AtomicBool::new(false);
    let (calls, roots) = thread::scope(|scope| {
        let signer = scope.spawn(|| sign(&place, &done));
        let worker = |first| {
            let place = &place;
            scope.spawn(move || work(place, first))
        };
        let workers: Vec<_> = (0..AT_ONCE).map(worker).collect();
        let ended: Vec<_> = workers.into_iter().map(|worker| worker.join()).collect();
        done.store(true, Ordering::Relaxed);
        let calls: Vec<Call> = ended.into_iter().flat_map(Result::unwrap).collect();
        (calls, signer.join().unwrap())
    });
    check(&place, &calls, roots);
}

#[cfg(target_os = "linux")]
#[test]
fn a_gate_that_dies_is_a_refusal() {
    let place = Place::with(&[]);
    for signal in ["-ABRT", "-ILL", "-KILL"] {
        // The gate waits for its input, which does not come.
        let hook = start(&place, &["hook", "claude-code"]);
        let gate = only_child(hook.id());
        let sent = std::process::Command::new("kill").args([signal, &gate]).status().unwrap();
        assert!(sent.success());
        let said = hook.wait_with_output().unwrap();
        let reason = String::from_utf8_lossy(&said.stderr).into_owned();
        assert_eq!((said.status.code(), said.stdout.as_slice()), (Some(2), &[][..]), "{signal}");
        assert!(reason.contains("ended without an answer"), "{signal}: {reason}");
    }
}

#[cfg(target_os = "linux")]
fn only_child(parent: u32) -> String {
    let path = format!("/proc/{parent}/task/{parent}/children");
    let deadline = Instant::now() + Duration::from_secs(30);
    loop {
        let children = std::fs::read_to_string(&path).unwrap();
        if let Some(child) = children.split_whitespace().next() {
            return child.to_owned();
        }
        assert!(Instant::now() < deadline, "no gate was started");
        thread::sleep(Duration::from_millis(5));
    }
}

fn check(place: &Place, calls: &[Call], mut roots: BTreeMap<String, BTreeSet<String>>) {
    let (killed, answered) = (count(calls, |c| c.killed), count(calls, |c| c.answered));
    assert!(calls.len() == CALLS && killed >= 40 && answered >= 300, "{killed} {answered}");
    let unharmed = count(calls, |c| !c.killed && !c.answered);
    assert_eq!(unharmed, 0, "calls that nobody killed and that were not allowed");
    let recorded = recorded(place);
    let lost = calls.iter().filter(|c| c.answered && !recorded.contains(&c.number));
    assert_eq!(lost.map(|c| c.number).collect::<Vec<_>>(), [0; 0], "answered and not recorded");
    let verified = place.run(&["log", "verify"]);
    assert_eq!(verified.exit, 0, "{verified:?}");
    take_root(&verified.out, &mut roots);
    let double: Vec<_> = roots.iter().filter(|(_, roots)| roots.len() > 1).collect();
    assert!(double.is_empty() && roots.len() > 1, "sizes with two roots: {double:?}");
}

fn count(calls: &[Call], which: impl Fn(&Call) -> bool) -> usize {
    calls.iter().filter(|call| which(call)).count()
}

/// Every eighth call, one after the other.
fn work(place: &Place, first: usize) -> Vec<Call> {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15 ^ (first as u64 + 1));
    let mut last = Duration::from_millis(30);
    let one = |number| {
        let started = Instant::now();
        let child = call(place, number);
        let killed = dice.roll(KILLED) == 0;
        let output = if killed { kill(child, dice.moment(last)) } else { wait(child) };
        if !killed {
            last = started.elapsed();
        }
        Call { number, killed, answered: answers(&output) }
    };
    (first..CALLS).step_by(AT_ONCE).map(one).collect()
}

/// A call that is allowed, and whose record can be told by the name of the file.
fn call(place: &Place, number: usize) -> Child {
    let content = format!("NUMBER = {number}\n");
    let input = json!({"file_path": place.path(&format!("call_{number}.py")), "content": content});
    let payload = json!({"tool_name": "Write", "tool_input": input, "tool_use_id": "t"});
    let payload = place.payload("PreToolUse", payload).to_string();
    // The process that judges and writes, without the one that stands by.
    let mut child = start(place, &["hook", "claude-code", "--unguarded"]);
    drop(child.stdin.take().unwrap().write_all(payload.as_bytes()));
    child
}

fn start(place: &Place, args: &[&str]) -> Child {
    let mut command = place.command(args);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.spawn().unwrap()
}

fn wait(child: Child) -> Output {
    child.wait_with_output().unwrap()
}

fn kill(mut child: Child, after: Duration) -> Output {
    thread::sleep(after);
    child.kill().unwrap();
    wait(child)
}

/// Whether the host could have read an answer that lets the call pass: whole, even if the process
/// was killed right behind it.
fn answers(output: &Output) -> bool {
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap_or(Value::Null);
    answer == json!({})
}

/// Signs the record again and again; one time in three the signer is killed.
fn sign(place: &Place, done: &AtomicBool) -> BTreeMap<String, BTreeSet<String>> {
    let mut dice = Dice(42);
    let mut roots = BTreeMap::new();
    while !done.load(Ordering::Relaxed) {
        let started = Instant::now();
        let whole = wait(start(place, &["log", "verify"]));
        let text = String::from_utf8_lossy(&whole.stdout).into_owned();
        assert!(whole.status.success(), "while others write: {text}");
        take_root(&text, &mut roots);
        drop(kill(start(place, &["log", "verify"]), dice.moment(started.elapsed())));
        thread::sleep(Duration::from_millis(50));
    }
    roots
}

/// Reads `N records hold, M of them signed; root R`.
fn take_root(text: &str, roots: &mut BTreeMap<String, BTreeSet<String>>) {
    let line = text.lines().find(|line| line.contains(" records hold, ")).unwrap();
    let (size, rest) = line.split_once(' ').unwrap();
    let root = rest.split_once("root ").unwrap().1;
    roots.entry(size.to_owned()).or_default().insert(root.to_owned());
}

/// Numbers of the calls that the record holds as allowed.
fn recorded(place: &Place) -> BTreeSet<usize> {
    let shown = place.run(&["log", "show", "--json", "-n", "2000"]);
    assert_eq!(shown.exit, 0, "{shown:?}");
    let number = |line: &str| {
        let leaf: Value = serde_json::from_str(line).unwrap();
        let path = leaf["samples"][0]["path"].as_str()?;
        let number = path.strip_prefix("call_")?.strip_suffix(".py")?.parse().ok()?;
        (leaf["verdict"] == "allow").then_some(number)
    };
    shown.out.lines().filter_map(number).collect()
}
