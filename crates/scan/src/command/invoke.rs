//! One simple command: its name and arguments after expansion, wrappers taken off, brought to the
//! code that knows what the program does.

use portcullis_model::{CommandClass, Span};
use portcullis_syntax::shell::{Assignment, Field, Known, Redirection, Word};

use super::{
    class, emulate, files, inline, patch, path, remote,
    run::Run,
    stream::{SECRET, Stream},
    wrapper::{self, Adds, Peeled},
};

/// How many words of standard input `xargs` is followed with.
const INPUT_WORDS_MAX: usize = 256;

/// A program with its arguments.
#[derive(Debug)]
pub(super) struct Call {
    /// Name without its folder.
    pub(super) exe: String,
    pub(super) arguments: Vec<Field>,
    pub(super) stdin: Stream,
    /// Where the command stands.
    pub(super) span: Span,
}

impl Call {
    pub(super) fn texts(&self) -> Vec<&str> {
        self.arguments.iter().map(|field| field.text.as_str()).collect()
    }

    /// Whether an option is given: as a letter of a short group or as a long name.
    pub(super) fn flag(&self, letter: char, long: &str) -> bool {
        self.options().any(|text| match text.strip_prefix("--") {
            Some(name) => !long.is_empty() && name.split('=').next() == Some(long),
            None => text.contains(letter),
        })
    }

    /// Arguments in front of `--` that begin with a dash.
    fn options(&self) -> impl Iterator<Item = &str> {
        let texts = self.arguments.iter().map(|field| field.text.as_str());
        texts.take_while(|text| *text != "--").filter(|text| text.starts_with('-'))
    }

    pub(super) fn has(&self, argument: &str) -> bool {
        self.arguments.iter().any(|field| field.text == argument)
    }

    /// Values of an option, written as `-o value`, `-ovalue`, `--option value` or `--option=value`.
    pub(super) fn values(&self, names: &[&str]) -> Vec<Field> {
        let mut found = Vec::new();
        let mut arguments = self.arguments.iter();
        while let Some(field) = arguments.next() {
            for name in names {
                let Some(rest) = field.text.strip_prefix(name) else { continue };
                if rest.is_empty() {
                    found.extend(arguments.next().cloned());
                } else if let Some(value) = joined_value(name, rest) {
                    found.push(Field { text: value.to_owned(), ..field.clone() });
                } else {
                    continue;
                }
                break;
            }
        }
        found
    }

    /// Arguments that are no options; `valued` names the options that take the next argument.
    pub(super) fn operands(&self, valued: &[&str]) -> Vec<&Field> {
        let mut found = Vec::new();
        let mut arguments = self.arguments.iter();
        while let Some(field) = arguments.next() {
            match field.text.as_str() {
                "--" => {
                    found.extend(arguments);
                    return found;
                }
                text if valued.contains(&text) => {
                    arguments.next();
                }
                text if text.starts_with('-') && text.len() > 1 => {}
                _ => found.push(field),
            }
        }
        found
    }
}

/// The value in `-ovalue` and `--option=value`.
fn joined_value<'v>(name: &str, rest: &'v str) -> Option<&'v str> {
    if name.starts_with("--") { rest.strip_prefix('=') } else { Some(rest) }
}

type Handler = fn(&mut Run<'_>, &Call) -> Option<Stream>;

/// What is known of single programs; the first that knows the program answers.
const HANDLERS: &[Handler] = &[
    builtin,
    emulate::printing,
    emulate::filtering,
    files::changing,
    files::unpacking,
    patch::patching,
    inline::interpreting,
    remote::remote,
    searching,
];

impl Run<'_> {
    /// A simple command as it stands in the text.
    pub(super) fn simple(
        &mut self,
        assignments: &[Assignment],
        words: &[Word],
        redirections: &[Redirection],
        stdin: Stream,
    ) -> Stream {
        let span = self.here;
        let assigned: Vec<(String, Known)> =
            assignments.iter().map(|a| (a.name.clone(), self.assigned(a))).collect();
        let fields: Vec<Field> = words.iter().flat_map(|word| word.fields(self)).collect();
        self.here = span;
        let declares = fields.first().is_some_and(|name| is_declaring(&name.text));
        self.environment_harm(&assigned, declares || fields.is_empty());
        if fields.is_empty() || declares {
            for (name, value) in assigned {
                self.assign(&name, value);
            }
        }
        if fields.is_empty() {
            return Stream::empty();
        }
        if self.carries(fields.iter().map(|field| field.text.len()).sum()) {
            return Stream::unknown();
        }
        self.socket_harm(redirections, &fields);
        self.program(&fields, stdin)
    }

    /// A program with its arguments, wrappers and all.
    pub(super) fn program(&mut self, fields: &[Field], stdin: Stream) -> Stream {
        let Some((name, arguments)) = fields.split_first() else { return Stream::empty() };
        if !name.known || name.glob {
            return self.unknown_program(name, arguments);
        }
        let exe = path::name(&name.text).to_owned();
        if self.is_function(&exe) {
            return self.function(&exe, arguments, &stdin);
        }
        if let Some(peeled) = wrapper::peel(&exe, arguments) {
            return self.wrapped(&exe, arguments, peeled, stdin);
        }
        let call = Call { exe, arguments: arguments.to_vec(), stdin, span: self.here };
        self.list(&call.exe, call.arguments.len(), class::classes(&call));
        self.call_harm(&call);
        if let Some(output) = self.written_program(name, &call.stdin) {
            return output;
        }
        for handler in HANDLERS {
            if let Some(output) = handler(self, &call) {
                return output;
            }
        }
        self.other(&call)
    }

    fn unknown_program(&mut self, name: &Field, arguments: &[Field]) -> Stream {
        self.list("", arguments.len(), vec![CommandClass::Unknown]);
        self.run_harm(name.marks, &name.text);
        self.unparsed(format!("the program is not known beforehand: `{}`", name.text));
        Stream::unknown().marked(name.marks)
    }

    fn function(&mut self, name: &str, arguments: &[Field], stdin: &Stream) -> Stream {
        let known = |f: &Field| Known { text: f.known.then(|| f.text.clone()), marks: f.marks };
        let arguments = arguments.iter().map(known).collect();
        self.call(name, arguments, stdin).unwrap_or_else(Stream::unknown)
    }

    fn wrapped(
        &mut self,
        exe: &str,
        arguments: &[Field],
        peeled: Peeled<'_>,
        stdin: Stream,
    ) -> Stream {
        let query = peeled.own.iter().any(|f| matches!(f.text.as_str(), "-v" | "-V"));
        if peeled.adds == Adds::Query && query {
            self.list(exe, arguments.len(), vec![CommandClass::Read]);
            return Stream::unknown();
        }
        self.wrapper_environment(&peeled);
        if peeled.rest.is_empty() {
            return self.bare_wrapper(exe, arguments, &peeled, &stdin);
        }
        let output = match peeled.adds {
            Adds::Input => {
                let fields = with_input(&peeled, &stdin);
                self.program(&fields, Stream::unknown())
            }
            Adds::Shell => {
                let text: Vec<&str> = peeled.rest.iter().map(|f| f.text.as_str()).collect();
                let span = peeled.rest.first().map_or(self.here, |f| f.span);
                self.text(&text.join(" "), span, &stdin)
            }
            _ => self.program(peeled.rest, stdin),
        };
        if peeled.adds == Adds::Rights {
            self.also(CommandClass::Privileged);
        }
        output
    }

    /// `NAME=value` that a wrapper sets for the program.
    fn wrapper_environment(&mut self, peeled: &Peeled<'_>) {
        let sets = peeled.own.iter().filter(|f| wrapper::is_assignment(&f.text));
        let assigned: Vec<(String, Known)> = sets
            .filter_map(|f| f.text.split_once('='))
            .map(|(name, value)| (name.to_owned(), Known::text(value)))
            .collect();
        self.environment_harm(&assigned, false);
        if peeled.own.iter().any(|f| f.text.starts_with("-S") || f.text == "--split-string") {
            self.unparsed("`env -S` takes a command line apart by rules of its own");
        }
    }

    /// A wrapper without a program: `env` prints, `sudo -i` is a shell.
    fn bare_wrapper(
        &mut self,
        exe: &str,
        arguments: &[Field],
        peeled: &Peeled<'_>,
        stdin: &Stream,
    ) -> Stream {
        let class = match peeled.adds {
            Adds::Rights => CommandClass::Privileged,
            _ => CommandClass::Read,
        };
        self.list(exe, arguments.len(), vec![class]);
        match peeled.adds {
            Adds::Rights => {
                self.run_harm(stdin.marks, exe);
                self.unparsed(format!("what `{exe}` runs is not known beforehand"));
                Stream::unknown()
            }
            Adds::Environment => Stream::unknown().marked(SECRET),
            _ => Stream::unknown().marked(stdin.marks),
        }
    }

    /// A program of which nothing is known but its name.
    fn other(&mut self, call: &Call) -> Stream {
        if class::edits_in_place(call) {
            self.unparsed(format!("what `{}` makes of files is not known beforehand", call.exe));
        }
        let reads_secret = class::reads_files(&call.exe)
            && call.arguments.iter().any(|field| path::is_secret(&field.text));
        let arguments = call.arguments.iter().fold(0, |marks, field| marks | field.marks);
        let secret = if reads_secret || prints_environment(call) { SECRET } else { 0 };
        Stream::unknown().marked(call.stdin.marks | arguments | secret | class::output_marks(call))
    }
}

fn prints_environment(call: &Call) -> bool {
    let alone = call.arguments.is_empty();
    match call.exe.as_str() {
        "printenv" | "set" | "export" | "declare" => alone || call.texts() == ["-p"],
        _ => false,
    }
}

/// The program under `xargs` with what comes over standard input behind its arguments.
fn with_input(peeled: &Peeled<'_>, stdin: &Stream) -> Vec<Field> {
    let mut fields = peeled.rest.to_vec();
    let replaced = replaced_mark(peeled);
    let unknown = |text: &str| Field {
        text: text.to_owned(),
        known: false,
        marks: stdin.marks,
        ..Field::default()
    };
    let words = stdin.whole().map(|text| text.split_whitespace().collect::<Vec<_>>());
    match words.filter(|words| replaced.is_none() && words.len() <= INPUT_WORDS_MAX) {
        Some(words) => fields.extend(words.into_iter().map(|word| Field {
            text: word.to_owned(),
            known: true,
            marks: stdin.marks,
            ..Field::default()
        })),
        None => match replaced {
            Some(mark) => fields.iter_mut().filter(|f| f.text.contains(&mark)).for_each(|field| {
                field.known = false;
                field.marks |= stdin.marks;
            }),
            None => fields.push(unknown("...")),
        },
    }
    fields
}

/// What `xargs -I` puts its input in place of.
fn replaced_mark(peeled: &Peeled<'_>) -> Option<String> {
    let mut own = peeled.own.iter();
    while let Some(field) = own.next() {
        match field.text.strip_prefix("-I") {
            Some("") => return own.next().map(|mark| mark.text.clone()),
            Some(mark) => return Some(mark.to_owned()),
            None if field.text == "-i" => return Some("{}".to_owned()),
            None => {}
        }
    }
    None
}

fn is_declaring(name: &str) -> bool {
    matches!(name, "export" | "declare" | "local" | "readonly" | "typeset")
}

fn prints_nothing(name: &str) -> bool {
    let silent = [
        ":", "true", "false", "test", "[", "exit", "return", "shift", "set", "shopt", "break",
        "continue", "wait", "sleep", "umask", "ulimit", "kill",
    ];
    silent.contains(&name)
}

/// Builtins of the shell.
fn builtin(run: &mut Run<'_>, call: &Call) -> Option<Stream> {
    match call.exe.as_str() {
        "cd" | "pushd" => run.change_folder(call),
        "popd" => run.scope.cwd = None,
        "pwd" => {
            let cwd = run.scope.cwd.clone();
            return Some(cwd.map_or_else(Stream::unknown, |c| Stream::known(format!("{c}\n"))));
        }
        name if is_declaring(name) && !call.arguments.is_empty() => run.declare(call),
        "unset" | "read" | "mapfile" | "readarray" | "getopts" | "let" => run.overwrite(call),
        "alias" if call.arguments.iter().any(|f| f.text.contains('=')) => {
            run.unparsed("an alias changes what a name runs");
        }
        "eval" => return Some(run.evaluated(call)),
        "trap" => run.trapped(call),
        "enable" | "hash" if !call.arguments.is_empty() => {
            run.unparsed(format!("`{}` changes what a name runs", call.exe));
        }
        name if prints_nothing(name) && !prints_environment(call) => {}
        _ => return None,
    }
    Some(Stream::empty())
}

impl Run<'_> {
    fn change_folder(&mut self, call: &Call) {
        let target = call.operands(&[]).first().map(|field| (*field).clone());
        self.scope.cwd = match target {
            None => Some("~".to_owned()),
            Some(folder) if folder.known && !folder.glob && folder.text != "-" => {
                path::resolve(self.scope.cwd.as_deref(), &folder.text)
            }
            Some(_) => None,
        };
    }

    /// `export NAME=value ...`
    fn declare(&mut self, call: &Call) {
        let mut assigned = Vec::new();
        for field in call.arguments.iter().filter(|field| wrapper::is_assignment(&field.text)) {
            let (name, value) = field.text.split_once('=').unwrap_or_default();
            let text = field.known.then(|| value.to_owned());
            assigned.push((name.to_owned(), Known { text, marks: field.marks }));
        }
        self.environment_harm(&assigned, true);
        for (name, value) in assigned {
            self.assign(&name, value);
        }
    }

    /// Builtins after which the named variables are not known.
    fn overwrite(&mut self, call: &Call) {
        for field in &call.arguments {
            let name = field.text.split('=').next().unwrap_or("").to_owned();
            let marks = call.stdin.marks;
            self.scope.variables.insert(name.into(), Known { text: None, marks }.into());
        }
    }

    fn evaluated(&mut self, call: &Call) -> Stream {
        let marks = call.arguments.iter().fold(0, |marks, field| marks | field.marks);
        self.run_harm(marks, "eval");
        if call.arguments.iter().any(|field| !field.known) {
            self.unparsed("`eval` runs a text that is not known beforehand");
            return Stream::unknown().marked(marks);
        }
        let text = call.texts().join(" ");
        self.plan.inline.push(super::Inline {
            language: "bash",
            code: text.clone(),
            span: self.place(call.span),
        });
        self.text(&text, call.span, &call.stdin)
    }

    /// A command for later; it is looked at as if it ran now.
    fn trapped(&mut self, call: &Call) {
        if let Some(command) = call.operands(&[]).first().filter(|f| !f.text.is_empty()) {
            if !command.known {
                self.unparsed("`trap` runs a text that is not known beforehand");
            }
            let text = command.text.clone();
            self.apart(|run| run.text(&text, command.span, &Stream::empty()));
        }
    }
}

/// `find -exec` and `fd -x`: the program that they run for what they find.
fn searching(run: &mut Run<'_>, call: &Call) -> Option<Stream> {
    let actions: &[&str] = match call.exe.as_str() {
        "find" | "gfind" => &["-exec", "-execdir", "-ok", "-okdir"],
        "fd" | "fdfind" => &["-x", "--exec", "-X", "--exec-batch"],
        _ => return None,
    };
    let mut rest = call.arguments.as_slice();
    while let Some(at) = rest.iter().position(|field| actions.contains(&field.text.as_str())) {
        let behind = rest.get(at + 1..).unwrap_or_default();
        let ends = |field: &Field| matches!(field.text.as_str(), ";" | "+");
        let length = behind.iter().position(ends).unwrap_or(behind.len());
        let mut command = behind.get(..length).unwrap_or_default().to_vec();
        let named = command.iter().any(|field| field.text.contains("{}"));
        for field in command.iter_mut().filter(|field| field.text.contains("{}")) {
            field.known = false;
        }
        if !named && call.exe.starts_with("fd") {
            command.push(Field { text: "{}".to_owned(), ..Field::default() });
        }
        run.program(&command, Stream::unknown());
        rest = behind.get(length..).unwrap_or_default();
    }
    let writes = ["-fprint", "-fprintf", "-fls", "-fprint0"];
    if let Some(file) = call.values(&writes).first() {
        run.unparsed(format!("what goes into `{}` is not known beforehand", file.text));
    }
    Some(Stream::unknown())
}
