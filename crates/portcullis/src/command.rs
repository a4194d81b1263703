//! The subcommands, one file each: what a user asked for, done with the library.

pub mod config;
pub mod conformance;
pub mod doctor;
pub mod explain;
pub mod hook;
pub mod init;
pub mod log;
pub mod rules;
pub mod scan;
pub mod try_session;
