//! The command line: what can be asked, in the words of its users. Decides nothing.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use portcullis_model::Severity;

use crate::output::Format;

/// The gate between AI coding agents and your code.
#[derive(Debug, Parser)]
#[command(version, about, max_term_width = 100, disable_help_subcommand = true)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// Write a structured log of what the gate does to standard error.
    #[arg(long, global = true, env = "PORTCULLIS_LOG", hide_env_values = true)]
    pub log_level: Option<LogLevel>,
}

/// How much goes to standard error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum)]
pub enum LogLevel {
    /// Failures of the gate itself.
    Error,
    /// Decisions.
    Info,
    /// Each stage with its time.
    Debug,
}

/// A subcommand.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Play a recorded agent session through the gate and verify the log that it wrote
    Try(TryArgs),
    /// Look at files, standard input or a git diff, and say what is wrong with them
    Scan(ScanArgs),
    /// Answer one hook call of a coding agent (standard input to standard output)
    Hook(HookArgs),
    /// Put the gate's hooks and default files into a repository, or take them out
    Init(InitArgs),
    /// Tell what is really enforced here, and what is only advisory
    Doctor(DoctorArgs),
    /// Show, verify, prove and export the record
    Log(LogArgs),
    /// Show a rule or a secure pattern: why it matters, bad and good code, references
    Explain(ExplainArgs),
    /// Check and list rule files
    Rules(RulesArgs),
    /// Show the configuration and where each value comes from
    Config(ConfigArgs),
    /// Run the embedded sample sets through the gate and print pass or fail with figures
    Conformance(ConformanceArgs),
}

/// `try`
#[derive(Debug, Args)]
pub struct TryArgs {
    /// Keep the log that is written in this folder instead of a temporary one.
    #[arg(long, value_name = "DIR")]
    pub keep: Option<PathBuf>,
}

/// `scan`
#[derive(Debug, Args)]
pub struct ScanArgs {
    /// Files and folders; ignore files hold below folders, a named file is always looked at
    #[arg(value_name = "PATH", conflicts_with_all = ["stdin", "diff"])]
    pub paths: Vec<PathBuf>,
    /// Look at standard input, taken as the content of --filename
    #[arg(long, requires = "filename", conflicts_with = "diff")]
    pub stdin: bool,
    /// Name of the file that standard input stands for
    #[arg(long, value_name = "FILE")]
    pub filename: Option<String>,
    /// Only what the working tree adds to a commit
    #[arg(long, value_name = "BASE", num_args = 0..=1, require_equals = true,
          default_missing_value = "HEAD")]
    pub diff: Option<String>,
    /// Run these Semgrep rule files instead of the built-in packs; severity alone decides then
    #[arg(long, value_name = "FILE|DIR")]
    pub rules: Vec<PathBuf>,
    /// Block at this severity and above, instead of by policy
    #[arg(long, value_name = "SEVERITY")]
    pub fail_on: Option<Severity>,
    /// How to show the result
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
    /// Exit with 0 although something could not be looked at
    #[arg(long)]
    pub allow_incomplete: bool,
    /// Show findings that a comment suppresses, too
    #[arg(long)]
    pub show_suppressed: bool,
}

/// `hook`
#[derive(Debug, Args)]
pub struct HookArgs {
    /// The agent, such as claude-code
    pub agent: String,
    /// Judge in this very process, with nobody to answer if a signal ends it
    #[arg(long, hide = true)]
    pub unguarded: bool,
}

/// `init`
#[derive(Debug, Args)]
pub struct InitArgs {
    /// Take out what init put in, and nothing else
    #[arg(long)]
    pub remove: bool,
    /// Write without asking
    #[arg(long, short = 'y')]
    pub yes: bool,
    /// Show what would be written, and write nothing
    #[arg(long, conflicts_with = "yes")]
    pub dry_run: bool,
}

/// `doctor`
#[derive(Debug, Args)]
pub struct DoctorArgs {
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// `log`
#[derive(Debug, Args)]
pub struct LogArgs {
    /// Folder of the record, instead of the configured one
    #[arg(long, value_name = "DIR", global = true)]
    pub dir: Option<PathBuf>,
    /// What to do with it.
    #[command(subcommand)]
    pub command: LogCommand,
}

/// `log ...`
#[derive(Debug, Subcommand)]
pub enum LogCommand {
    /// The latest records, or one with everything that belongs to it
    Show {
        /// Decision id
        id: Option<String>,
        /// How many records
        #[arg(long, short = 'n', default_value_t = 20)]
        last: u64,
        /// Print JSON lines
        #[arg(long)]
        json: bool,
    },
    /// Check every record, hash, payload and checkpoint; say which is wrong
    Verify {
        /// Verify an export in this folder instead of the live record
        #[arg(long, value_name = "DIR")]
        export: Option<PathBuf>,
    },
    /// Write the inclusion proof of a decision, with a signed checkpoint
    Prove {
        /// Decision id
        id: String,
        /// File to write instead of standard output
        #[arg(long, short = 'o', value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Write the record as plain files that others can verify without Portcullis
    Export {
        /// Folder to write; must not exist or be empty
        to: PathBuf,
        /// Add the payloads (prompts, code, commands): they may hold personal data
        #[arg(long)]
        payloads: bool,
    },
}

/// `explain`
#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// Rule id or secure pattern id
    pub id: String,
}

/// `rules`
#[derive(Debug, Args)]
pub struct RulesArgs {
    /// What to do with rules.
    #[command(subcommand)]
    pub command: RulesCommand,
}

/// `rules ...`
#[derive(Debug, Subcommand)]
pub enum RulesCommand {
    /// Load rule files and explain every mistake with its line
    Check {
        /// Rule files and folders
        #[arg(required = true)]
        paths: Vec<PathBuf>,
    },
    /// List the built-in rules
    List,
    /// Run annotated samples beside their rules (`ruleid:`, `ok:`, `todoruleid:`, `todook:`)
    Test {
        /// Folders with rules and samples
        #[arg(required = true)]
        paths: Vec<PathBuf>,
    },
    /// Show how a pattern, or a file of code, is understood: its tree, and what it is taken for
    Dump {
        /// The pattern; without one, code is read from standard input
        #[arg(long, value_name = "PATTERN")]
        pattern: Option<String>,
        /// The language, as rules name it: `python`, `hcl`
        #[arg(long, value_name = "LANGUAGE")]
        lang: String,
    },
}

/// `config`
#[derive(Debug, Args)]
pub struct ConfigArgs {
    /// What to do with the configuration.
    #[command(subcommand)]
    pub command: ConfigCommand,
}

/// `config ...`
#[derive(Debug, Subcommand)]
pub enum ConfigCommand {
    /// Each value and where it came from
    Show,
}

/// `conformance`
#[derive(Debug, Args)]
pub struct ConformanceArgs {
    /// Show each sample that failed
    #[arg(long)]
    pub misses: bool,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}
