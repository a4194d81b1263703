//! The program as its users run it: one binary of tests, one module a subject, one door
//! ([`door::Place`]).

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "helpers of tests may panic, and their modules are as public as they need"
)]

mod conformance;
mod door;
mod hook;
mod init;
mod kill;
mod record;
mod rules;
mod same_answer;
mod scan;
mod try_session;
mod worked_examples;
