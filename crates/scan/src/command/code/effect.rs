//! Calls in followed code: those that read and write files, print, or start programs.

use portcullis_syntax::shell::Field;

use super::{
    Family, STARTING, Stream, Walk,
    value::{
        Arguments, Value, appends, as_text, below, dedent, module, path_of, substituted, writes,
    },
};
use crate::command::{emulate, run::Run};

/// Functions after which nothing can be told.
const OPAQUE: &[&str] = &[
    "exec",
    "eval",
    "compile",
    "__import__",
    "importlib.import_module",
    "runpy.run_path",
    "os.execv",
    "os.execvp",
    "os.execl",
    "os.execlp",
    "os.fork",
    "os.dup2",
    "pty.spawn",
    "ctypes.CDLL",
    "os.open",
    "os.write",
    "os.fdopen",
    "getattr",
    "globals",
    "setattr",
    "marshal.loads",
    "pickle.loads",
    "types.FunctionType",
    "Function",
    "vm.runInThisContext",
    "fs.createWriteStream",
    "createWriteStream",
    "fs.writeSync",
    "process.binding",
    "urllib.request.urlretrieve",
    "zipfile.ZipFile",
    "tarfile.open",
    "shutil.unpack_archive",
    "fileinput.input",
    "fileinput.FileInput",
    "tempfile.mkstemp",
    "os.symlink",
    "os.link",
    "os.truncate",
    "mmap.mmap",
    "sqlite3.connect",
    "subprocess.getoutput",
    "fs.symlinkSync",
    "distutils.file_util.copy_file",
    "Bun.write",
    "Deno.writeTextFile",
    "Deno.writeTextFileSync",
    "Deno.run",
    "Deno.Command",
];

/// Functions that do what a program of the shell does.
const PROGRAMS: &[(&[&str], &str)] = &[
    (&["shutil.copy", "shutil.copyfile", "shutil.copy2", "fs.copyFileSync", "fs.cpSync"], "cp"),
    (&["shutil.copytree"], "cp -r"),
    (&["shutil.move", "os.rename", "os.replace", "fs.renameSync"], "mv"),
    (&["os.remove", "os.unlink", "fs.unlinkSync"], "rm"),
    (&["shutil.rmtree", "fs.rmSync", "fs.rmdirSync"], "rm -r"),
    (&["os.chdir", "process.chdir"], "cd"),
    (&["os.makedirs", "os.mkdir", "fs.mkdirSync"], "mkdir"),
];

/// Methods that write a file, whatever they belong to.
const SAVING: &[&str] =
    &["write", "write_text", "write_bytes", "writelines", "save", "dump", "to_csv", "extractall"];

/// Ends of names of functions after which nothing can be told, wherever they come from.
const OPAQUE_ENDS: &[&str] =
    &[".exec", ".eval", ".__import__", ".system", ".popen", ".call", ".apply", ".bind"];

/// No text that is made by replacing grows by more bytes.
const TEXT_MAX: usize = 1 << 24;

impl Walk<'_, '_> {
    pub(super) fn call(&mut self, callee: Value, arguments: &Arguments) -> Value {
        match callee {
            Value::Name(name) => self.call_named(&name, arguments),
            Value::Method(object, name) => self.call_method(&object, &name, arguments),
            _ => {
                self.leak(arguments);
                Value::Unknown
            }
        }
    }

    fn call_named(&mut self, name: &str, arguments: &Arguments) -> Value {
        let text = |n: usize| arguments.values.get(n).map_or_else(Stream::unknown, as_text);
        match name {
            "open" | "io.open" | "codecs.open" => Value::File(text(0), arguments.mode(1)),
            "Path" | "pathlib.Path" | "pathlib.PosixPath" | "PurePath" => {
                path_of(&arguments.values)
            }
            "os.path.join" | "path.join" | "path.resolve" => {
                Value::Text(as_text(&path_of(&arguments.values)))
            }
            "str" | "String" => Value::Text(text(0)),
            "textwrap.dedent" | "dedent" => Value::Text(text(0).map(|text| Some(dedent(text)))),
            "re.sub" => self.counted(Value::Text(substituted(arguments))),
            "base64.b64decode" | "b64decode" | "atob" => {
                Value::Text(text(0).map(emulate::from_base64))
            }
            "require" => Value::Name(module(text(0).whole().unwrap_or(""))),
            "print" | "console.log" | "process.stdout.write" | "sys.stdout.write" | "puts" => {
                self.prints(name, arguments);
                Value::Unknown
            }
            _ => self.call_file_system(name, arguments),
        }
    }

    /// Functions of Node's `fs`, under whatever name it was imported.
    fn call_file_system(&mut self, name: &str, arguments: &Arguments) -> Value {
        let text = |n: usize| arguments.values.get(n).map_or_else(Stream::unknown, as_text);
        let short = name.rsplit('.').next().unwrap_or(name);
        let modules = ["fs.", "fs/promises", "fs-extra"];
        let ours = short == name || modules.iter().any(|module| name.starts_with(module));
        match short {
            "writeFileSync" | "writeFile" | "outputFileSync" if ours => {
                self.write(&text(0), &text(1), false);
            }
            "appendFileSync" | "appendFile" if ours => self.write(&text(0), &text(1), true),
            "readFileSync" if ours => return self.read(&text(0)),
            "execSync" | "exec" | "spawn" | "spawnSync" | "execFileSync" | "execFile"
                if name.starts_with("child_process") =>
            {
                self.subprocess(arguments);
            }
            _ => self.call_acting(name, arguments),
        }
        Value::Unknown
    }

    /// Functions that write, remove or start something.
    fn call_acting(&mut self, name: &str, arguments: &Arguments) {
        let text = |n: usize| arguments.values.get(n).map_or_else(Stream::unknown, as_text);
        let starts =
            STARTING.contains(&name) && !matches!(self.family, Family::Python | Family::JavaScript);
        if let Some((_, program)) = PROGRAMS.iter().find(|(names, _)| names.contains(&name)) {
            return self.program(program, arguments);
        }
        match name {
            "File.write" | "IO.write" | "file_put_contents" => {
                self.write(&text(0), &text(1), false);
            }
            "os.system" | "os.popen" => self.command(&text(0)),
            _ if starts || name.starts_with("subprocess.") => self.subprocess(arguments),
            _ if OPAQUE.contains(&name) || OPAQUE_ENDS.iter().any(|end| name.ends_with(end)) => {
                self.run.unparsed(format!("what `{name}` does in the code is not followed"));
            }
            _ => self.leak(arguments),
        }
    }

    fn call_method(&mut self, object: &Value, name: &str, arguments: &Arguments) -> Value {
        match object {
            Value::File(path, mode) => self.file_method(path, mode, name, arguments),
            Value::Path(path) => self.path_method(path, name, arguments),
            Value::Text(text) => {
                let value = self.text_method(text, name, arguments);
                self.counted(value)
            }
            _ => {
                if SAVING.contains(&name) {
                    self.run.unparsed(format!("what `.{name}` writes is not known beforehand"));
                }
                self.leak(arguments);
                Value::Unknown
            }
        }
    }

    fn file_method(
        &mut self,
        path: &Stream,
        mode: &str,
        name: &str,
        arguments: &Arguments,
    ) -> Value {
        let content = match (name, arguments.values.first()) {
            ("read", _) if !writes(mode) => return self.read(path),
            ("write", Some(value)) => as_text(value),
            ("writelines", Some(Value::List(values))) => {
                Stream::concat(&values.iter().map(as_text).collect::<Vec<_>>())
            }
            ("writelines" | "write" | "truncate", _) => Stream::unknown(),
            _ => return Value::Unknown,
        };
        if writes(mode) {
            self.write(path, &content, appends(mode));
        }
        Value::Unknown
    }

    fn path_method(&mut self, path: &Stream, name: &str, arguments: &Arguments) -> Value {
        let own = Value::Path(path.clone());
        match name {
            "read_text" => return self.read(path),
            "write_text" | "write_bytes" => {
                let content = arguments.values.first().map_or_else(Stream::unknown, as_text);
                self.write(path, &content, false);
            }
            "open" => return Value::File(path.clone(), arguments.mode(0)),
            "resolve" | "absolute" | "expanduser" => return own,
            "joinpath" => return arguments.values.iter().cloned().fold(own, below),
            "rename" | "replace" => {
                let target = arguments.values.first().cloned().unwrap_or(Value::Unknown);
                self.program("mv", &Arguments::of(vec![own, target]));
            }
            "unlink" | "rmdir" => self.program("rm", &Arguments::of(vec![own])),
            "mkdir" | "touch" => self.program(name, &Arguments::of(vec![own])),
            _ => {}
        }
        Value::Unknown
    }

    fn text_method(&self, text: &Stream, name: &str, arguments: &Arguments) -> Value {
        let bare = arguments.values.is_empty();
        let strip = |change: fn(&str) -> &str| text.map(|t| bare.then(|| change(t).to_owned()));
        Value::Text(match name {
            "replace" => self.replaced(text, arguments, self.family == Family::Python),
            "replaceAll" => self.replaced(text, arguments, true),
            "strip" | "trim" => strip(str::trim),
            "lstrip" | "trimStart" => strip(str::trim_start),
            "rstrip" | "trimEnd" => strip(str::trim_end),
            "encode" | "decode" | "toString" => text.clone(),
            "join" => joined_by(text, arguments.values.first()),
            _ => return Value::Unknown,
        })
    }

    /// A text with another put in place of a third: everywhere, or once.
    fn replaced(&self, text: &Stream, arguments: &Arguments, all: bool) -> Stream {
        let [old, new] = arguments.values.as_slice() else { return Stream::unknown() };
        let (old, new) = (as_text(old), as_text(new));
        text.map(|text| {
            let (old, new) = (old.whole()?, new.whole()?);
            let pattern = self.family == Family::JavaScript && new.contains('$');
            let grown = new.len().saturating_mul(text.matches(old).count());
            let known = !old.is_empty() && !pattern && grown < TEXT_MAX;
            known.then(|| text.replacen(old, new, if all { usize::MAX } else { 1 }))
        })
    }

    /// An open file that is handed to something unknown may be written to.
    fn leak(&mut self, arguments: &Arguments) {
        let values = arguments.values.iter().chain(arguments.named.iter().map(|(_, value)| value));
        for value in values.cloned().collect::<Vec<_>>() {
            if let Value::File(path, mode) = value
                && writes(&mode)
            {
                self.write(&path, &Stream::unknown(), appends(&mode));
            }
        }
    }

    fn prints(&mut self, name: &str, arguments: &Arguments) {
        if let Some((_, file)) = arguments.named.iter().find(|(name, _)| name == "file") {
            let file = file.clone();
            return self.leak(&Arguments::of(vec![file]));
        }
        let texts: Option<Vec<String>> = arguments
            .values
            .iter()
            .map(|value| as_text(value).whole().map(str::to_owned))
            .collect();
        let end = if name.ends_with("write") { "" } else { "\n" };
        let known = texts.filter(|_| arguments.named.is_empty() && self.branch.is_none());
        match (known, self.printed.as_mut()) {
            (Some(texts), Some(printed)) => {
                printed.push_str(&texts.join(" "));
                printed.push_str(end);
            }
            _ => self.printed = None,
        }
    }

    fn read(&mut self, path: &Stream) -> Value {
        let path = path.whole().and_then(|path| self.run.resolve(path));
        let stream = path.map(|path| self.run.wanting(|run| run.content(&path)));
        Value::Text(stream.unwrap_or_default())
    }

    fn write(&mut self, path: &Stream, content: &Stream, append: bool) {
        let again = |run: &Run<'_>, path: &str| {
            run.plan.writes.iter().any(|w| w.path == path && w.how == "code")
        };
        match path.whole().and_then(|path| self.run.resolve(path)) {
            Some(path) => {
                // A second write to a file that stays open goes behind the first.
                let append = append
                    || (self.family == Family::Python
                        && again(self.run, &path)
                        && self.open_on(&path));
                self.run.deliver(&path, content, append, "code", self.span);
            }
            None => self.run.unparsed("the code writes a file whose name is not known beforehand"),
        }
    }

    /// Whether a variable holds the file open.
    fn open_on(&self, path: &str) -> bool {
        self.variables.values().any(|value| match value {
            Value::File(file, _) => {
                file.whole().and_then(|f| self.run.resolve(f)).as_deref() == Some(path)
            }
            _ => false,
        })
    }

    /// A shell command in a string.
    pub(super) fn command(&mut self, text: &Stream) {
        match text.whole().map(str::to_owned) {
            Some(text) => {
                let span = self.span;
                self.run.apart(|run| run.text(&text, span, &Stream::empty()));
            }
            None => self.run.unparsed("the code starts a program that is not known beforehand"),
        }
        self.printed = None;
    }

    fn subprocess(&mut self, arguments: &Arguments) {
        self.printed = None;
        let mut words = match arguments.values.first() {
            Some(Value::List(values)) => values.clone(),
            Some(value) => vec![value.clone()],
            None => Vec::new(),
        };
        if let (Some(Value::List(more)), [_]) = (arguments.values.get(1), words.as_slice()) {
            words.extend(more.clone());
        }
        match words.as_slice() {
            [Value::Text(only)] => self.command(&only.clone()),
            [] | [Value::Unknown | Value::Name(_) | Value::Method(..)] => {
                self.command(&Stream::unknown())
            }
            _ => self.start(&words),
        }
    }

    fn start(&mut self, words: &[Value]) {
        let fields: Vec<Field> = words.iter().map(|word| self.field(&as_text(word))).collect();
        self.run.apart(|run| run.program(&fields, Stream::empty()));
    }

    fn field(&self, text: &Stream) -> Field {
        Field {
            text: text.text.as_deref().unwrap_or("...").to_owned(),
            known: text.whole().is_some(),
            span: self.span,
            ..Field::default()
        }
    }

    /// A function of the language that does what a program of the shell does.
    fn program(&mut self, program: &str, arguments: &Arguments) {
        let words = program.split(' ').map(Stream::known);
        let mut fields: Vec<Field> = words.map(|word| self.field(&word)).collect();
        let values = arguments.values.iter().filter(|value| !matches!(value, Value::List(_)));
        fields.extend(values.map(|value| self.field(&as_text(value))));
        self.run.program(&fields, Stream::empty());
    }
}

/// Texts with another between them.
fn joined_by(between: &Stream, values: Option<&Value>) -> Stream {
    let Some(Value::List(values)) = values else { return Stream::unknown() };
    let mut parts = Vec::new();
    for value in values {
        if !parts.is_empty() {
            parts.push(between.clone());
        }
        parts.push(as_text(value));
    }
    Stream::concat(&parts)
}
