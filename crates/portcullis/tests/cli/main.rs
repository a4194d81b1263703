//! The program as its users run it: one binary of tests, one module a subject, one door
//! ([`door::Place`]).

mod door;
mod hook;
mod init;
mod kill;
mod record;
mod rules;
mod same_answer;
mod scan;
mod try_session;
