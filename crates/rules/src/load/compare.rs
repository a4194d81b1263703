//! The expressions of `metavariable-comparison`: a small part of Python.
//!
//! Parsed here, computed in [`crate::compare`].

use super::{keys, tables::Tables};
use crate::{
    RuleError,
    rule::{Compare, CompareCall, CompareOp},
    yaml::Value,
};

/// Nesting of parentheses and operators.
const DEPTH_MAX: usize = 60;
/// Levels of the expression that comes out; a chain such as `a or b or c` has one for each
/// operator.
const NODES_DEEP_MAX: usize = 200;

/// The condition, with `metavariable`, `base` and `strip` applied.
pub(super) fn condition(value: &Value, tables: &mut Tables) -> Result<Compare, RuleError> {
    let expr = text(keys::required(value, "comparison")?, tables)?;
    let Some(var) = value.get("metavariable") else { return Ok(expr) };
    let var = tables.var_at(var)?;
    let base = value.get("base").map(|at| keys::count(at, "`base`")).transpose()?;
    let strip = value.get("strip").map(|at| keys::flag(at, "`strip`")).transpose()?;
    match (base, strip) {
        (None, None | Some(false)) => Ok(expr),
        _ => Ok(based(expr, var, base.unwrap_or(10))),
    }
}

/// Levels of an expression, counted without recursion.
fn depth(expr: &Compare) -> usize {
    let (mut deepest, mut open) = (0, vec![(expr, 1)]);
    while let Some((expr, level)) = open.pop() {
        deepest = deepest.max(level);
        match expr {
            Compare::List(items) | Compare::Call(_, items) => {
                open.extend(items.iter().map(|item| (item, level + 1)));
            }
            Compare::Unary(_, inner) => open.push((inner, level + 1)),
            Compare::Binary(_, sides) => {
                open.extend([(&sides.0, level + 1), (&sides.1, level + 1)])
            }
            _ => {}
        }
    }
    deepest
}

/// Reads the variable in a base of digits wherever it stands.
fn based(expr: Compare, var: u16, base: u32) -> Compare {
    let go = |inner| based(inner, var, base);
    match expr {
        Compare::Var(v) if v == var => Compare::Based(v, base),
        Compare::Unary(op, inner) => Compare::Unary(op, Box::new(go(*inner))),
        Compare::Binary(op, sides) => Compare::Binary(op, Box::new((go(sides.0), go(sides.1)))),
        Compare::List(items) => Compare::List(items.into_iter().map(go).collect()),
        Compare::Call(call, args) => Compare::Call(call, args.into_iter().map(go).collect()),
        other => other,
    }
}

/// A comparison as it stands in a rule.
pub(super) fn text(value: &Value, tables: &mut Tables) -> Result<Compare, RuleError> {
    let text = keys::text(value, "`comparison`")?;
    let fail = |message: String| {
        let message = format!("this comparison does not parse: {message}");
        keys::error(value, &message, "write it like `$X > 1024` or `re.match('a.*', $X)`")
    };
    let tokens = tokens(&text).map_err(fail)?;
    let mut parser = Parser { tokens, at: 0, value, tables, depth: 0 };
    let expr = parser.binary(0)?;
    match parser.peek() {
        None if depth(&expr) > NODES_DEEP_MAX => Err(parser.fail("it has too many parts")),
        None => Ok(expr),
        Some(token) => {
            let message = format!("nothing is expected after `{token:?}`");
            Err(parser.fail(&message))
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Int(i64),
    Float(f64),
    Text(String),
    Var(String),
    Word(String),
    Sign(&'static str),
}

const SIGNS: &[&str] = &[
    "==", "!=", "<=", ">=", "**", "//", "<", ">", "+", "-", "*", "/", "%", "(", ")", "[", "]", ",",
    ".", "|", "^", "&", "~",
];

fn tokens(text: &str) -> Result<Vec<Token>, String> {
    let mut found = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let (token, len) = match first {
            '0'..='9' => number(rest)?,
            '"' | '\'' => quoted(rest, first)?,
            '$' => word(rest, |name| Token::Var(name.to_owned())),
            'r' if rest.starts_with("r'") || rest.starts_with("r\"") => raw(rest)?,
            c if c.is_alphabetic() || c == '_' => word(rest, |name| Token::Word(name.to_owned())),
            c => {
                let sign = SIGNS.iter().find(|sign| rest.starts_with(**sign));
                let sign = sign.ok_or_else(|| format!("`{c}` is not expected"))?;
                (Token::Sign(sign), sign.len())
            }
        };
        found.push(token);
        rest = rest.get(len..).unwrap_or("").trim_start();
    }
    Ok(found)
}

fn word(rest: &str, make: impl Fn(&str) -> Token) -> (Token, usize) {
    let part = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
    let dots = if rest.starts_with("$...") { 4 } else { 0 };
    let tail = rest.get(dots..).unwrap_or("");
    let len = dots + tail.find(|c| !part(c)).unwrap_or(tail.len());
    (make(rest.get(..len).unwrap_or("")), len)
}

fn number(rest: &str) -> Result<(Token, usize), String> {
    let len = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '.' && c != '_');
    let text = rest.get(..len.unwrap_or(rest.len())).unwrap_or("");
    let token = match crate::compare::integer(text) {
        Some(n) => Token::Int(n),
        None => Token::Float(text.parse().map_err(|_| format!("`{text}` is not a number"))?),
    };
    Ok((token, text.len()))
}

fn quoted(rest: &str, quote: char) -> Result<(Token, usize), String> {
    let mut out = String::new();
    let mut chars = rest.char_indices().skip(1);
    while let Some((at, c)) = chars.next() {
        match c {
            _ if c == quote => return Ok((Token::Text(out), at + 1)),
            '\\' => match chars.next() {
                Some((_, 'n')) => out.push('\n'),
                Some((_, 't')) => out.push('\t'),
                Some((_, escaped)) if escaped == quote || escaped == '\\' => out.push(escaped),
                Some((_, other)) => out.extend(['\\', other]),
                None => {}
            },
            _ => out.push(c),
        }
    }
    Err("a string does not end".to_owned())
}

fn raw(rest: &str) -> Result<(Token, usize), String> {
    let quote = rest.chars().nth(1).unwrap_or('\'');
    let body = rest.get(2..).unwrap_or("");
    let end = body.find(quote).ok_or_else(|| "a string does not end".to_owned())?;
    Ok((Token::Text(body.get(..end).unwrap_or("").to_owned()), end + 3))
}

/// Binary operators by precedence, loosest first. `not` stands between `and` and comparisons.
const LEVELS: &[&[(&str, CompareOp)]] = &[
    &[("or", CompareOp::Or)],
    &[("and", CompareOp::And)],
    &[
        ("==", CompareOp::Eq),
        ("!=", CompareOp::NotEq),
        ("<=", CompareOp::LessEq),
        (">=", CompareOp::GreaterEq),
        ("<", CompareOp::Less),
        (">", CompareOp::Greater),
        ("in", CompareOp::In),
    ],
    &[("|", CompareOp::BitOr)],
    &[("^", CompareOp::BitXor)],
    &[("&", CompareOp::BitAnd)],
    &[("+", CompareOp::Add), ("-", CompareOp::Sub)],
    &[
        ("*", CompareOp::Mul),
        ("//", CompareOp::FloorDiv),
        ("/", CompareOp::Div),
        ("%", CompareOp::Mod),
    ],
];

/// The level of comparisons in [`LEVELS`].
const COMPARISONS: usize = 2;

struct Parser<'a> {
    tokens: Vec<Token>,
    at: usize,
    value: &'a Value,
    tables: &'a mut Tables,
    depth: usize,
}

impl Parser<'_> {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn next(&mut self) -> Option<Token> {
        let token = self.tokens.get(self.at).cloned();
        self.at += 1;
        token
    }

    fn fail(&self, message: &str) -> RuleError {
        let message = format!("this comparison does not parse: {message}");
        keys::error(self.value, &message, "write it like `$X > 1024` or `re.match('a.*', $X)`")
    }

    fn takes(&mut self, text: &str) -> bool {
        let found = match self.peek() {
            Some(Token::Sign(sign)) => *sign == text,
            Some(Token::Word(word)) => word == text,
            _ => false,
        };
        self.at += usize::from(found);
        found
    }

    fn expect(&mut self, text: &str) -> Result<(), RuleError> {
        match self.takes(text) {
            true => Ok(()),
            false => Err(self.fail(&format!("`{text}` is missing"))),
        }
    }

    fn binary(&mut self, level: usize) -> Result<Compare, RuleError> {
        self.depth += 1;
        if self.depth > DEPTH_MAX * LEVELS.len() {
            return Err(self.fail("it is nested too deep"));
        }
        let Some(operators) = LEVELS.get(level) else { return self.deeper(Self::unary) };
        if level == COMPARISONS && self.takes("not") {
            let inner = self.binary(level)?;
            self.depth -= 1;
            return Ok(Compare::Unary(CompareOp::Not, Box::new(inner)));
        }
        let mut left = self.binary(level + 1)?;
        while let Some(op) = self.operator(level, operators) {
            let right = self.binary(level + 1)?;
            left = Compare::Binary(op, Box::new((left, right)));
        }
        self.depth -= 1;
        Ok(left)
    }

    fn deeper(
        &mut self,
        read: fn(&mut Self) -> Result<Compare, RuleError>,
    ) -> Result<Compare, RuleError> {
        let found = read(self);
        self.depth -= 1;
        found
    }

    fn operator(&mut self, level: usize, operators: &[(&str, CompareOp)]) -> Option<CompareOp> {
        if level == COMPARISONS
            && self.peek() == Some(&Token::Word("not".to_owned()))
            && self.tokens.get(self.at + 1) == Some(&Token::Word("in".to_owned()))
        {
            self.at += 2;
            return Some(CompareOp::NotIn);
        }
        operators.iter().find(|(text, _)| self.takes(text)).map(|(_, op)| *op)
    }

    fn unary(&mut self) -> Result<Compare, RuleError> {
        let signs = [("-", CompareOp::Minus), ("+", CompareOp::Plus), ("~", CompareOp::BitNot)];
        self.depth += 1;
        if self.depth > DEPTH_MAX * LEVELS.len() {
            return Err(self.fail("it is nested too deep"));
        }
        let sign = signs.into_iter().find(|(text, _)| self.takes(text));
        let found = match sign {
            Some((_, op)) => Compare::Unary(op, Box::new(self.unary()?)),
            None => self.power()?,
        };
        self.depth -= 1;
        Ok(found)
    }

    fn power(&mut self) -> Result<Compare, RuleError> {
        let base = self.atom()?;
        match self.takes("**") {
            true => {
                let exponent = self.unary()?;
                Ok(Compare::Binary(CompareOp::Pow, Box::new((base, exponent))))
            }
            false => Ok(base),
        }
    }

    fn atom(&mut self) -> Result<Compare, RuleError> {
        match self.next() {
            Some(Token::Int(n)) => Ok(Compare::Int(n)),
            Some(Token::Float(x)) => Ok(Compare::Float(x)),
            Some(Token::Text(text)) => Ok(Compare::Text(text)),
            Some(Token::Var(name)) => Ok(Compare::Var(self.tables.var(&name))),
            Some(Token::Word(word)) => self.word(&word),
            Some(Token::Sign("(")) => {
                let inner = self.binary(0)?;
                self.expect(")")?;
                Ok(inner)
            }
            Some(Token::Sign("[")) => self.list("]").map(Compare::List),
            Some(other) => Err(self.fail(&format!("`{other:?}` is not expected"))),
            None => Err(self.fail("it ends too early")),
        }
    }

    fn list(&mut self, end: &str) -> Result<Vec<Compare>, RuleError> {
        let mut items = Vec::new();
        while !self.takes(end) {
            items.push(self.binary(0)?);
            if !self.takes(",") {
                self.expect(end)?;
                break;
            }
        }
        Ok(items)
    }

    fn word(&mut self, word: &str) -> Result<Compare, RuleError> {
        match word {
            "True" | "true" => return Ok(Compare::Bool(true)),
            "False" | "false" => return Ok(Compare::Bool(false)),
            "None" | "null" => return Ok(Compare::Null),
            "re" => return self.regex_call(),
            _ => {}
        }
        let call = match word {
            "int" => CompareCall::Int,
            "float" => CompareCall::Float,
            "str" => CompareCall::Str,
            "strip" => CompareCall::Strip,
            "lower" => CompareCall::Lower,
            "upper" => CompareCall::Upper,
            _ => return Err(self.fail(&format!("the function `{word}` is not supported"))),
        };
        self.expect("(")?;
        let args = self.list(")")?;
        Ok(Compare::Call(call, args))
    }

    /// `re.match(regex, text)`, after `re`.
    fn regex_call(&mut self) -> Result<Compare, RuleError> {
        self.expect(".")?;
        self.expect("match")?;
        self.expect("(")?;
        let Some(Token::Text(source)) = self.next() else {
            return Err(self.fail("`re.match` needs a regular expression in quotes"));
        };
        let regex = self.tables.source(self.value, &source)?;
        self.expect(",")?;
        let args = self.list(")")?;
        Ok(Compare::Call(CompareCall::Match(regex), args))
    }
}
