//! Prints the tree of a file, or of a pattern, and how much of it could not be read.
//!
//! `cargo run -p portcullis-syntax --example dump -- python app.py`, or `-- python --pattern
//! 'f($X)'`.

use std::{env, fs, process::ExitCode};

use portcullis_syntax::{Language, parse, pattern::parse_pattern};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let shown = match words.as_slice() {
        [language, "--pattern", text] => pattern(language, text),
        [language, path] => file(language, path),
        _ => Err("usage: dump LANGUAGE FILE | dump LANGUAGE --pattern TEXT".to_owned()),
    };
    match shown {
        Ok(text) => {
            #[expect(clippy::print_stdout, reason = "this is what the example is for")]
            {
                print!("{text}");
            }
            ExitCode::SUCCESS
        }
        Err(message) => {
            #[expect(clippy::print_stderr, reason = "this is what the example is for")]
            {
                eprintln!("{message}");
            }
            ExitCode::FAILURE
        }
    }
}

fn language(name: &str) -> Result<&'static Language, String> {
    Language::by_name(name).ok_or_else(|| format!("no language is called `{name}`"))
}

fn pattern(name: &str, text: &str) -> Result<String, String> {
    let pattern = parse_pattern(language(name)?, text).map_err(|error| error.to_string())?;
    Ok(format!("{}{:?}\n", pattern.tree.dump(), pattern.form))
}

fn file(name: &str, path: &str) -> Result<String, String> {
    let bytes = fs::read(path).map_err(|error| format!("cannot read `{path}`: {error}"))?;
    let text = String::from_utf8_lossy(&bytes);
    let parsed = parse(language(name)?, &text);
    let unread: Vec<_> = parsed.unread.iter().map(|span| span.text(&text)).collect();
    Ok(format!(
        "{}unread: {} per mille {unread:?}\nfragment: {}, limit hit: {:?}\n",
        parsed.tree.dump(),
        parsed.unread_permille(),
        parsed.fragment,
        parsed.limit_hit,
    ))
}
