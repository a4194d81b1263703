//! `perl -pi -e`: substitutions in place, emulated where the program is nothing else.

use regex::Regex;

use super::{
    invoke::Call,
    regex_dialect::{Dialect, compile},
    run::Run,
};

/// No line, and no text that is taken as one, may grow by more bytes.
const LENGTH_MAX: usize = 8 << 20;
/// Bytes times substitutions; more work than this is not done.
const WORK_MAX: usize = 64 << 20;
/// More substitutions than this are not followed.
const STEPS_MAX: usize = 64;

/// A substitution: pattern, replacement in the notation of the `regex` crate, whether all.
struct Substitution {
    pattern: Regex,
    replacement: String,
    all: bool,
    /// Whether the pattern looks for the end of the line, which stands before the line break.
    at_end: bool,
}

/// `perl -i -p -e '...' files`.
pub(super) fn in_place(run: &mut Run<'_>, call: &Call) {
    let group = |letter: char| call.texts().iter().any(|text| switches(text).contains(letter));
    let scripts = call.values(&["-e", "-pe", "-ne", "-pie", "-i -pe", "-0pe", "-0777pe", "-pi -e"]);
    let slurp = call.texts().iter().any(|text| text.starts_with("-0777") || text.contains("0777"));
    let program =
        scripts.iter().map(|s| s.known.then_some(s.text.as_str())).collect::<Option<Vec<_>>>();
    let steps =
        program.filter(|_| group('p')).and_then(|program| substitutions(&program.join(";")));
    let steps = steps.filter(|steps| !(slurp && steps.iter().any(|step| step.at_end)));
    let files: Vec<_> = call
        .operands(&["-e", "-pe", "-ne", "-pie", "-0pe", "-0777pe"])
        .into_iter()
        .cloned()
        .collect();
    if files.is_empty() {
        run.unparsed("which files `perl -i` changes is not known beforehand");
    }
    for field in files {
        let Some(path) = run.target(&field) else { continue };
        let before = match run.files.get(&path) {
            Some(stream) => stream.clone(),
            None => run.disk(&path),
        };
        let small =
            |text: &str, steps: &[Substitution]| text.len().saturating_mul(steps.len()) <= WORK_MAX;
        let steps = steps.as_deref();
        let after = before.map(|text| {
            let steps = steps.filter(|steps| small(text, steps))?;
            apply(text, steps, slurp)
        });
        if after.text.is_none() {
            run.changed_somehow(&path, "`perl -i`");
        } else {
            run.deliver(&path, &after, false, "perl -i", call.span);
        }
    }
}

/// The letters of a group of switches in front of a suffix or an argument of their own.
fn switches(text: &str) -> &str {
    let group = text.strip_prefix('-').filter(|group| !group.starts_with('-')).unwrap_or("");
    group.split('.').next().unwrap_or("")
}

fn apply(text: &str, steps: &[Substitution], slurp: bool) -> Option<String> {
    let change = |piece: &str| {
        steps.iter().try_fold(piece.to_owned(), |whole, step| {
            let line = whole.strip_suffix('\n').filter(|_| step.at_end && !slurp);
            let (piece, end) = line.map_or((whole.as_str(), ""), |line| (line, "\n"));
            let matches = step.pattern.find_iter(piece).count();
            let groups = step.replacement.matches("${").count();
            let grown = matches * step.replacement.len() + groups * piece.len();
            let count = usize::from(!step.all);
            let replace = || step.pattern.replacen(piece, count, step.replacement.as_str());
            (grown <= LENGTH_MAX).then(|| replace().into_owned() + end)
        })
    };
    if slurp { change(text) } else { text.split_inclusive('\n').map(change).collect() }
}

/// The substitutions of a program that is made of nothing else.
fn substitutions(program: &str) -> Option<Vec<Substitution>> {
    let mut steps = Vec::new();
    let mut rest = program.trim_start_matches([' ', '\n', ';', '\t']);
    while !rest.is_empty() {
        let (step, behind) = substitution(rest)?;
        steps.push(step);
        let behind = behind.trim_start_matches([' ', '\t']);
        if !behind.is_empty() && !behind.starts_with([';', '\n']) {
            return None;
        }
        rest = behind.trim_start_matches([' ', '\n', ';', '\t']);
    }
    (steps.len() <= STEPS_MAX).then_some(steps)
}

fn substitution(text: &str) -> Option<(Substitution, &str)> {
    let rest = text.strip_prefix('s')?;
    let open = rest.chars().next().filter(|c| !c.is_alphanumeric() && !c.is_whitespace())?;
    let close = match open {
        '{' => '}',
        '(' => ')',
        '[' => ']',
        '<' => '>',
        c => c,
    };
    let (pattern, rest) = delimited(rest.get(open.len_utf8()..)?, open, close)?;
    let rest = if open == close { rest } else { rest.trim_start().strip_prefix(open)? };
    let (replacement, rest) = delimited(rest, open, close)?;
    let length = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
    let (flags, rest) = rest.split_at_checked(length)?;
    let at_end = pattern.replace("\\$", "").contains('$') && !flags.contains('m');
    let breaks = ["\\s", "\\n", "[^", "\\W", "\\D", "\\R", "\\v", "\\h"];
    if at_end && breaks.iter().any(|sign| pattern.contains(sign)) {
        return None;
    }
    let pattern = flagged(&pattern, flags)?;
    let all = flags.contains('g');
    // Where nothing may match, Perl finds more places than the `regex` crate.
    if all && (at_end || pattern.is_match("")) {
        return None;
    }
    Some((Substitution { pattern, replacement: replaced(&replacement)?, all, at_end }, rest))
}

fn flagged(pattern: &str, flags: &str) -> Option<Regex> {
    if flags.chars().any(|c| !"gimsx".contains(c)) {
        return None;
    }
    let inner: String = flags.chars().filter(|c| "sx".contains(*c)).collect();
    let pattern =
        if inner.is_empty() { pattern.to_owned() } else { format!("(?{inner}){pattern}") };
    compile(&pattern, Dialect::Perl, flags.contains('i'), flags.contains('m'))
}

/// The text up to the closing sign, pairs counted, and what stands behind it.
fn delimited(text: &str, open: char, close: char) -> Option<(String, &str)> {
    let mut out = String::new();
    let mut depth = 0;
    let mut characters = text.char_indices();
    while let Some((at, c)) = characters.next() {
        match c {
            '\\' => {
                let (_, next) = characters.next()?;
                if next != close || open != close {
                    out.push('\\');
                }
                out.push(next);
            }
            c if c == close && depth == 0 => return Some((out, text.get(at + c.len_utf8()..)?)),
            c => {
                if open != close {
                    depth += i32::from(c == open) - i32::from(c == close);
                }
                out.push(c);
            }
        }
    }
    None
}

/// A replacement as the `regex` crate writes it; other variables than groups are not known.
fn replaced(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '\\' => match characters.next()? {
                'n' => out.push('\n'),
                't' => out.push('\t'),
                '$' => out.push_str("$$"),
                digit @ '1'..='9' => out.push_str(&format!("${{{digit}}}")),
                c if c.is_ascii_alphanumeric() => return None,
                c => out.push(c),
            },
            '$' => match characters.next() {
                Some('&') => out.push_str("${0}"),
                Some(digit @ '1'..='9') => out.push_str(&format!("${{{digit}}}")),
                Some('{') => {
                    let digit = characters.next().filter(char::is_ascii_digit)?;
                    characters.next_if(|c| *c == '}')?;
                    out.push_str(&format!("${{{digit}}}"));
                }
                _ => return None,
            },
            '@' if characters.peek().is_some_and(|c| c.is_alphabetic()) => return None,
            c => out.push(c),
        }
    }
    Some(out)
}
