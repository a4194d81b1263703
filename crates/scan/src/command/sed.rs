//! `sed`, emulated: the file that results where the script is one of the common kinds.

use std::collections::{HashMap, HashSet};

use portcullis_syntax::shell::Field;
use regex::Captures;

use super::{
    inline::known_text,
    invoke::Call,
    run::Run,
    sed_script::{self, Action, Address, Piece, Step, Which},
    stream::Stream,
};

/// Bytes times commands; more work than this is not done.
const WORK_MAX: usize = 64 << 20;
/// No line grows beyond this many bytes.
const LINE_MAX: usize = 1 << 20;
/// Nor does a result beyond this many.
const LENGTH_MAX: usize = 8 << 20;

/// `sed` with and without `-i`.
pub(super) fn stream(run: &mut Run<'_>, call: &Call) -> Stream {
    let Some(usage) = Usage::of(run, call) else {
        run.unparsed("the options of `sed` are not understood");
        return Stream::unknown();
    };
    let script = usage.script.as_deref().and_then(|text| sed_script::read(text, usage.extended));
    if !usage.in_place {
        if script.is_none() {
            run.unparsed("the `sed` script is not known, and may write files or start programs");
        }
        return run.filtered(call, &usage, script.as_deref());
    }
    for field in &usage.files {
        let Some(path) = run.target(field) else { continue };
        let before = match run.files.get(&path) {
            Some(stream) => stream.clone(),
            None => run.disk(&path),
        };
        let after = before.map(|text| edited(text, script.as_deref()?, usage.quiet));
        if after.text.is_none() {
            run.changed_somehow(&path, "`sed -i`");
        } else {
            run.deliver(&path, &after, false, "sed -i", call.span);
        }
    }
    if usage.files.is_empty() {
        run.unparsed("which files `sed -i` changes is not known beforehand");
    }
    Stream::empty()
}

/// The options of one call.
#[derive(Default)]
struct Usage {
    /// Scripts in order; one that is not known is none.
    scripts: Vec<Option<String>>,
    script: Option<String>,
    files: Vec<Field>,
    extended: bool,
    quiet: bool,
    in_place: bool,
}

impl Usage {
    /// `None` where an option is not known.
    fn of(run: &mut Run<'_>, call: &Call) -> Option<Self> {
        let mut usage = Self::default();
        let mut fields = call.arguments.iter().peekable();
        while let Some(field) = fields.next() {
            match field.text.as_str() {
                "-e" | "--expression" => usage.scripts.push(fields.next().and_then(known_text)),
                "-f" | "--file" => usage.scripts.push(run.script_file(fields.next()?)),
                "--" => usage.files.extend(fields.by_ref().cloned()),
                // BSD's `-i` takes its suffix as an argument of its own.
                "-i" => {
                    usage.in_place = true;
                    fields.next_if(|next| matches!(next.text.as_str(), "" | ".bak" | ".orig"));
                }
                text if text.starts_with("--") => usage.long_option(field)?,
                text if text.starts_with('-') && text.len() > 1 => {
                    if usage.short_options(text)? {
                        usage.scripts.push(fields.next().and_then(known_text));
                    }
                }
                _ => usage.files.push(field.clone()),
            }
        }
        if usage.scripts.is_empty() && !usage.files.is_empty() {
            usage.scripts.push(known_text(&usage.files.remove(0)));
        }
        let scripts: Option<Vec<String>> = std::mem::take(&mut usage.scripts).into_iter().collect();
        usage.script = scripts.map(|scripts| scripts.join("\n"));
        Some(usage)
    }

    fn long_option(&mut self, field: &Field) -> Option<()> {
        let (name, value) = field.text.split_once('=').unwrap_or((&field.text, ""));
        match name {
            "--in-place" => self.in_place = true,
            "--quiet" | "--silent" => self.quiet = true,
            "--regexp-extended" => self.extended = true,
            "--expression" => self.scripts.push(field.known.then(|| value.to_owned())),
            "--posix" | "--separate" | "--unbuffered" => {}
            _ => return None,
        }
        Some(())
    }

    /// A group of letters; says whether a script stands behind it.
    fn short_options(&mut self, text: &str) -> Option<bool> {
        let group = text.get(1..)?;
        let (letters, suffix) = group
            .split_once('i')
            .map_or((group, None), |(letters, suffix)| (letters, Some(suffix)));
        if letters.chars().any(|c| !"Ernsue".contains(c)) {
            return None;
        }
        self.in_place |= suffix.is_some();
        self.extended |= letters.contains(['E', 'r']);
        self.quiet |= letters.contains('n');
        Some(letters.ends_with('e') || suffix == Some("e"))
    }
}

impl Run<'_> {
    fn script_file(&mut self, file: &Field) -> Option<String> {
        let path = self.resolve(&file.text).filter(|_| file.known)?;
        self.wanting(|run| run.content(&path)).whole().map(str::to_owned)
    }

    fn filtered(&mut self, call: &Call, usage: &Usage, script: Option<&[Step]>) -> Stream {
        let mut inputs = Vec::new();
        for field in &usage.files {
            let path = self.resolve(&field.text).filter(|_| field.known && !field.glob);
            inputs.push(path.map_or_else(Stream::unknown, |path| self.content(&path)));
        }
        let input = if inputs.is_empty() { call.stdin.clone() } else { Stream::concat(&inputs) };
        input.map(|text| edited(text, script?, usage.quiet))
    }
}

/// One pass over a text.
struct Pass<'t> {
    lines: Vec<&'t str>,
    at: usize,
    out: String,
    /// What `a` puts behind the line.
    behind: String,
    quit: bool,
    /// Whether the output ends in a line without an end, which it gets when more follows.
    unended: bool,
    /// Ranges that are open, by the place of their command, with the line that they began on.
    open: HashMap<*const Step, usize>,
    /// Ranges that were open at some time.
    begun: HashSet<*const Step>,
}

/// The text after the script; `None` where it would be too much work.
pub(super) fn edited(text: &str, steps: &[Step], quiet: bool) -> Option<String> {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    if text.len().saturating_mul(count(steps).max(1)) > WORK_MAX {
        return None;
    }
    let mut pass = Pass {
        lines,
        at: 0,
        out: String::new(),
        behind: String::new(),
        quit: false,
        unended: false,
        open: HashMap::new(),
        begun: HashSet::new(),
    };
    while pass.at < pass.lines.len() && !pass.quit {
        pass.line(steps, quiet)?;
        pass.at += 1;
    }
    Some(pass.out)
}

fn count(steps: &[Step]) -> usize {
    let inner = |step: &Step| match &step.action {
        Action::Group(inner) => count(inner),
        _ => 0,
    };
    steps.iter().map(|step| 1 + inner(step)).sum()
}

impl Pass<'_> {
    fn line(&mut self, steps: &[Step], quiet: bool) -> Option<()> {
        let line = self.lines.get(self.at).copied().unwrap_or("");
        let end = if line.ends_with('\n') { "\n" } else { "" };
        let mut space = line.strip_suffix('\n').unwrap_or(line).to_owned();
        let kept = self.apply(steps, &mut space, end)?;
        if kept && !quiet {
            self.print(&space, if self.quit { "\n" } else { end });
        }
        let behind = std::mem::take(&mut self.behind);
        if !behind.is_empty() {
            self.print(&behind, "");
            self.unended = false;
        }
        (self.out.len() <= LENGTH_MAX).then_some(())
    }

    /// Applies commands to the line; says whether the line is kept.
    fn apply(&mut self, steps: &[Step], space: &mut String, end: &str) -> Option<bool> {
        for step in steps {
            if [&step.from, &step.to].iter().any(|a| matches!(a, Some(Address::Opaque))) {
                return None;
            }
            if self.selects(step, space)? == step.negated {
                continue;
            }
            if !self.act(step, space, end)? {
                return Some(false);
            }
            if self.quit {
                break;
            }
        }
        Some(true)
    }

    /// Applies one command; says whether the line is kept.
    fn act(&mut self, step: &Step, space: &mut String, end: &str) -> Option<bool> {
        match &step.action {
            Action::Opaque => return None,
            Action::Delete => return Some(false),
            Action::Print => self.print(space, end),
            Action::Quit => self.quit = true,
            Action::Append(text) => self.behind.push_str(text),
            Action::Insert(text) => self.print(text.trim_end_matches('\n'), "\n"),
            Action::Group(inner) => return self.apply(inner, space, end),
            Action::Substitute { pattern, replacement, which, print } => {
                let (text, changed) = substituted(space, pattern, replacement, *which)?;
                *space = text;
                if changed && *print {
                    self.print(space, end);
                }
            }
            Action::Map(pairs) => {
                let map = |c| pairs.iter().find(|(from, _)| *from == c).map_or(c, |(_, to)| *to);
                *space = space.chars().map(map).collect();
            }
            Action::Change(text) => {
                let key = std::ptr::from_ref(step);
                if step.to.is_none() || !self.open.contains_key(&key) {
                    self.print(text.trim_end_matches('\n'), "\n");
                }
                return Some(false);
            }
        }
        Some(true)
    }

    fn print(&mut self, space: &str, end: &str) {
        if self.unended {
            self.out.push('\n');
        }
        self.out.push_str(space);
        self.out.push_str(end);
        self.unended = end.is_empty();
    }

    fn is_at(&self, address: &Address, space: &str) -> bool {
        match address {
            Address::Line(number) => self.at + 1 == *number,
            Address::Last => self.at + 1 == self.lines.len(),
            Address::Match(pattern) => pattern.is_match(space),
            Address::Behind(_) | Address::Opaque => false,
        }
    }

    /// Whether a command works on the line; `None` where its range began on a line that it did not
    /// get to see.
    fn selects(&mut self, step: &Step, space: &str) -> Option<bool> {
        let Some(from) = &step.from else { return Some(true) };
        let Some(to) = &step.to else { return Some(self.is_at(from, space)) };
        let key = std::ptr::from_ref(step);
        let missed = matches!(from, Address::Line(number) if self.at + 1 > *number);
        if missed && !self.begun.contains(&key) {
            return None;
        }
        Some(self.in_range(step, from, to, space))
    }

    fn in_range(&mut self, step: &Step, from: &Address, to: &Address, space: &str) -> bool {
        let key = std::ptr::from_ref(step);
        if let Some(&start) = self.open.get(&key) {
            let ends = match to {
                Address::Line(number) => self.at + 1 >= *number,
                Address::Behind(count) => self.at >= start + count,
                _ => self.is_at(to, space),
            };
            if ends {
                self.open.remove(&key);
            }
            return match to {
                Address::Line(number) => self.at < *number,
                _ => true,
            };
        }
        if !self.is_at(from, space) {
            return false;
        }
        self.begun.insert(key);
        let one_line = match to {
            Address::Line(number) => *number <= self.at + 1,
            Address::Behind(count) => *count == 0,
            _ => false,
        };
        if !one_line {
            self.open.insert(key, self.at);
        }
        true
    }
}

/// The line with matches replaced, and whether there was one.
fn substituted(
    line: &str,
    pattern: &regex::Regex,
    replacement: &[Piece],
    which: Which,
) -> Option<(String, bool)> {
    let mut out = String::new();
    let mut copied = 0;
    let mut changed = false;
    for (number, captures) in pattern.captures_iter(line).enumerate() {
        let wanted = match which {
            Which::One(n) => number + 1 == n,
            Which::From(n) => number + 1 >= n,
        };
        if wanted {
            let whole = captures.get(0)?;
            out.push_str(line.get(copied..whole.start())?);
            fill(&captures, replacement, &mut out)?;
            copied = whole.end();
            changed = true;
        }
        if matches!(which, Which::One(n) if number + 1 == n) {
            break;
        }
    }
    out.push_str(line.get(copied..)?);
    Some((out, changed))
}

fn fill(captures: &Captures<'_>, replacement: &[Piece], out: &mut String) -> Option<()> {
    for piece in replacement {
        match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Group(group) => out.push_str(captures.get(*group).map_or("", |m| m.as_str())),
        }
        if out.len() > LINE_MAX {
            return None;
        }
    }
    Some(())
}
