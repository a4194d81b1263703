//! Interpreters: shells, whose scripts are walked like the command line itself, and others, whose
//! code is handed on to be scanned and followed as far as [`super::code`] goes.

use portcullis_syntax::shell::{Field, Known};

use super::{
    Inline, code, harm::is_shell, invoke::Call, perl, run::Run, stream::Stream, token::Family,
};

/// An interpreter.
struct Interpreter {
    exes: &'static [&'static str],
    language: &'static str,
    /// Options that take code: a letter that ends a group, and long names.
    letters: &'static str,
    names: &'static [&'static str],
    /// Options that take another value.
    valued: &'static [&'static str],
    family: Option<Family>,
}

const INTERPRETERS: &[Interpreter] = &[
    Interpreter {
        exes: &["python", "python3", "python2", "pypy", "pypy3", "ipython"],
        language: "python",
        letters: "c",
        names: &[],
        valued: &["-W", "-X"],
        family: Some(Family::Python),
    },
    Interpreter {
        exes: &["node", "nodejs", "bun"],
        language: "javascript",
        letters: "ep",
        names: &["--eval", "--print"],
        valued: &["-r", "--require", "--import", "--loader"],
        family: Some(Family::JavaScript),
    },
    Interpreter {
        exes: &["ts-node", "tsx"],
        language: "typescript",
        letters: "ep",
        names: &["--eval", "--print"],
        valued: &["-r", "-P", "-O"],
        family: Some(Family::JavaScript),
    },
    Interpreter {
        exes: &["perl"],
        language: "perl",
        letters: "eE",
        names: &[],
        valued: &["-I"],
        family: Some(Family::Perl),
    },
    Interpreter {
        exes: &["ruby"],
        language: "ruby",
        letters: "e",
        names: &[],
        valued: &["-I", "-r"],
        family: Some(Family::Ruby),
    },
    Interpreter {
        exes: &["php"],
        language: "php",
        letters: "r",
        names: &["--run"],
        valued: &["-d", "-c"],
        family: Some(Family::Php),
    },
    Interpreter {
        exes: &["lua", "luajit", "Rscript", "julia", "groovy", "elixir", "osascript", "scala"],
        language: "script",
        letters: "e",
        names: &[],
        valued: &["-l"],
        family: None,
    },
    Interpreter {
        exes: &["pwsh", "powershell"],
        language: "powershell",
        letters: "",
        names: &["-c", "-Command", "-command", "-EncodedCommand", "-enc", "-e"],
        valued: &["-ExecutionPolicy", "-File"],
        family: None,
    },
];

/// The text of an argument where it is known.
pub(super) fn known_text(field: &Field) -> Option<String> {
    field.known.then(|| field.text.clone())
}

/// Shells and other interpreters.
pub(super) fn interpreting(run: &mut Run<'_>, call: &Call) -> Option<Stream> {
    if is_shell(&call.exe) {
        return Some(run.shell(call));
    }
    if matches!(call.exe.as_str(), "source" | ".") {
        return Some(run.sourced(call));
    }
    if call.exe == "deno" && call.has("eval") {
        let code = call.operands(&[]).get(1).map(|field| (*field).clone())?;
        return Some(run.code(&code, "typescript", Some(Family::JavaScript)));
    }
    let interpreter = INTERPRETERS.iter().find(|i| i.exes.contains(&call.exe.as_str()))?;
    let package_manager =
        call.exe == "bun" && call.operands(&[]).first().is_some_and(|f| !f.text.contains('.'));
    if package_manager {
        return None;
    }
    Some(run.interpreted(interpreter, call))
}

/// Where the code of an interpreter comes from.
enum Source {
    Code(Vec<Field>),
    Module,
    File(Field),
    Input,
}

/// What one argument of an interpreter is.
enum Argument {
    /// Code, in the next argument.
    CodeNext,
    /// Code, in this one.
    Code(Field),
    /// An option with a value.
    Valued,
    Option,
    Source(Source),
}

impl Interpreter {
    fn source(&self, call: &Call) -> Source {
        let mut code = Vec::new();
        let mut fields = call.arguments.iter();
        while let Some(field) = fields.next() {
            match self.argument(field) {
                Argument::CodeNext => code.extend(fields.next().cloned()),
                Argument::Code(field) => code.push(field),
                Argument::Valued => {
                    fields.next();
                }
                Argument::Option => continue,
                Argument::Source(Source::File(_)) if !code.is_empty() => break,
                Argument::Source(source) => return source,
            }
            // What stands behind Python's code are arguments of the code.
            if self.language == "python" && !code.is_empty() {
                break;
            }
        }
        if code.is_empty() { Source::Input } else { Source::Code(code) }
    }

    fn argument(&self, field: &Field) -> Argument {
        let text = field.text.as_str();
        let group = text.strip_prefix('-').filter(|group| !group.starts_with('-'));
        let ends = |group: &str| group.len() <= 6 && group.ends_with(|c| self.letters.contains(c));
        let python = self.language == "python";
        match text {
            "-" => Argument::Source(Source::Input),
            "--version" | "--help" | "-V" | "-v" | "--check" => Argument::Source(Source::Module),
            "-m" if python => Argument::Source(Source::Module),
            _ if self.names.contains(&text) => Argument::CodeNext,
            _ if self.valued.contains(&text) => Argument::Valued,
            _ if group.is_some_and(ends) => Argument::CodeNext,
            _ if python && text.starts_with("-c") => Argument::Code(behind(field, 2)),
            _ => {
                match self.names.iter().find_map(|name| text.strip_prefix(name)?.strip_prefix('='))
                {
                    Some(value) => Argument::Code(behind(field, text.len() - value.len())),
                    None if text.starts_with('-') => Argument::Option,
                    None => Argument::Source(Source::File(field.clone())),
                }
            }
        }
    }
}

/// What stands behind the first bytes of an argument.
fn behind(field: &Field, bytes: usize) -> Field {
    Field { text: field.text.get(bytes..).unwrap_or("").to_owned(), ..field.clone() }
}

impl Run<'_> {
    fn interpreted(&mut self, interpreter: &Interpreter, call: &Call) -> Stream {
        let in_place = call.texts().iter().any(|text| {
            text.strip_prefix('-').is_some_and(|group| {
                !group.starts_with('-')
                    && group.split('.').next().is_some_and(|g| g.contains('i') && g.len() <= 5)
            })
        });
        if matches!(interpreter.language, "perl" | "ruby") && in_place {
            if interpreter.language == "perl" {
                perl::in_place(self, call);
            } else {
                self.unparsed("what `ruby -i` makes of files is not known beforehand");
            }
            return Stream::empty();
        }
        match interpreter.source(call) {
            Source::Module => Stream::unknown().marked(call.stdin.marks),
            Source::Code(fields) => {
                let printed: Vec<Stream> = fields
                    .iter()
                    .map(|field| self.code(field, interpreter.language, interpreter.family))
                    .collect();
                Stream::concat(&printed).marked(call.stdin.marks)
            }
            Source::File(file) => {
                let path = self.resolve(&file.text);
                let written = path.and_then(|path| self.files.get(&path)).map_or(0, |s| s.marks);
                self.run_harm(written | file.marks, &call.exe);
                Stream::unknown().marked(call.stdin.marks)
            }
            Source::Input => self.piped_code(interpreter, call),
        }
    }

    fn piped_code(&mut self, interpreter: &Interpreter, call: &Call) -> Stream {
        self.run_harm(call.stdin.marks, &call.exe);
        match self.piped(call) {
            Some(code) => self.code(&code, interpreter.language, interpreter.family),
            None => Stream::unknown(),
        }
    }

    /// The program that an interpreter gets over standard input, if it gets one that is known.
    fn piped(&mut self, call: &Call) -> Option<Field> {
        if call.stdin.is_empty() {
            return None;
        }
        let Some(text) = call.stdin.text.as_deref() else {
            self.unparsed(format!("what `{}` gets to run is not known beforehand", call.exe));
            return None;
        };
        let (text, known) = (text.to_owned(), !call.stdin.partial);
        Some(Field { text, known, span: call.span, ..Field::default() })
    }

    /// Code that runs without a file; gives what it prints, where that is known.
    fn code(&mut self, code: &Field, language: &'static str, family: Option<Family>) -> Stream {
        self.run_harm(code.marks, language);
        if !code.known {
            self.unparsed(format!("the {language} code that runs is not known beforehand"));
        }
        let span = self.place(code.span);
        self.plan.inline.push(Inline { language, code: code.text.clone(), span });
        if is_reverse_shell(&code.text) {
            self.find("command-reverse-shell", code.span, language);
        }
        match family {
            Some(family) => code::follow(self, &code.text, family, code.span),
            None => {
                self.unparsed(format!("what the {language} code does is not followed"));
                Stream::unknown()
            }
        }
    }

    /// `sh -c 'script' name argument ...`, `sh file`, `sh` with a script on standard input.
    fn shell(&mut self, call: &Call) -> Stream {
        let mut fields = call.arguments.iter();
        let mut command = false;
        let mut script = None;
        while let Some(field) = fields.next() {
            let text = field.text.as_str();
            match text {
                "-s" => return self.shell_input(call),
                "-o" | "+o" | "--rcfile" | "--init-file" => {
                    fields.next();
                }
                "--version" | "--help" => return Stream::unknown(),
                "-n" => return Stream::empty(),
                _ if text.starts_with("--") => {}
                _ if text.starts_with(['-', '+']) && text.len() > 1 => {
                    command |= text.contains('c')
                }
                _ => {
                    script = Some(field.clone());
                    break;
                }
            }
        }
        let Some(script) = script else { return self.shell_input(call) };
        if !command {
            return self.shell_file(call, &script);
        }
        let arguments: Vec<Known> = fields
            .skip(1)
            .map(|f| Known { text: f.known.then(|| f.text.clone()), marks: f.marks })
            .collect();
        self.shell_text(&script, arguments, &call.stdin)
    }

    fn shell_text(&mut self, script: &Field, arguments: Vec<Known>, stdin: &Stream) -> Stream {
        self.run_harm(script.marks, "sh -c");
        if !script.known {
            self.unparsed(format!(
                "the script that runs is not known beforehand: `{}`",
                script.text
            ));
            if script.marks != 0 {
                return Stream::unknown().marked(script.marks);
            }
        }
        let span = self.place(script.span);
        self.plan.inline.push(Inline { language: "bash", code: script.text.clone(), span });
        self.apart(|run| {
            run.scope.arguments = Some(arguments);
            run.text(&script.text, script.span, stdin)
        })
    }

    fn shell_input(&mut self, call: &Call) -> Stream {
        self.run_harm(call.stdin.marks, &call.exe);
        match self.piped(call) {
            Some(script) => self.shell_text(&script, Vec::new(), &Stream::empty()),
            None => Stream::unknown(),
        }
    }

    /// A script in a file: one that this very command line wrote is walked; others passed here when
    /// they were written.
    fn shell_file(&mut self, call: &Call, file: &Field) -> Stream {
        self.run_harm(file.marks, &call.exe);
        if !file.known {
            self.unparsed(format!("the script that runs is not known beforehand: `{}`", file.text));
        }
        if file.text == "/dev/stdin" {
            return self.shell_input(call);
        }
        let Some(stream) = self.resolve(&file.text).and_then(|path| self.files.get(&path).cloned())
        else {
            return Stream::unknown();
        };
        self.run_harm(stream.marks, &file.text);
        match stream.whole() {
            Some(text) => self.apart(|run| run.text(text, file.span, &call.stdin)),
            None => {
                self.unparsed(format!("what `{}` holds when it runs is not known", file.text));
                Stream::unknown()
            }
        }
    }

    /// `source file`: like a script in a file, in the same shell.
    fn sourced(&mut self, call: &Call) -> Stream {
        let Some(file) = call.arguments.first() else { return Stream::empty() };
        self.run_harm(file.marks, "source");
        let path = self.resolve(&file.text).filter(|_| file.known);
        match path.and_then(|path| self.files.get(&path).cloned()) {
            Some(stream) => {
                self.run_harm(stream.marks, "source");
                match stream.whole() {
                    Some(text) => self.text(text, file.span, &call.stdin),
                    None => {
                        self.unparsed("a script is read in that is not known beforehand");
                        Stream::unknown()
                    }
                }
            }
            None => {
                if !file.known {
                    self.unparsed("a script is read in that is not known beforehand");
                }
                Stream::unknown()
            }
        }
    }
}

/// Words that open a connection, that name a shell, and that tie one to the other: code that has
/// one of each hands out a shell.
const REVERSE_SHELL: [&[&str]; 3] = [
    &[
        "socket",
        "fsockopen",
        "TCPSocket",
        "net.connect",
        "net.Socket",
        "createConnection",
        "TCPClient",
        "/inet/tcp",
        "/dev/tcp",
    ],
    &[
        "/bin/sh",
        "/bin/bash",
        "\"sh\"",
        "'sh'",
        "\"bash\"",
        "'bash'",
        "pty.spawn",
        "cmd.exe",
        "powershell",
        "/bin/zsh",
    ],
    &[
        "dup2",
        "fileno()",
        "pty.spawn",
        ".pipe(",
        "<&3",
        ">&3",
        "STDIN",
        "popen",
        "stdin",
        "spawn",
        "exec(",
    ],
];

fn is_reverse_shell(code: &str) -> bool {
    REVERSE_SHELL.iter().all(|words| words.iter().any(|word| code.contains(word)))
}
