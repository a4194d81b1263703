//! The project's own chores. `cargo xtask test` is all there is to test; CI calls nothing else.

use std::process::ExitCode;

mod bench;
mod coverage;
mod test;
mod tidy;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["test"] => test::run(),
        ["tidy"] => tidy::run(),
        ["coverage"] => coverage::write(),
        ["bench", rest @ ..] => bench::run(rest),
        _ => {
            say("usage: cargo xtask test | tidy | coverage | bench");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("xtask: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stderr, reason = "xtask talks to a person")]
fn say(text: &str) {
    eprintln!("{text}");
}
