//! `portcullis rules`: check rule files, list the built-in rules, run annotated samples, show how
//! patterns are read.

use std::{path::PathBuf, process::ExitCode, sync::Arc};

use anyhow::{Context, Result};
use portcullis_model::Confidence;
use portcullis_scan::{Scanner, Suppressions};
use portcullis_syntax::{
    Language,
    pattern::{Form, parse_pattern},
};

use crate::{cli::RulesCommand, embedded, say, setup};

pub mod samples;

/// Exit code for rules that do not hold.
const WRONG: u8 = 2;

/// Does what was asked.
///
/// # Errors
/// Paths that do not exist or cannot be read.
pub fn run(command: &RulesCommand) -> Result<ExitCode> {
    match command {
        RulesCommand::Check { paths } => check(paths),
        RulesCommand::List => list(),
        RulesCommand::Test { paths } => test(paths),
        RulesCommand::Dump { pattern, lang } => dump(lang, pattern.as_deref()),
    }
}

fn check(paths: &[PathBuf]) -> Result<ExitCode> {
    let (rules, problems) = setup::rules_of(paths)?;
    for problem in &problems {
        say(&format!("{}: {}", problem.what, problem.why));
    }
    say(&format!("{} rules hold, {} do not", rules.len(), problems.len()));
    Ok(if problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(WRONG) })
}

fn dump(lang: &str, pattern: Option<&str>) -> Result<ExitCode> {
    let language = Language::by_name(lang).with_context(|| {
        let known: Vec<&str> = Language::all().iter().map(|language| language.id).collect();
        format!("no language is called `{lang}`; there are {}", known.join(", "))
    })?;
    let Some(pattern) = pattern else {
        let code = std::io::read_to_string(std::io::stdin().lock()).context("cannot read code")?;
        let parsed = portcullis_syntax::parse(language, &code);
        let unread = parsed.unread_permille();
        say(&format!("{}not understood: {unread} of 1000 bytes", parsed.tree.dump()));
        return Ok(ExitCode::SUCCESS);
    };
    match parse_pattern(language, pattern) {
        Ok(read) => {
            let form = match read.form {
                Form::Expr(_) => "an expression",
                Form::Stmt(_) => "a statement",
                Form::Stmts(_) => "statements in a row",
                Form::Part(_) => "a part of a statement or definition",
            };
            say(&format!("{}this is {form}", read.tree.dump()));
            Ok(ExitCode::SUCCESS)
        }
        Err(error) => {
            say(&error.to_string());
            Ok(ExitCode::from(WRONG))
        }
    }
}

fn list() -> Result<ExitCode> {
    let rules = embedded::rules()?;
    let mut rows: Vec<String> = rules
        .metas()?
        .iter()
        .map(|meta| {
            let cwe = meta.cwe.first().map_or_else(String::new, |cwe| format!("CWE-{cwe}"));
            format!(
                "{:<48} {:<8} {:<6} {cwe}",
                meta.id,
                meta.severity.name(),
                meta.confidence.map_or("", Confidence::name)
            )
        })
        .collect();
    rows.sort();
    say(&rows.join("\n"));
    Ok(ExitCode::SUCCESS)
}

fn test(paths: &[PathBuf]) -> Result<ExitCode> {
    let (mut right, mut wrong) = (0u32, 0u32);
    for file in setup::rule_files(paths)? {
        let targets = samples::beside(&file)?;
        if targets.is_empty() {
            continue;
        }
        let (rules, problems) = setup::rules_of(std::slice::from_ref(&file))?;
        problems.iter().for_each(|p| say(&format!("{}: {}", p.what, p.why)));
        wrong += u32::try_from(problems.len()).unwrap_or(u32::MAX);
        let scanner = Scanner::only(vec![Arc::new(rules)], Suppressions::Ignore);
        for target in targets {
            let text = std::fs::read_to_string(&target)
                .with_context(|| format!("cannot read sample {}", target.display()))?;
            let report = scanner.scan(&target.to_string_lossy(), &text);
            let differences = samples::differences(&text, &report.findings);
            let count = if differences.is_empty() { &mut right } else { &mut wrong };
            *count += 1;
            differences.iter().for_each(|d| say(&format!("{}:{d}", target.display())));
        }
    }
    say(&format!("{right} samples right, {wrong} wrong"));
    Ok(if wrong == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
