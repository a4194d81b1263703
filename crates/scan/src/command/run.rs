//! The walk over a command line in the order in which it would run: scopes, pipelines, compound
//! commands and redirections. What single programs do is told in [`super::invoke`].

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
};

use portcullis_model::{CommandClass, Finding, LineIndex, SimpleCommand, Span};
use portcullis_syntax::shell::{
    self, Command, CommandKind, Form, Joint, Known, RedirectKind, Redirection, Script, Word,
};

use super::{CommandPlan, path, rule, stream::Stream};

/// How deep scripts may hold scripts in their strings, and functions call functions.
const DEPTH_MAX: u32 = 12;
/// How many simple commands are followed, loops unrolled.
const STEPS_MAX: u32 = 2_000;
/// How many rounds of a loop over known words are followed one by one.
const ROUNDS_MAX: usize = 64;
/// How many bytes of output are followed in all.
const OUTPUT_MAX: usize = 128 << 20;

/// Variables, working directory and functions: what a subshell has a copy of.
#[derive(Clone, Debug, Default)]
pub(super) struct Scope {
    pub(super) variables: HashMap<Arc<str>, Arc<Known>>,
    pub(super) arguments: Option<Vec<Known>>,
    pub(super) cwd: Option<String>,
    functions: HashMap<String, Arc<[Script]>>,
}

/// A simple command with the place that it has.
#[derive(Debug)]
struct Listed {
    span: Span,
    command: SimpleCommand,
}

/// Where the output of a command goes.
#[derive(Debug)]
enum Target {
    Pipe,
    Nowhere,
    File { path: String, append: bool, span: Span },
}

/// One walk.
#[derive(Debug)]
pub(super) struct Run<'a> {
    pub(super) contents: &'a HashMap<String, Option<String>>,
    /// Files as they would be at this point.
    pub(super) files: BTreeMap<String, Stream>,
    /// Links by path, with what they point to.
    pub(super) links: BTreeMap<String, String>,
    pub(super) missing: BTreeSet<String>,
    pub(super) plan: CommandPlan,
    pub(super) scope: Scope,
    /// Set while a script in a string is walked: the place of the string.
    pub(super) outer: Option<Span>,
    /// Set while commands run on another machine or in a container.
    pub(super) elsewhere: bool,
    /// Whether what the command prints goes somewhere else than to the screen.
    pub(super) wanted: bool,
    /// Place of the simple command that runs.
    pub(super) here: Span,
    pub(super) read: BTreeMap<String, Stream>,
    listed: Vec<Listed>,
    uncalled: BTreeMap<String, Arc<[Script]>>,
    depth: u32,
    steps: u32,
    output: usize,
}

impl<'a> Run<'a> {
    pub(super) fn new(cwd: &str, contents: &'a HashMap<String, Option<String>>) -> Self {
        let scope = Scope { cwd: Some(path::fold(cwd)), ..Scope::default() };
        Self {
            contents,
            files: BTreeMap::new(),
            links: BTreeMap::new(),
            missing: BTreeSet::new(),
            plan: CommandPlan::default(),
            scope,
            outer: None,
            elsewhere: false,
            wanted: false,
            here: Span::default(),
            read: BTreeMap::new(),
            listed: Vec::new(),
            uncalled: BTreeMap::new(),
            depth: 0,
            steps: 0,
            output: 0,
        }
    }

    /// Walks the whole command line and gives what was found.
    pub(super) fn whole(mut self, text: &str) -> CommandPlan {
        let script = shell::parse(text);
        self.script(&script, &Stream::empty());
        // What a trap or another program may call is looked at too.
        while let Some((_, parts)) = self.uncalled.pop_first() {
            self.scope.arguments = None;
            self.parts(&parts, &Stream::empty());
        }
        self.finish(text)
    }

    fn finish(mut self, text: &str) -> CommandPlan {
        self.listed.sort_by_key(|listed| listed.span.start);
        self.listed.dedup_by(|a, b| a.span == b.span && a.command == b.command);
        let facts = &mut self.plan.facts;
        facts.commands = self.listed.into_iter().map(|listed| listed.command).collect();
        facts.parsed = facts.unparsed.is_none();
        let index = LineIndex::new(text);
        for finding in &mut facts.findings {
            finding.line = index.line(finding.span.start);
            finding.end_line = index.line(finding.span.end.max(finding.span.start + 1) - 1);
        }
        facts.findings.sort_by(|a, b| a.span.cmp(&b.span).then_with(|| a.rule.cmp(&b.rule)));
        facts.findings.dedup_by(|a, b| a.rule == b.rule && a.span == b.span);
        crate::baseline::fingerprint(text, &mut facts.findings);
        let mut seen = BTreeSet::new();
        facts.writes.retain(|path| seen.insert(path.clone()));
        self.plan.missing = self.missing.into_iter().collect();
        self.plan
    }

    /// Says why not all can be told beforehand; the first reason is kept.
    pub(super) fn unparsed(&mut self, reason: impl Into<String>) {
        self.plan.facts.unparsed.get_or_insert_with(|| reason.into());
    }

    /// The place of `span` in the command line itself.
    pub(super) fn place(&self, span: Span) -> Span {
        self.outer.unwrap_or(span)
    }

    pub(super) fn find(&mut self, id: &str, span: Span, detail: &str) {
        let finding: Option<Finding> = rule::finding(id, self.place(span), detail);
        self.plan.facts.findings.extend(finding);
    }

    pub(super) fn list(&mut self, exe: &str, argc: usize, classes: Vec<CommandClass>) {
        let argc = u32::try_from(argc).unwrap_or(u32::MAX);
        self.plan.facts.network |= classes.contains(&CommandClass::Network);
        let command = SimpleCommand { exe: exe.to_owned(), argc, classes };
        self.listed.push(Listed { span: self.place(self.here), command });
    }

    /// Adds a class to the command that was listed last.
    pub(super) fn also(&mut self, class: CommandClass) {
        self.plan.facts.network |= class == CommandClass::Network;
        if let Some(Listed { command, .. }) = self.listed.last_mut()
            && !command.classes.contains(&class)
        {
            command.classes.retain(|&c| c != CommandClass::Unknown);
            command.classes.push(class);
        }
    }

    /// Walks with a copy of the scope, as a subshell does.
    pub(super) fn apart<T>(&mut self, walk: impl FnOnce(&mut Self) -> T) -> T {
        let scope = self.scope.clone();
        let result = walk(self);
        self.scope = scope;
        result
    }

    /// Walks something that nests, as long as the depth allows.
    fn deeper(&mut self, walk: impl FnOnce(&mut Self) -> Stream) -> Stream {
        if self.depth >= DEPTH_MAX {
            self.unparsed("commands nest too deeply to be followed");
            return Stream::unknown();
        }
        self.depth += 1;
        let result = walk(self);
        self.depth -= 1;
        result
    }

    /// Walks a script that stands in a string at `span`.
    pub(super) fn text(&mut self, text: &str, span: Span, stdin: &Stream) -> Stream {
        let script = shell::parse(text);
        let outer = self.outer;
        let here = self.here;
        self.outer = Some(self.place(span));
        let result = self.deeper(|run| run.script(&script, stdin));
        (self.outer, self.here) = (outer, here);
        result
    }

    /// Walks statements and gives what they print.
    pub(super) fn script(&mut self, script: &Script, stdin: &Stream) -> Stream {
        if let Some(unread) = &script.unread {
            self.unparsed(format!("the shell command cannot be read: {}", unread.reason));
        }
        let mut printed = Vec::new();
        for statement in &script.statements {
            let before = (statement.joint != Joint::Sequence).then(|| self.scope.clone());
            let stream = if statement.background {
                self.apart(|run| run.pipeline(&statement.pipeline, stdin))
            } else {
                self.pipeline(&statement.pipeline, stdin)
            };
            if let Some(before) = before {
                self.blur(&before, statement.joint == Joint::Or);
            }
            let either = statement.joint == Joint::Or && !stream.is_empty();
            printed.push(if either { Stream::unknown().marked(stream.marks) } else { stream });
        }
        self.joined(&printed)
    }

    /// Counts bytes that are carried on; says whether it is too much.
    pub(super) fn carries(&mut self, bytes: usize) -> bool {
        self.output = self.output.saturating_add(bytes);
        if self.output > OUTPUT_MAX {
            self.unparsed("the commands print too much to be followed");
        }
        self.output > OUTPUT_MAX
    }

    fn joined(&mut self, streams: &[Stream]) -> Stream {
        let length = |s: &Stream| s.text.as_deref().map_or(0, str::len);
        if streams.len() > 1 && self.carries(streams.iter().map(length).sum()) {
            return Stream::unknown();
        }
        Stream::concat(streams)
    }

    /// After something that may or may not have run: a variable that had another value before is
    /// not known any more, nor is the working directory where it changed and `folder` says so.
    fn blur(&mut self, before: &Scope, folder: bool) {
        if folder && self.scope.cwd != before.cwd {
            self.scope.cwd = None;
        }
        for (name, old) in &before.variables {
            if let Some(new) = self.scope.variables.get_mut(name).filter(|new| *new != old) {
                *new = Arc::new(Known { text: None, marks: new.marks | old.marks });
            }
        }
    }

    fn pipeline(&mut self, commands: &[Command], stdin: &Stream) -> Stream {
        self.pipeline_harm(commands);
        match commands {
            [only] => self.command(only, stdin),
            [all @ .., last] => {
                let input = self.wanting(|run| {
                    all.iter().fold(stdin.clone(), |input, command| {
                        run.apart(|run| run.command(command, &input))
                    })
                });
                self.apart(|run| run.command(last, &input))
            }
            [] => Stream::empty(),
        }
    }

    /// Walks something whose output matters.
    pub(super) fn wanting<T>(&mut self, walk: impl FnOnce(&mut Self) -> T) -> T {
        let outer = std::mem::replace(&mut self.wanted, true);
        let result = walk(self);
        self.wanted = outer;
        result
    }

    fn command(&mut self, command: &Command, stdin: &Stream) -> Stream {
        self.steps += 1;
        if self.steps > STEPS_MAX {
            self.unparsed("there are too many commands to be followed");
            return Stream::unknown();
        }
        self.here = command.span;
        let mut input = stdin.clone();
        let mut target = Target::Pipe;
        let wanted = self.wanted;
        self.wanted |= uses_input(command);
        for redirection in &command.redirections {
            self.redirect(redirection, &mut input, &mut target);
        }
        self.wanted = wanted;
        if redirects_shell(command) {
            self.unparsed("`exec` sends everything that is printed later on somewhere else");
        }
        let output = match &target {
            Target::File { .. } => self.wanting(|run| run.body(command, input)),
            _ => self.body(command, input),
        };
        self.here = command.span;
        self.arrive(target, output)
    }

    fn body(&mut self, command: &Command, input: Stream) -> Stream {
        match &command.kind {
            CommandKind::Simple { assignments, words } => {
                self.simple(assignments, words, &command.redirections, input)
            }
            CommandKind::Compound { form, name, words, parts } => {
                self.deeper(|run| run.compound(*form, name.as_deref(), words, parts, &input))
            }
        }
    }

    /// Brings the output of a command to where it goes, and gives what is left for a pipe.
    fn arrive(&mut self, target: Target, output: Stream) -> Stream {
        match target {
            Target::Pipe => output,
            Target::Nowhere => Stream::empty(),
            Target::File { path, append, span } => {
                let how = if append { ">>" } else { ">" };
                self.deliver(&path, &output, append, how, span);
                Stream::empty()
            }
        }
    }

    fn redirect(&mut self, redirection: &Redirection, input: &mut Stream, target: &mut Target) {
        match redirection.kind {
            RedirectKind::Document => *input = self.document(redirection),
            RedirectKind::Text => {
                let mut value = redirection.target.value(self);
                value.text.push('\n');
                *input = Stream::of(&value);
            }
            RedirectKind::Read => *input = self.redirected_input(&redirection.target),
            RedirectKind::Duplicate => {
                let stdout = redirection.descriptor.is_none_or(|d| d == 1);
                let other = redirection.target.literal().is_some_and(|fd| fd != "1");
                if stdout && other && redirection.target.literal().as_deref() != Some("0") {
                    *target = Target::Nowhere;
                }
            }
            _ => self.redirected_output(redirection, target),
        }
    }

    fn document(&mut self, redirection: &Redirection) -> Stream {
        match redirection.document() {
            Some(document) => {
                let body = document.body.value(self);
                if self.carries(body.text.len()) { Stream::unknown() } else { Stream::of(&body) }
            }
            None => Stream::unknown(),
        }
    }

    fn redirected_input(&mut self, word: &Word) -> Stream {
        let file = word.value(self);
        match self.resolve(&file.text) {
            Some(path) if file.known && path::is_socket(&path) => {
                self.plan.facts.network = true;
                Stream::unknown().marked(super::stream::NETWORK)
            }
            Some(path) if file.known => self.content(&path),
            _ => Stream::unknown().marked(file.marks),
        }
    }

    fn redirected_output(&mut self, redirection: &Redirection, target: &mut Target) {
        let file = redirection.target.value(self);
        if !file.known || file.glob {
            self.unparsed(format!("the file behind `>` is not known beforehand: `{}`", file.text));
            *target = Target::Nowhere;
            return;
        }
        let span = redirection.span;
        let append = matches!(redirection.kind, RedirectKind::Append | RedirectKind::AppendAll);
        let path = match self.resolve(&file.text) {
            Some(path) => path,
            None => {
                self.unparsed("the working directory is not known, and so is not what is written");
                file.text
            }
        };
        if path::is_socket(&path) {
            self.plan.facts.network = true;
            *target = Target::Nowhere;
        } else if redirection.descriptor.is_some_and(|d| d != 1) {
            self.deliver(&path, &Stream::unknown(), append, "2>", span);
        } else if path::is_stream(&path) {
            let pipe = path == "/dev/stdout";
            *target = if pipe { Target::Pipe } else { Target::Nowhere };
        } else {
            *target = Target::File { path, append, span };
        }
    }

    fn compound(
        &mut self,
        form: Form,
        name: Option<&str>,
        words: &[Word],
        parts: &Arc<[Script]>,
        stdin: &Stream,
    ) -> Stream {
        match form {
            Form::Group => self.parts(parts, stdin),
            Form::Subshell => self.apart(|run| run.parts(parts, stdin)),
            Form::For => self.each(name.unwrap_or_default(), words, parts, stdin),
            Form::Function => {
                let name = name.unwrap_or_default().to_owned();
                self.uncalled.insert(name.clone(), Arc::clone(parts));
                self.scope.functions.insert(name, Arc::clone(parts));
                Stream::empty()
            }
            Form::If | Form::Case | Form::While | Form::Count => {
                for word in words {
                    word.value(self);
                }
                let repeated = matches!(form, Form::While | Form::Count);
                self.perhaps(parts, stdin, repeated)
            }
            Form::Test | Form::Arithmetic => {
                for word in words {
                    word.value(self);
                }
                Stream::empty()
            }
        }
    }

    fn parts(&mut self, parts: &[Script], stdin: &Stream) -> Stream {
        let printed: Vec<Stream> = parts.iter().map(|part| self.script(part, stdin)).collect();
        self.joined(&printed)
    }

    /// Parts of which some run, perhaps several times: what they print is not known.
    fn perhaps(&mut self, parts: &[Script], stdin: &Stream, repeated: bool) -> Stream {
        if repeated {
            self.forget(parts);
        }
        let mut marks = 0;
        let mut silent = true;
        for part in parts {
            let before = self.scope.clone();
            let stream = self.script(part, stdin);
            self.blur(&before, true);
            marks |= stream.marks;
            silent &= stream.is_empty();
        }
        if silent { Stream::empty() } else { Stream::unknown().marked(marks) }
    }

    /// `for`: over words that are known round by round, else once with an unknown value.
    fn each(&mut self, name: &str, words: &[Word], parts: &[Script], stdin: &Stream) -> Stream {
        let fields: Vec<_> = words.iter().flat_map(|word| word.fields(self)).collect();
        let known = fields.len() <= ROUNDS_MAX && fields.iter().all(|f| f.known && !f.glob);
        self.forget(parts);
        if !known {
            let marks = fields.iter().fold(0, |marks, field| marks | field.marks);
            self.assign(name, Known { text: None, marks });
            return self.perhaps(parts, stdin, false);
        }
        let mut printed = Vec::new();
        for field in fields {
            self.assign(name, Known { text: Some(field.text), marks: field.marks });
            printed.push(self.parts(parts, stdin));
        }
        self.joined(&printed)
    }

    /// Variables that a loop changes are not known inside it.
    fn forget(&mut self, parts: &[Script]) {
        let mut names = BTreeSet::new();
        parts.iter().for_each(|part| assigned(part, &mut names));
        for name in names {
            if let Some(value) = self.scope.variables.get_mut(name.as_str()) {
                *value = Arc::new(Known { text: None, marks: value.marks });
            }
        }
    }

    /// Calls a function of the command line; `None` where there is none of that name.
    pub(super) fn call(
        &mut self,
        name: &str,
        arguments: Vec<Known>,
        stdin: &Stream,
    ) -> Option<Stream> {
        let parts = self.scope.functions.get(name).cloned()?;
        self.uncalled.remove(name);
        let outer = self.scope.arguments.replace(arguments);
        let here = self.here;
        let result = self.deeper(|run| run.parts(&parts, stdin));
        self.here = here;
        self.scope.arguments = outer;
        Some(result)
    }

    pub(super) fn is_function(&self, name: &str) -> bool {
        self.scope.functions.contains_key(name)
    }
}

/// Programs that run their input, or change files by it.
const USING_INPUT: &[&str] = &[
    "patch", "gpatch", "git", "tee", "xargs", "dd", "sponge", "python", "python3", "node", "perl",
    "ruby", "php", "psql", "mysql", "sqlite3", "at", "crontab", "eval", "sudo", "env",
];

/// Whether it matters what a command reads: it runs it, or it writes a file.
fn uses_input(command: &Command) -> bool {
    let writes = command.redirections.iter().any(|redirection| {
        matches!(
            redirection.kind,
            RedirectKind::Write | RedirectKind::Append | RedirectKind::WriteAll
        )
    });
    let CommandKind::Simple { words, .. } = &command.kind else { return writes };
    let name = words.first().and_then(Word::literal).unwrap_or_default();
    let name = path::name(&name);
    writes || super::harm::is_shell(name) || USING_INPUT.contains(&name)
}

/// `exec > file`: a redirection for all commands that follow.
fn redirects_shell(command: &Command) -> bool {
    let CommandKind::Simple { words, .. } = &command.kind else { return false };
    let alone =
        words.len() == 1 && words.first().and_then(Word::literal).as_deref() == Some("exec");
    alone && !command.redirections.is_empty()
}

/// Builtins that set the variables that their arguments name.
const ASSIGNING: &[&str] = &[
    "read",
    "export",
    "declare",
    "local",
    "readonly",
    "typeset",
    "let",
    "mapfile",
    "readarray",
    "getopts",
    "printf",
    "unset",
];

/// Names that a script assigns, in loops and substitutions too.
fn assigned(script: &Script, names: &mut BTreeSet<String>) {
    for command in script.statements.iter().flat_map(|statement| &statement.pipeline) {
        match &command.kind {
            CommandKind::Simple { assignments, words } => {
                names.extend(assignments.iter().map(|a| a.name.clone()));
                let first = words.first().and_then(Word::literal).unwrap_or_default();
                let arguments = words.iter().skip(1).filter_map(Word::literal);
                if ASSIGNING.contains(&first.as_str()) {
                    names.extend(
                        arguments
                            .filter_map(|word| word.split(['=', '+']).next().map(str::to_owned)),
                    );
                }
            }
            CommandKind::Compound { name, parts, .. } => {
                names.extend(name.clone());
                parts.iter().for_each(|part| assigned(part, names));
            }
        }
    }
}
