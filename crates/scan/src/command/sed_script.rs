//! Scripts of `sed`, taken apart: the commands that people use, with their addresses. A script with
//! anything else in it is not known.

use regex::Regex;

use super::regex_dialect::{Dialect, compile};

/// More commands than this are not followed.
const COMMANDS_MAX: usize = 256;

/// Which lines a command works on.
#[derive(Debug)]
pub(super) enum Address {
    Line(usize),
    Last,
    Match(Regex),
    /// So many lines behind the first address.
    Behind(usize),
    /// Not followed.
    Opaque,
}

/// A command with its addresses.
#[derive(Debug)]
pub(super) struct Step {
    pub(super) from: Option<Address>,
    pub(super) to: Option<Address>,
    pub(super) negated: bool,
    pub(super) action: Action,
}

/// What a command does.
#[derive(Debug)]
pub(super) enum Action {
    Substitute {
        pattern: Regex,
        replacement: Vec<Piece>,
        which: Which,
        print: bool,
    },
    Delete,
    Print,
    Quit,
    Append(String),
    Insert(String),
    Change(String),
    Map(Vec<(char, char)>),
    Group(Vec<Step>),
    /// Changes the text in a way that is not followed, and does nothing else.
    Opaque,
}

/// Which matches of a line are replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    /// The one of this number, from 1.
    One(usize),
    /// All from this number on.
    From(usize),
}

/// A piece of a replacement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Text(String),
    Group(usize),
}

/// Reads a script; `None` where something in it is not known.
pub(super) fn read(script: &str, extended: bool) -> Option<Vec<Step>> {
    let dialect = if extended { Dialect::Extended } else { Dialect::Basic };
    let mut reader = Reader { rest: script, dialect, count: 0 };
    let steps = reader.steps(0)?;
    reader.rest.is_empty().then_some(steps)
}

struct Reader<'s> {
    rest: &'s str,
    dialect: Dialect,
    count: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    fn next(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.rest = self.rest.get(c.len_utf8()..)?;
        Some(c)
    }

    fn take(&mut self, sign: char) -> bool {
        let here = self.peek() == Some(sign);
        if here {
            self.next();
        }
        here
    }

    fn blanks(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t']);
    }

    fn steps(&mut self, depth: usize) -> Option<Vec<Step>> {
        let mut steps = Vec::new();
        loop {
            self.rest = self.rest.trim_start_matches([' ', '\t', '\n', ';']);
            match self.peek() {
                None if depth == 0 => return Some(steps),
                None => return None,
                Some('}') if depth > 0 => {
                    self.next();
                    return Some(steps);
                }
                Some('#') => self.rest = self.rest.split_once('\n').map_or("", |(_, rest)| rest),
                Some(_) => steps.push(self.step(depth)?),
            }
            self.count += 1;
            if self.count > COMMANDS_MAX {
                return None;
            }
        }
    }

    fn step(&mut self, depth: usize) -> Option<Step> {
        let from = self.address()?;
        self.blanks();
        let to = if from.is_some() && self.take(',') {
            self.blanks();
            self.address()?
        } else {
            None
        };
        self.blanks();
        let negated = self.take('!');
        self.blanks();
        let action = self.action(depth)?;
        Some(Step { from, to, negated, action })
    }

    /// An address, none, or nothing that is known.
    fn address(&mut self) -> Option<Option<Address>> {
        let first = self.peek();
        match first {
            Some('0'..='9') => {
                self.number().filter(|_| self.peek() != Some('~')).map(|n| Some(Address::Line(n)))
            }
            Some('$') => {
                self.next();
                Some(Some(Address::Last))
            }
            Some('+') => {
                self.next();
                self.number().map(|n| Some(Address::Behind(n)))
            }
            Some('/') => self.pattern_address('/'),
            Some('\\') => {
                self.next();
                let sign = self.peek()?;
                self.pattern_address(sign)
            }
            _ => Some(None),
        }
    }

    fn pattern_address(&mut self, sign: char) -> Option<Option<Address>> {
        self.next();
        let pattern = self.until(sign, true)?;
        let ignore_case = self.take('I');
        let pattern = compile(&pattern, self.dialect, ignore_case, false);
        Some(Some(pattern.map_or(Address::Opaque, Address::Match)))
    }

    fn number(&mut self) -> Option<usize> {
        let length = self.rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(self.rest.len());
        let (number, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        number.parse().ok()
    }

    /// The text up to an unescaped `sign`, which is taken. An escaped sign stands for itself.
    fn until(&mut self, sign: char, pattern: bool) -> Option<String> {
        let mut out = String::new();
        let mut in_bracket = false;
        loop {
            match self.next()? {
                c if c == sign && !in_bracket => return Some(out),
                '\\' => match self.next()? {
                    c if c == sign => out.push(c),
                    '\n' if !pattern => out.push('\n'),
                    c => out.extend(['\\', c]),
                },
                '\n' if pattern => return None,
                c => {
                    in_bracket = pattern && (c == '[' || (in_bracket && c != ']'));
                    out.push(c);
                }
            }
        }
    }

    fn action(&mut self, depth: usize) -> Option<Action> {
        let action = match self.next()? {
            's' => self.substitution()?,
            'y' => self.mapping()?,
            'd' => Action::Delete,
            'p' => Action::Print,
            'q' => Action::Quit,
            'a' => return self.text().map(Action::Append),
            'i' => return self.text().map(Action::Insert),
            'c' => return self.text().map(Action::Change),
            'n' | 'N' | 'h' | 'H' | 'g' | 'G' | 'x' | 'D' | 'P' | '=' | 'l' | 'z' | 'F' => {
                Action::Opaque
            }
            'b' | 't' | 'T' | ':' | 'r' | 'R' => {
                let length = self.rest.find([';', '\n', '}']).unwrap_or(self.rest.len());
                self.rest = self.rest.get(length..)?;
                Action::Opaque
            }
            '{' if depth < 8 => return self.steps(depth + 1).map(Action::Group),
            _ => return None,
        };
        self.blanks();
        let ends = self.peek().is_none_or(|c| matches!(c, ';' | '\n' | '}' | '#'));
        ends.then_some(action)
    }

    /// The text behind `a`, `i`, `c`: on the same line or behind a backslash and a line break;
    /// lines that end in a backslash go on.
    fn text(&mut self) -> Option<String> {
        self.blanks();
        if self.take('\\') {
            let rest = self.rest.trim_start_matches([' ', '\t']);
            if let Some(rest) = rest.strip_prefix('\n') {
                self.rest = rest;
            }
        }
        let mut out = String::new();
        loop {
            match self.next() {
                None | Some('\n') => return Some(out + "\n"),
                Some('\\') => match self.next() {
                    Some('t') => out.push('\t'),
                    Some('n') => out.push('\n'),
                    Some(c) => out.push(c),
                    None => return Some(out + "\n"),
                },
                Some(c) => out.push(c),
            }
        }
    }

    fn substitution(&mut self) -> Option<Action> {
        let sign = self.next().filter(|c| !matches!(c, '\n' | '\\'))?;
        let pattern = self.until(sign, true)?;
        let replacement = self.until(sign, false)?;
        let (mut from, mut all, mut print, mut ignore_case, mut lines) =
            (1, false, false, false, false);
        loop {
            match self.peek() {
                Some('g') => all = true,
                Some('p') => print = true,
                Some('i' | 'I') => ignore_case = true,
                Some('m' | 'M') => lines = true,
                Some('1'..='9') => {
                    from = self.number()?;
                    continue;
                }
                Some('e' | 'w') => return None,
                _ => break,
            }
            self.next();
        }
        let which = if all { Which::From(from) } else { Which::One(from) };
        if pattern.is_empty() {
            return Some(Action::Opaque);
        }
        let pattern = compile(&pattern, self.dialect, ignore_case, lines);
        Some(match (pattern, pieces(&replacement)) {
            (Some(pattern), Some(replacement)) => {
                Action::Substitute { pattern, replacement, which, print }
            }
            _ => Action::Opaque,
        })
    }

    fn mapping(&mut self) -> Option<Action> {
        let sign = self.next()?;
        let (from, to) = (self.until(sign, false)?, self.until(sign, false)?);
        let plain = !from.contains('\\') && !to.contains('\\');
        let same = from.chars().count() == to.chars().count();
        (plain && same).then(|| Action::Map(from.chars().zip(to.chars()).collect()))
    }
}

/// The pieces of a replacement: text, `&`, `\1`.
fn pieces(replacement: &str) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut characters = replacement.chars();
    while let Some(c) = characters.next() {
        let group = match c {
            '&' => 0,
            '\\' => match characters.next()? {
                digit @ '0'..='9' => usize::try_from(digit.to_digit(10)?).ok()?,
                'n' => {
                    text.push('\n');
                    continue;
                }
                't' => {
                    text.push('\t');
                    continue;
                }
                letter if letter.is_ascii_alphabetic() => return None,
                other => {
                    text.push(other);
                    continue;
                }
            },
            other => {
                text.push(other);
                continue;
            }
        };
        pieces.push(Piece::Text(std::mem::take(&mut text)));
        pieces.push(Piece::Group(group));
    }
    pieces.push(Piece::Text(text));
    Some(pieces)
}
