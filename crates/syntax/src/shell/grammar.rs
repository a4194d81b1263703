//! The grammar of commands: lists, pipelines, simple and compound commands, redirections.

use std::sync::{Arc, OnceLock};

use super::{
    Assignment, Command, CommandKind, Form, Joint, Part, PartKind, RedirectKind, Redirection,
    Script, Statement, Word, brace,
    reader::{Pending, Read, Reader},
    word::ends_word,
};

/// What ends a list of statements; it is not taken.
#[derive(Clone, Copy, Debug)]
pub(super) enum Ends {
    Text,
    Parenthesis,
    Words(&'static [&'static str]),
    Arm,
}

/// Keywords that cannot begin a command.
const CLOSERS: &[&str] = &["then", "do", "done", "fi", "elif", "else", "esac", "}", "]]"];

/// Keywords that begin one.
const OPENERS: &[&str] = &[
    "if", "while", "until", "for", "select", "case", "function", "{", "[[", "!", "time", "coproc",
];

/// Builtins whose arguments are assignments, arrays included.
const DECLARATIONS: &[&str] = &["declare", "typeset", "export", "readonly", "local"];

/// Operators of redirections, longer ones first.
const REDIRECTIONS: &[(&str, RedirectKind)] = &[
    ("<<<", RedirectKind::Text),
    ("<<-", RedirectKind::Document),
    ("<<", RedirectKind::Document),
    ("<&", RedirectKind::Duplicate),
    ("<>", RedirectKind::ReadWrite),
    ("<", RedirectKind::Read),
    ("&>>", RedirectKind::AppendAll),
    ("&>", RedirectKind::WriteAll),
    (">>", RedirectKind::Append),
    (">&", RedirectKind::Duplicate),
    (">|", RedirectKind::Write),
    (">", RedirectKind::Write),
];

impl Reader<'_> {
    /// Reads statements up to an end.
    pub(super) fn statements(&mut self, into: &mut Vec<Statement>, ends: Ends) -> Read<()> {
        self.lines()?;
        let mut joint = Joint::Sequence;
        while !self.at_end(ends) {
            let pipeline = self.pipeline()?;
            into.push(Statement { joint, pipeline, background: false });
            if let Some(next) = self.joint()? {
                joint = next;
                continue;
            }
            joint = Joint::Sequence;
            match self.terminator()? {
                Some(background) => {
                    into.iter_mut().next_back().into_iter().for_each(|s| s.background = background);
                }
                None if self.at_end(ends) => return Ok(()),
                None => return Err(self.unread("something stands behind a command that is over")),
            }
        }
        match joint {
            Joint::Sequence => Ok(()),
            _ => Err(self.unread("no command stands behind `&&` or `||`")),
        }
    }

    fn at_end(&self, ends: Ends) -> bool {
        self.peek().is_none()
            || match ends {
                Ends::Text => false,
                Ends::Parenthesis => self.peek() == Some(b')'),
                Ends::Words(words) => words.iter().any(|word| self.keyword(word)),
                Ends::Arm => self.starts(";;") || self.starts(";&") || self.keyword("esac"),
            }
    }

    /// Whether this keyword stands here, unquoted and on its own.
    fn keyword(&self, word: &str) -> bool {
        self.rest()
            .strip_prefix(word)
            .is_some_and(|rest| rest.as_bytes().first().is_none_or(|&byte| ends_word(byte)))
    }

    fn take_keyword(&mut self, word: &str) -> bool {
        let here = self.keyword(word);
        if here {
            self.at += word.len();
        }
        here
    }

    fn expect(&mut self, word: &'static str) -> Read<()> {
        self.lines()?;
        if self.take_keyword(word) {
            Ok(())
        } else {
            Err(self.unread("a compound command lacks a keyword"))
        }
    }

    fn pipeline(&mut self) -> Read<Vec<Command>> {
        while self.take_keyword("!") || self.take_keyword("time") {
            self.blanks();
            if self.take_keyword("-p") {
                self.blanks();
            }
        }
        let mut commands = vec![self.command()?];
        loop {
            self.blanks();
            if self.starts("||") || !(self.take("|&") || self.take("|")) {
                return Ok(commands);
            }
            self.lines()?;
            commands.push(self.command()?);
        }
    }

    fn command(&mut self) -> Read<Command> {
        let start = self.at;
        let (kind, mut redirections) = self.nested(Self::command_kind)?;
        if matches!(kind, CommandKind::Compound { .. }) {
            while let Some(redirection) = self.redirection()? {
                redirections.push(redirection);
            }
        }
        Ok(Command { kind, redirections, span: self.span(start) })
    }

    fn command_kind(&mut self) -> Read<(CommandKind, Vec<Redirection>)> {
        if CLOSERS.iter().any(|word| self.keyword(word)) {
            return Err(self.unread("a keyword stands where a command is expected"));
        }
        match self.compound()? {
            Some(kind) => Ok((kind, Vec::new())),
            None => self.simple(),
        }
    }

    fn compound(&mut self) -> Read<Option<CommandKind>> {
        let kind = match () {
            () if self.starts("((") && self.is_arithmetic(2)? => self.arithmetic_command()?,
            () if self.take("(") => of(Form::Subshell, None, vec![self.enclosed()?]),
            () if self.take_keyword("{") => {
                of(Form::Group, None, vec![self.part_until(&["}"], "}")?])
            }
            () if self.take_keyword("if") => self.branches()?,
            () if self.take_keyword("while") || self.take_keyword("until") => self.repeated()?,
            () if self.take_keyword("for") || self.take_keyword("select") => self.counted()?,
            () if self.take_keyword("case") => self.cases()?,
            () if self.take_keyword("function") => self.named_function()?,
            () if self.take_keyword("[[") => self.test()?,
            () if self.keyword("coproc") => {
                return Err(self.unread("`coproc` is not understood"));
            }
            () => return Ok(None),
        };
        Ok(Some(kind))
    }

    /// Statements up to one of `ends`, which must be `taken`.
    fn part_until(&mut self, ends: &'static [&'static str], taken: &'static str) -> Read<Script> {
        let mut script = Script::default();
        self.statements(&mut script.statements, Ends::Words(ends))?;
        self.expect(taken)?;
        Ok(script)
    }

    fn arithmetic_command(&mut self) -> Read<CommandKind> {
        let word = self.arithmetic_inside(2, 2)?;
        Ok(with_words(Form::Arithmetic, None, vec![word], Vec::new()))
    }

    fn branches(&mut self) -> Read<CommandKind> {
        let mut parts = Vec::new();
        loop {
            parts.push(self.part_until(&["then"], "then")?);
            let mut body = Script::default();
            self.statements(&mut body.statements, Ends::Words(&["elif", "else", "fi"]))?;
            parts.push(body);
            if self.take_keyword("elif") {
                continue;
            }
            if self.take_keyword("else") {
                parts.push(self.part_until(&["fi"], "fi")?);
            } else {
                self.expect("fi")?;
            }
            return Ok(of(Form::If, None, parts));
        }
    }

    fn repeated(&mut self) -> Read<CommandKind> {
        let condition = self.part_until(&["do"], "do")?;
        let body = self.part_until(&["done"], "done")?;
        Ok(of(Form::While, None, vec![condition, body]))
    }

    fn counted(&mut self) -> Read<CommandKind> {
        self.blanks();
        if self.starts("((") {
            if !self.is_arithmetic(2)? {
                return Err(self.unread("the head of a loop is not understood"));
            }
            let head = self.arithmetic_inside(2, 2)?;
            self.terminator()?;
            let body = self.loop_body()?;
            return Ok(with_words(Form::Count, None, vec![head], vec![body]));
        }
        let name = self.word()?.and_then(|word| word.literal());
        self.lines()?;
        let words = if self.take_keyword("in") { self.words()? } else { vec![arguments()] };
        self.terminator()?;
        let body = self.loop_body()?;
        Ok(with_words(Form::For, name, words, vec![body]))
    }

    fn loop_body(&mut self) -> Read<Script> {
        self.lines()?;
        if self.take_keyword("{") {
            return self.part_until(&["}"], "}");
        }
        self.expect("do")?;
        self.part_until(&["done"], "done")
    }

    fn words(&mut self) -> Read<Vec<Word>> {
        let mut words = Vec::new();
        loop {
            self.blanks();
            match self.word()? {
                Some(word) => words.extend(brace::expand(word)),
                None => return Ok(words),
            }
        }
    }

    fn cases(&mut self) -> Read<CommandKind> {
        self.blanks();
        let Some(subject) = self.word()? else {
            return Err(self.unread("`case` has no subject"));
        };
        let mut words = vec![subject];
        let mut parts = Vec::new();
        self.expect("in")?;
        self.lines()?;
        while !self.take_keyword("esac") {
            self.patterns(&mut words)?;
            let mut body = Script::default();
            self.statements(&mut body.statements, Ends::Arm)?;
            parts.push(body);
            if !(self.take(";;&") || self.take(";;") || self.take(";&") || self.keyword("esac")) {
                return Err(self.unread("`case` is never closed"));
            }
            self.lines()?;
        }
        Ok(with_words(Form::Case, None, words, parts))
    }

    fn patterns(&mut self, words: &mut Vec<Word>) -> Read<()> {
        self.take("(");
        loop {
            self.blanks();
            match self.word()? {
                Some(word) => words.push(word),
                None => return Err(self.unread("a pattern of `case` is not understood")),
            }
            self.blanks();
            if self.take(")") {
                return Ok(());
            }
            if !self.take("|") {
                return Err(self.unread("a pattern of `case` is not understood"));
            }
        }
    }

    fn named_function(&mut self) -> Read<CommandKind> {
        self.blanks();
        let name = self.word()?.and_then(|word| word.literal());
        self.blanks();
        if self.take("(") {
            self.blanks();
            if !self.take(")") {
                return Err(self.unread("a function is not understood"));
            }
        }
        self.function_body(name)
    }

    fn function_body(&mut self, name: Option<String>) -> Read<CommandKind> {
        self.lines()?;
        let command = self.command()?;
        if matches!(command.kind, CommandKind::Simple { .. }) {
            return Err(self.unread("a function has no body"));
        }
        let statement =
            Statement { joint: Joint::Sequence, pipeline: vec![command], background: false };
        let body = Script { statements: vec![statement], unread: None };
        Ok(of(Form::Function, name, vec![body]))
    }

    /// `[[ ... ]]`: only what its words expand matters here.
    fn test(&mut self) -> Read<CommandKind> {
        let mut words = Vec::new();
        loop {
            self.lines()?;
            if self.take_keyword("]]") {
                return Ok(with_words(Form::Test, None, words, Vec::new()));
            }
            match self.word()? {
                Some(word) => words.push(word),
                None if self.peek().is_some() => self.at += 1,
                None => return Err(self.unread("`[[` is never closed")),
            }
        }
    }

    fn simple(&mut self) -> Read<(CommandKind, Vec<Redirection>)> {
        let start = self.at;
        let (mut assignments, mut words, mut redirections) = (Vec::new(), Vec::new(), Vec::new());
        loop {
            self.blanks();
            if let Some(redirection) = self.redirection()? {
                redirections.push(redirection);
                continue;
            }
            let declares = words.first().is_none_or(declares);
            if let Some(assignment) = self.assignment(declares, words.is_empty())? {
                assignments.push(assignment);
                continue;
            }
            let from = self.at;
            let Some(word) = self.word()? else { break };
            if words.is_empty() && self.slice(from).contains("\\\n") && reserved(&word) {
                return Err(self.unread("a line is continued inside a keyword"));
            }
            let first = words.is_empty() && assignments.is_empty() && redirections.is_empty();
            if first && self.is_definition() {
                return Ok((self.function_body(word.literal())?, Vec::new()));
            }
            words.extend(brace::expand(word));
        }
        if self.at == start {
            return Err(self.unread("a command is missing"));
        }
        Ok((CommandKind::Simple { assignments, words }, redirections))
    }

    /// Takes `()` behind the name of a function.
    fn is_definition(&mut self) -> bool {
        let start = self.at;
        self.blanks();
        let is = self.take("(") && {
            self.blanks();
            self.take(")")
        };
        if !is {
            self.at = start;
        }
        is
    }

    /// `name=value` in front of a command, or an array behind a declaring builtin.
    fn assignment(&mut self, declares: bool, in_front: bool) -> Read<Option<Assignment>> {
        let Some((name, partial, length)) = declares.then(|| self.assigned()).flatten() else {
            return Ok(None);
        };
        let array = self.rest().get(length..).is_some_and(|rest| rest.starts_with('('));
        if !array && !in_front {
            return Ok(None);
        }
        self.at += length;
        let values = if array { self.elements()? } else { self.word()?.into_iter().collect() };
        Ok(Some(Assignment { name, partial, values, array }))
    }

    /// Name, whether the value is only a part, and the length up to the value.
    fn assigned(&self) -> Option<(String, bool, usize)> {
        let rest = self.rest();
        let length = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))?;
        let name = rest.get(..length)?;
        if name.is_empty() || name.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let behind = rest.get(length..)?;
        let index = match behind.strip_prefix('[') {
            Some(inside) => inside.find([']', '\n', ' ']).filter(|_| !inside.is_empty())? + 2,
            None => 0,
        };
        let sign = behind.get(index..)?;
        let plus = usize::from(sign.starts_with("+="));
        sign.get(plus..)?
            .starts_with('=')
            .then(|| (name.to_owned(), plus > 0 || index > 0, length + index + plus + 1))
    }

    fn elements(&mut self) -> Read<Vec<Word>> {
        self.at += 1;
        let mut words = Vec::new();
        loop {
            self.lines()?;
            match self.word()? {
                Some(word) => words.extend(brace::expand(word)),
                None if self.take(")") => return Ok(words),
                None => return Err(self.unread("an array is never closed")),
            }
        }
    }

    /// The redirection that stands here.
    fn redirection(&mut self) -> Read<Option<Redirection>> {
        self.blanks();
        let start = self.at;
        let digits = self.rest().find(|c: char| !c.is_ascii_digit()).unwrap_or(0);
        let rest = self.rest().get(digits..).unwrap_or("");
        let found = REDIRECTIONS.iter().find(|(operator, _)| rest.starts_with(operator));
        let Some(&(operator, kind)) = found else { return Ok(None) };
        let process = rest.starts_with("<(") || rest.starts_with(">(");
        if process || (digits > 0 && operator.starts_with('&')) {
            return Ok(None);
        }
        let descriptor = self.rest().get(..digits).and_then(|number| number.parse().ok());
        self.at += digits + operator.len();
        self.blanks();
        let Some(target) = self.word()? else {
            return Err(self.unread("a redirection has no target"));
        };
        let document = Arc::new(OnceLock::new());
        if kind == RedirectKind::Document {
            self.announce(operator, &target, Arc::clone(&document));
        }
        let kind = duplicated(operator, kind, &target);
        Ok(Some(Redirection { descriptor, kind, target, span: self.span(start), document }))
    }

    fn announce(&mut self, operator: &str, target: &Word, slot: Arc<OnceLock<super::Document>>) {
        let source = || target.parts.iter().map(|part| part.source.as_str()).collect();
        let delimiter = target.literal().unwrap_or_else(source);
        let strip_tabs = operator == "<<-";
        self.pending.push(Pending { delimiter, strip_tabs, expanded: !target.quoted(), slot });
    }
}

/// `>& file` writes a file; `>&2`, `<&-` copy or close a descriptor.
fn duplicated(operator: &str, kind: RedirectKind, target: &Word) -> RedirectKind {
    let descriptor = target
        .literal()
        .is_some_and(|text| text.trim_end_matches('-').bytes().all(|b| b.is_ascii_digit()));
    if operator == ">&" && !descriptor { RedirectKind::WriteAll } else { kind }
}

/// Whether the word would be a keyword if no line were continued in it.
fn reserved(word: &Word) -> bool {
    let is = |text: String| CLOSERS.contains(&text.as_str()) || OPENERS.contains(&text.as_str());
    !word.quoted() && word.literal().is_some_and(is)
}

fn declares(word: &Word) -> bool {
    word.literal().is_some_and(|name| DECLARATIONS.contains(&name.as_str()))
}

fn of(form: Form, name: Option<String>, parts: Vec<Script>) -> CommandKind {
    with_words(form, name, Vec::new(), parts)
}

fn with_words(
    form: Form,
    name: Option<String>,
    words: Vec<Word>,
    parts: Vec<Script>,
) -> CommandKind {
    CommandKind::Compound { form, name, words, parts: parts.into() }
}

/// `"$@"`: what a loop without `in` runs over.
fn arguments() -> Word {
    let kind = PartKind::Variable {
        name: "@".to_owned(),
        altered: false,
        operator: String::new(),
        operand: Box::default(),
    };
    let part = Part { kind, quoted: true, source: "\"$@\"".to_owned() };
    Word { parts: vec![part], span: portcullis_model::Span::default() }
}
