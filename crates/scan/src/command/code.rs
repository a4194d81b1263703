//! What code that is handed to an interpreter does with files, where it says so with literal
//! values: reading, replacing and writing, in Python and JavaScript, and the shell commands that
//! it starts.
//!
//! This follows statements one by one, as far as they are simple; it is no interpreter. A write
//! that cannot be followed is reported as one whose content is not known.

mod effect;
mod value;

use std::collections::HashMap;

use portcullis_model::Span;

use self::value::{Arguments, Value, as_text, below, imported, joined, member};
use super::{
    run::Run,
    stream::Stream,
    token::{Family, Token, tokens},
};

/// Steps of evaluation; longer code is not followed to its end.
const STEPS_MAX: u32 = 200_000;
/// How deep expressions may nest.
const DEPTH_MAX: u32 = 40;

/// One walk over code.
struct Walk<'r, 'a> {
    run: &'r mut Run<'a>,
    family: Family,
    tokens: Vec<Token>,
    at: usize,
    depth: u32,
    steps: u32,
    span: Span,
    variables: HashMap<String, Value>,
    /// Depth of the line that a branch or loop begins on; lines below it may not run.
    branch: Option<usize>,
    /// What is printed, while all of it is known.
    printed: Option<String>,
}

/// Follows code and brings what it writes to files; gives what it prints.
pub(super) fn follow(run: &mut Run<'_>, code: &str, family: Family, span: Span) -> Stream {
    let tokens = tokens(code, family);
    if tokens.doubtful || acts_elsewhere(&tokens.list, family) || hides(code, &tokens.list, family)
    {
        run.unparsed("the code may do more than can be told from its text");
    }
    let mut walk = Walk {
        run,
        family,
        tokens: tokens.list,
        at: 0,
        depth: 0,
        steps: 0,
        span,
        variables: HashMap::new(),
        branch: None,
        printed: Some(String::new()),
    };
    walk.statements();
    walk.printed.map_or_else(Stream::unknown, Stream::known)
}

/// Words of the other languages that start a command.
const STARTING: &[&str] = &["system", "exec", "shell_exec", "passthru"];

/// Words of the other languages that read, write or start something.
const ACTING: &[&str] = &[
    "open",
    "sysopen",
    "unlink",
    "rename",
    "opendir",
    "syswrite",
    "spawn",
    "popen",
    "FileUtils",
    "IO",
    "Open3",
    "fopen",
    "fwrite",
    "fputs",
    "proc_open",
    "copy",
    "eval",
    "instance_eval",
    "send",
    "qx",
    "symlink",
    "link",
    "truncate",
    "tie",
    "do",
    "load",
    "include",
    "include_once",
    "fputcsv",
    "Pathname",
    "Tempfile",
];

/// Whether code of Ruby, Perl or PHP, whose strings and patterns can be written in many ways, may
/// hold a command in what was taken for a string.
fn hides(code: &str, tokens: &[Token], family: Family) -> bool {
    if matches!(family, Family::Python | Family::JavaScript) {
        return false;
    }
    let quotes_itself = ["/", "%", "<<", "q{", "q("].iter().any(|sign| code.contains(sign));
    let seen = |word: &str| tokens.iter().filter(|t| **t == Token::Name(word.to_owned())).count();
    let words = STARTING.iter().chain(ACTING).filter(|word| word.len() > 3);
    let hidden = words.into_iter().any(|word| code.matches(word).count() > seen(word));
    tokens.contains(&Token::Sign('`')) || (quotes_itself && hidden)
}

/// Modules and objects whose functions act.
fn is_module(name: &str) -> bool {
    let modules = [
        "fs",
        "os",
        "subprocess",
        "shutil",
        "child_process",
        "process",
        "globalThis",
        "global",
        "builtins",
        "__builtins__",
        "sys",
        "Deno",
        "Bun",
        "module",
        "pathlib",
        "window",
    ];
    name.split('.').next().is_some_and(|first| modules.contains(&first))
        && !name.contains("argv")
        && !name.contains("env")
}

/// Functions and methods that act on files or start programs, by the last part of their names.
const EFFECTIVE: &[&str] = &[
    "writeFileSync",
    "writeFile",
    "appendFileSync",
    "appendFile",
    "outputFileSync",
    "createWriteStream",
    "copyFileSync",
    "renameSync",
    "unlinkSync",
    "rmSync",
    "execSync",
    "spawnSync",
    "spawn",
    "execFileSync",
    "execFile",
    "system",
    "popen",
    "Popen",
    "check_output",
    "check_call",
    "write_text",
    "write_bytes",
    "writelines",
    "rmtree",
    "copyfile",
    "copytree",
    "urlretrieve",
    "run_path",
    "import_module",
    "__import__",
    "exec",
    "eval",
    "open",
];

/// Whether a function that acts is spoken of without being called: handed on, bound to another
/// name, or looked up by its name.
fn acts_elsewhere(tokens: &[Token], family: Family) -> bool {
    let scripted = matches!(family, Family::Python | Family::JavaScript);
    tokens.iter().enumerate().any(|(at, token)| {
        let Token::Name(name) = token else { return false };
        if !scripted || !EFFECTIVE.contains(&name.as_str()) {
            return false;
        }
        let before = at.checked_sub(1).and_then(|at| tokens.get(at));
        let member = before == Some(&Token::Sign('.'));
        match tokens.get(at + 1) {
            Some(Token::Sign('(')) => false,
            Some(Token::Sign(',' | '}')) | Some(Token::Name(_) | Token::Line(_)) | None => member,
            _ => true,
        }
    })
}

impl Walk<'_, '_> {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn is(&self, sign: char) -> bool {
        self.peek() == Some(&Token::Sign(sign))
    }

    fn take(&mut self, sign: char) -> bool {
        let here = self.is(sign);
        self.at += usize::from(here);
        here
    }

    fn name(&self) -> Option<&str> {
        match self.peek() {
            Some(Token::Name(name)) => Some(name),
            _ => None,
        }
    }

    fn statements(&mut self) {
        while self.at < self.tokens.len() {
            self.steps += 1;
            if self.steps > STEPS_MAX {
                self.run.unparsed("the code is too long to be followed");
                return;
            }
            match self.peek() {
                Some(Token::Line(indent)) => {
                    let indent = *indent;
                    self.at += 1;
                    let blank = matches!(self.peek(), Some(Token::Line(_)) | None);
                    if !blank && self.branch.is_some_and(|branch| indent <= branch) {
                        self.branch = None;
                    }
                    self.statement(indent);
                }
                Some(Token::Sign(';' | '{' | '}')) => {
                    self.at += 1;
                    self.statement(usize::MAX);
                }
                _ => self.piece(),
            }
        }
    }

    /// An expression, or one token that begins none.
    fn piece(&mut self) {
        let at = self.at;
        self.expression();
        if self.at == at {
            self.at += 1;
        }
    }

    fn statement(&mut self, indent: usize) {
        let Some(name) = self.name().map(str::to_owned) else { return };
        match name.as_str() {
            "import" => self.import(),
            "from" if self.family == Family::Python => self.import_from(),
            "with" => {
                self.at += 1;
                self.with();
            }
            "if" | "for" | "while" | "def" | "try" | "elif" | "else" | "except" | "function"
            | "switch" | "class" => {
                self.at += 1;
                if indent != usize::MAX {
                    self.branch.get_or_insert(indent);
                }
                self.parameters(&name);
            }
            "const" | "let" | "var" | "await" | "return" | "assert" | "my" | "export" | "async" => {
                self.at += 1;
                self.statement(usize::MAX);
            }
            _ => self.assignment(name),
        }
    }

    /// The names between the brackets of a definition, and the variable of a loop, are not known.
    fn parameters(&mut self, keyword: &str) {
        if !matches!(keyword, "def" | "function" | "for") {
            return;
        }
        let end = |token: &Token| matches!(token, Token::Sign(':' | '{') | Token::Line(_));
        let names: Vec<String> = self
            .tokens
            .iter()
            .skip(self.at)
            .take(64)
            .take_while(|token| !end(token) && **token != Token::Name("in".to_owned()))
            .filter_map(
                |token| if let Token::Name(name) = token { Some(name.clone()) } else { None },
            )
            .collect();
        for name in names {
            self.variables.insert(name, Value::Unknown);
        }
    }

    /// `name = value`, `name += value`, `const { name } = value`, or an expression.
    fn assignment(&mut self, name: String) {
        let next = |offset: usize| match self.tokens.get(self.at + offset) {
            Some(Token::Sign(sign)) => *sign,
            _ => '\0',
        };
        let (plain, added) =
            (next(1) == '=' && next(2) != '=' && next(2) != '>', next(1) == '+' && next(2) == '=');
        if plain {
            self.at += 2;
            let value = self.expression();
            self.set(name, value);
        } else if added {
            self.at += 3;
            let more = self.expression();
            let old = self.variables.get(&name).cloned().unwrap_or(Value::Unknown);
            let sum = self.counted(joined(old, more));
            self.set(name, sum);
        } else {
            self.piece();
        }
    }

    fn set(&mut self, name: String, value: Value) {
        let doubtful =
            self.branch.is_some() && self.variables.get(&name).is_some_and(|old| *old != value);
        self.variables.insert(name, if doubtful { Value::Unknown } else { value });
    }

    /// `import a.b as c, d`, `import c from 'module'`, `import { c } from 'module'`.
    fn import(&mut self) {
        self.at += 1;
        let mut names: Vec<String> = Vec::new();
        let mut dotted = false;
        while let Some(token) = self.peek().cloned() {
            self.at += 1;
            match token {
                Token::Line(_) | Token::Sign(';') => {
                    self.at -= 1;
                    break;
                }
                Token::Name(name) if dotted => {
                    names
                        .iter_mut()
                        .next_back()
                        .into_iter()
                        .for_each(|n| *n = format!("{n}.{name}"));
                }
                Token::Name(name) => names.push(name),
                Token::Text(module) if self.family != Family::Python => {
                    self.bind(&names, &value::module(module.whole().unwrap_or("")));
                }
                _ => {}
            }
            dotted = self.tokens.get(self.at - 1) == Some(&Token::Sign('.'));
        }
        for renamed in names.windows(3) {
            if let [module, as_word, alias] = renamed
                && as_word == "as"
                && self.family == Family::Python
            {
                self.variables.insert(alias.clone(), Value::Name(module.clone()));
            }
        }
    }

    /// Names that a module of JavaScript gives, some of them renamed by `as`.
    fn bind(&mut self, names: &[String], module: &str) {
        let mut rest = names.iter().filter(|name| *name != "from").peekable();
        while let Some(name) = rest.next() {
            let alias = match rest.next_if(|next| *next == "as") {
                Some(_) => rest.next().unwrap_or(name),
                None => name,
            };
            self.variables.insert(alias.clone(), imported(module, name));
        }
    }

    /// `from module import name as other, ...`
    fn import_from(&mut self) {
        self.at += 1;
        let mut names = Vec::new();
        while let Some(token) = self.peek().cloned() {
            match token {
                Token::Line(_) | Token::Sign(';') => break,
                Token::Name(name) => names.push(name),
                _ => {}
            }
            self.at += 1;
        }
        if self.tokens.get(self.at - 1) == Some(&Token::Sign('*')) {
            self.run.unparsed("the code takes in names that cannot be told from its text");
        }
        let Some(at) = names.iter().position(|name| name == "import") else { return };
        let (module, behind) = names.split_at_checked(at).unwrap_or_default();
        let module = module.join(".");
        let mut rest = behind.iter().skip(1).peekable();
        while let Some(name) = rest.next() {
            let alias = match rest.next_if(|next| *next == "as") {
                Some(_) => rest.next().unwrap_or(name),
                None => name,
            };
            self.variables.insert(alias.clone(), Value::Name(format!("{module}.{name}")));
        }
    }

    /// `with open(...) as name, ...:`
    fn with(&mut self) {
        loop {
            let value = self.expression();
            if self.name() == Some("as") {
                self.at += 1;
                if let Some(name) = self.name().map(str::to_owned) {
                    self.at += 1;
                    self.variables.insert(name, value);
                }
            }
            if !self.take(',') {
                return;
            }
        }
    }

    /// A sum, a path built with `/`, or one operand.
    fn expression(&mut self) -> Value {
        if self.depth >= DEPTH_MAX {
            self.run.unparsed("the code nests too deeply to be followed");
            self.at += 1;
            return Value::Unknown;
        }
        self.depth += 1;
        let mut value = self.operand();
        loop {
            if self.is('+') && self.tokens.get(self.at + 1) != Some(&Token::Sign('=')) {
                self.at += 1;
                let more = self.operand();
                value = self.counted(joined(value, more));
            } else if self.is('/') && matches!(value, Value::Path(_)) {
                self.at += 1;
                let more = self.operand();
                value = below(value, more);
            } else if self.is('%') {
                self.at += 1;
                self.operand();
                value = Value::Unknown;
            } else {
                break;
            }
        }
        self.depth -= 1;
        value
    }

    fn operand(&mut self) -> Value {
        self.steps += 1;
        let mut value = match self.peek().cloned() {
            Some(Token::Text(_)) => self.text(),
            Some(Token::Name(name)) => {
                self.at += 1;
                self.named(name)
            }
            Some(Token::Sign('(')) => self.bracketed(')'),
            Some(Token::Sign('[')) => self.bracketed(']'),
            Some(Token::Number) => {
                self.at += 1;
                Value::Unknown
            }
            _ => return Value::Unknown,
        };
        loop {
            value = match self.peek() {
                Some(Token::Sign('.')) => {
                    self.at += 1;
                    let Some(name) = self.name().map(str::to_owned) else { return Value::Unknown };
                    self.at += 1;
                    member(value, name)
                }
                Some(Token::Sign('?'))
                    if self.tokens.get(self.at + 1) == Some(&Token::Sign('.')) =>
                {
                    self.at += 1;
                    continue;
                }
                Some(Token::Sign('(')) => {
                    let arguments = self.arguments();
                    self.call(value, &arguments)
                }
                Some(Token::Sign('[')) => {
                    if matches!(&value, Value::Name(name) if is_module(name)) {
                        self.run.unparsed("the code looks up a function by its name");
                    }
                    self.bracketed(']');
                    Value::Unknown
                }
                _ => return value,
            };
        }
    }

    /// Strings that stand side by side are one.
    fn text(&mut self) -> Value {
        let mut streams = Vec::new();
        while let Some(Token::Text(stream)) = self.peek() {
            streams.push(stream.clone());
            self.at += 1;
        }
        Value::Text(Stream::concat(&streams))
    }

    fn named(&mut self, name: String) -> Value {
        if matches!(name.as_str(), "await" | "new" | "not" | "typeof" | "return" | "lambda") {
            return self.operand();
        }
        let other = !matches!(self.family, Family::Python | Family::JavaScript);
        if other && STARTING.contains(&name.as_str()) {
            return self.started(name);
        }
        if other && ACTING.contains(&name.as_str()) {
            self.run.unparsed(format!("what `{name}` does in the code is not followed"));
        }
        self.variables.get(&name).cloned().unwrap_or(Value::Name(name))
    }

    /// A command that Ruby, Perl or PHP starts, with or without parentheses.
    fn started(&mut self, name: String) -> Value {
        if self.is('(') {
            return Value::Name(name);
        }
        let command = self.expression();
        self.command(&as_text(&command));
        Value::Unknown
    }

    /// Counts a text that was made; one that is too much is not known.
    fn counted(&mut self, value: Value) -> Value {
        match &value {
            Value::Text(stream) if self.run.carries(stream.text.as_deref().map_or(0, str::len)) => {
                Value::Text(Stream::unknown())
            }
            _ => value,
        }
    }

    /// A list, or one expression in parentheses.
    fn bracketed(&mut self, close: char) -> Value {
        self.at += 1;
        let mut values = Vec::new();
        let mut commas = 0;
        while self.at < self.tokens.len() && !self.take(close) {
            if self.take(',') {
                commas += 1;
                continue;
            }
            if matches!(self.peek(), Some(Token::Line(_))) {
                self.at += 1;
                continue;
            }
            let at = self.at;
            let value = self.expression();
            if self.at == at {
                self.at += 1;
                values.push(Value::Unknown);
            } else {
                values.push(value);
            }
        }
        match values.as_slice() {
            [only] if close == ')' && commas == 0 => only.clone(),
            _ => Value::List(values),
        }
    }

    fn arguments(&mut self) -> Arguments {
        self.at += 1;
        let mut arguments = Arguments::default();
        let mut slot: Option<Value> = None;
        while self.at < self.tokens.len() {
            self.steps += 1;
            if self.take(')') {
                break;
            }
            if self.take(',') {
                arguments.values.extend(slot.take());
                continue;
            }
            if let (Some(name), Some(Token::Sign('='))) =
                (self.name().map(str::to_owned), self.tokens.get(self.at + 1))
                && !matches!(self.tokens.get(self.at + 2), Some(Token::Sign('=' | '>')))
            {
                self.at += 2;
                let value = self.expression();
                arguments.named.push((name, value));
                continue;
            }
            let at = self.at;
            let value = self.expression();
            if self.at == at {
                self.at += 1;
            }
            // What stands behind an operator that is not followed makes the whole unknown.
            slot = Some(if slot.is_some() || self.at == at { Value::Unknown } else { value });
        }
        arguments.values.extend(slot);
        arguments
    }
}
