//! The program: reads the command line, calls the library, turns errors into exit codes.

use std::process::ExitCode;

use clap::Parser;
use portcullis::{
    cli::{Cli, Command, ConfigCommand},
    command,
};

/// Wrong use or configuration.
const WRONG: u8 = 2;

fn main() -> ExitCode {
    let cli = Cli::parse();
    if let Command::Hook(args) = &cli.command {
        return command::hook::run(&args.agent, args.unguarded);
    }
    run(cli).unwrap_or_else(|error| {
        report(&error);
        ExitCode::from(WRONG)
    })
}

fn run(cli: Cli) -> anyhow::Result<ExitCode> {
    match cli.command {
        Command::Try(args) => command::try_session::run(&args),
        Command::Scan(args) => command::scan::run(&args),
        Command::Hook(args) => Ok(command::hook::run(&args.agent, args.unguarded)),
        Command::Init(args) => command::init::run(&args),
        Command::Doctor(args) => command::doctor::run(&args),
        Command::Log(args) => command::log::run(&args),
        Command::Explain(args) => command::explain::run(&args.id),
        Command::Rules(args) => command::rules::run(&args.command),
        Command::Config(args) => match args.command {
            ConfigCommand::Show => command::config::show(),
        },
        Command::Conformance(args) => command::conformance::run(&args),
    }
}

#[expect(clippy::print_stderr, reason = "errors go to the person who called the program")]
fn report(error: &anyhow::Error) {
    eprintln!("portcullis: {error:#}");
}
