//! Runs a rule file over a file and prints the matches as minimal SARIF.
//!
//! `cargo run -p portcullis-rules --example rulescan -- RULES TARGET [LIST=FILE...]`: the shortest
//! program that uses this crate as a library. `python/web-input=models/python/web-input.yaml` gives
//! the list that rules pull in by `use: python/web-input`. What is wrong with rules goes to the
//! error output.

use std::{env, error::Error, fs, io::Write as _};

use portcullis_model::LineIndex;
use portcullis_rules::{File, Library, Match, RuleSet, load, scan};
use portcullis_syntax::{Language, parse};

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args().skip(1);
    let (Some(rules), Some(target)) = (args.next(), args.next()) else {
        return Err("usage: rulescan RULES TARGET [LIST=FILE...]".into());
    };
    let mut library = Library::default();
    for (name, path) in
        args.filter_map(|arg| arg.split_once('=').map(|(n, p)| (n.to_owned(), p.to_owned())))
    {
        library.add(&name, &fs::read_to_string(path)?)?;
    }
    let loaded = load(&fs::read_to_string(rules)?, &library);
    for error in &loaded.errors {
        writeln!(std::io::stderr(), "{error}")?;
    }
    let languages: Vec<String> = loaded
        .rules
        .iter()
        .filter_map(|rule| rule.meta())
        .flat_map(|meta| meta.languages.clone())
        .collect();
    let set = RuleSet::new(loaded.rules);
    let text = String::from_utf8_lossy(&fs::read(&target)?).into_owned();
    let language = Language::of_file(&target, &text)
        .or_else(|| languages.iter().find_map(|name| Language::by_name(name)));
    let parsed = language.map(|language| parse(language, &text));
    let file = File { path: &target, language, text: &text, parsed: parsed.as_ref() };
    let report = scan(&set, &file);
    for limit in &report.limits {
        writeln!(std::io::stderr(), "{limit:?}")?;
    }
    let lines = LineIndex::new(&text);
    let results: Vec<String> = report.matches.iter().map(|m| result(m, &lines)).collect();
    let sarif = format!("{{\"runs\": [{{\"results\": [{}]}}]}}", results.join(", "));
    writeln!(std::io::stdout(), "{sarif}")?;
    Ok(())
}

fn result(found: &Match<'_>, lines: &LineIndex) -> String {
    let (first, last) = (lines.line(found.span.start), lines.line(found.span.end));
    format!(
        "{{\"ruleId\": {:?}, \"message\": {{\"text\": {:?}}}, \"locations\": \
         [{{\"physicalLocation\": \
         {{\"region\": {{\"startLine\": {first}, \"endLine\": {last}}}}}}}]}}",
        found.rule.id,
        found.message.escape_debug().to_string().replace('\\', "/"),
    )
}
