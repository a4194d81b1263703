//! Code of script languages as a flat list of tokens: names, strings with their values, signs and
//! line ends. Just enough to follow a few statements that read and write files; not a parser, and
//! never asked whether the code is sound.

use super::stream::Stream;

/// Languages whose strings differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    Python,
    JavaScript,
    Ruby,
    Perl,
    Php,
}

/// Code, taken apart.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    pub(super) list: Vec<Token>,
    /// Whether a string may end elsewhere than was thought, or holds code that acts.
    pub(super) doubtful: bool,
}

/// A piece of code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Name(String),
    /// A string; partial where something is put into it when it runs.
    Text(Stream),
    Number,
    Sign(char),
    /// End of a line outside brackets, with the depth of the next line's first character.
    Line(usize),
}

/// Words in an interpolation that make it more than a value.
const ACTING: &[&str] = &[
    "open",
    "write",
    "exec",
    "eval",
    "system",
    "popen",
    "subprocess",
    "import",
    "require",
    "fs.",
    "os.",
    "spawn",
    "Path",
    "unlink",
    "remove",
    "rm",
];

/// Takes code apart. Never fails: what is no token of the language comes out as signs.
pub(super) fn tokens(code: &str, family: Family) -> Tokens {
    let mut lexer = Lexer { rest: code, family, depth: 0, tokens: Tokens::default() };
    lexer.line_start();
    while !lexer.rest.is_empty() {
        lexer.token();
    }
    lexer.tokens
}

struct Lexer<'c> {
    rest: &'c str,
    family: Family,
    depth: usize,
    tokens: Tokens,
}

/// How a string is written.
struct Quotes {
    end: String,
    /// Backslashes stand for themselves.
    raw: bool,
    bytes: bool,
    /// What opens an interpolation; none in plain strings.
    opens: Option<&'static str>,
}

impl<'c> Lexer<'c> {
    fn first(&self) -> char {
        self.rest.chars().next().unwrap_or('\0')
    }

    fn skip(&mut self, bytes: usize) -> &'c str {
        let (taken, rest) = self.rest.split_at_checked(bytes).unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }

    fn push(&mut self, token: Token) {
        self.tokens.list.push(token);
    }

    fn line_start(&mut self) {
        let indent = self.rest.len() - self.rest.trim_start_matches([' ', '\t']).len();
        self.push(Token::Line(indent));
    }

    fn token(&mut self) {
        let first = self.first();
        match first {
            '\n' => {
                self.skip(1);
                if self.depth == 0 || self.family != Family::Python {
                    self.line_start();
                }
            }
            _ if first.is_whitespace() => {
                self.skip(first.len_utf8());
            }
            '\\' if self.rest.starts_with("\\\n") => {
                self.skip(2);
            }
            _ if self.comment() || self.string() || self.regex() => {}
            '0'..='9' => {
                let number = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_');
                self.skip(self.rest.find(|c| !number(c)).unwrap_or(self.rest.len()));
                self.push(Token::Number);
            }
            _ if is_name(first) => {
                let length = self.rest.find(|c| !is_name(c)).unwrap_or(self.rest.len());
                let name = self.skip(length).to_owned();
                self.push(Token::Name(name));
            }
            _ => self.sign(first),
        }
    }

    fn sign(&mut self, sign: char) {
        match sign {
            '(' | '[' | '{' => self.depth += 1,
            ')' | ']' | '}' => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        self.skip(sign.len_utf8());
        self.push(Token::Sign(sign));
    }

    fn comment(&mut self) -> bool {
        let slashes = matches!(self.family, Family::JavaScript | Family::Php);
        let line = match self.family {
            Family::JavaScript => self.rest.starts_with("//"),
            Family::Php => self.rest.starts_with("//") || self.rest.starts_with('#'),
            _ => self.rest.starts_with('#'),
        };
        let block = slashes && self.rest.starts_with("/*");
        if line {
            self.skip(self.rest.find('\n').unwrap_or(self.rest.len()));
        } else if block {
            self.skip(self.rest.find("*/").map_or(self.rest.len(), |at| at + 2));
        }
        line || block
    }

    /// A regular expression of JavaScript: a slash where a value is expected.
    fn regex(&mut self) -> bool {
        let value = match self.tokens.list.last() {
            Some(Token::Sign(sign)) => !matches!(sign, ')' | ']' | '}'),
            Some(Token::Name(name)) => matches!(name.as_str(), "return" | "typeof" | "case" | "in"),
            Some(Token::Line(_)) | None => true,
            Some(Token::Text(_) | Token::Number) => false,
        };
        if self.family != Family::JavaScript || !value || !self.rest.starts_with('/') {
            return false;
        }
        let mut in_class = false;
        let mut escaped = false;
        let end = self.rest.char_indices().skip(1).find(|(_, c)| {
            let ends = *c == '\n' || (*c == '/' && !in_class && !escaped);
            in_class = !escaped && (*c == '[' || (in_class && *c != ']')) || (escaped && in_class);
            escaped = *c == '\\' && !escaped;
            ends
        });
        match end {
            Some((at, '/')) => self.skip(at + 1),
            _ => {
                self.tokens.doubtful = true;
                self.skip(1)
            }
        };
        self.push(Token::Number);
        true
    }

    /// A string literal with the letters in front of it.
    fn string(&mut self) -> bool {
        let letters = |c: char| self.family == Family::Python && "rbfuRBFU".contains(c);
        let length = self.rest.find(|c| !letters(c)).unwrap_or(0);
        let prefix = self.rest.get(..length).filter(|p| p.len() <= 2).unwrap_or("");
        let behind = self.rest.get(prefix.len()..).unwrap_or("");
        let quote = behind.chars().next().unwrap_or('\0');
        if !(matches!(quote, '\'' | '"') || (quote == '`' && self.family == Family::JavaScript)) {
            return false;
        }
        let triple: String = [quote; 3].iter().collect();
        let long = self.family == Family::Python && behind.starts_with(&triple);
        let end = if long { triple } else { quote.to_string() };
        let quotes = Quotes {
            raw: prefix.contains(['r', 'R']) || self.raw_quotes(quote),
            bytes: prefix.contains(['b', 'B']),
            opens: self.opening(quote, prefix),
            end,
        };
        self.skip(prefix.len() + quotes.end.len());
        let (text, partial) = self.until(&quotes);
        self.push(Token::Text(Stream { partial, ..Stream::known(text) }));
        true
    }

    /// Single quotes of these languages know no escapes but their own.
    fn raw_quotes(&self, quote: char) -> bool {
        quote == '\'' && matches!(self.family, Family::Ruby | Family::Perl | Family::Php)
    }

    fn opening(&self, quote: char, prefix: &str) -> Option<&'static str> {
        match (self.family, quote) {
            (Family::Python, _) => prefix.contains(['f', 'F']).then_some("{"),
            (Family::JavaScript, '`') => Some("${"),
            (Family::Ruby, '"') => Some("#{"),
            (Family::Perl | Family::Php, '"') => Some("$"),
            _ => None,
        }
    }

    /// The value up to the closing quotes, which are taken, and whether some of it is put in when
    /// the code runs.
    fn until(&mut self, quotes: &Quotes) -> (String, bool) {
        let mut bytes = Vec::new();
        let mut partial = false;
        while !self.rest.is_empty() && !self.rest.starts_with(&quotes.end) {
            let c = self.first();
            if quotes.opens.is_some_and(|opens| self.rest.starts_with(opens)) {
                partial = true;
                let source = self.interpolation(quotes);
                bytes.extend_from_slice(source.as_bytes());
                continue;
            }
            self.skip(c.len_utf8());
            if c != '\\' {
                bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
            } else if quotes.raw {
                self.raw_escape(&quotes.end, &mut bytes);
            } else {
                partial |= !self.escape(quotes, &mut bytes);
            }
        }
        self.skip(quotes.end.len());
        (String::from_utf8_lossy(&bytes).into_owned(), partial)
    }

    /// An interpolation as it is written. One that may end elsewhere, or that acts, is doubtful.
    fn interpolation(&mut self, quotes: &Quotes) -> &'c str {
        let start = self.rest;
        if self.rest.starts_with("{{") {
            return self.skip(2);
        }
        self.skip(quotes.opens.map_or(1, str::len));
        if quotes.opens == Some("$") {
            return start.get(..1).unwrap_or("");
        }
        let mut depth = 1;
        while depth > 0 && !self.rest.is_empty() {
            let c = self.first();
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                '\'' | '"' | '`' if !self.nested_string(c, quotes) => break,
                '\\' | '#' | '/' => self.tokens.doubtful = true,
                _ => {}
            }
            self.skip(c.len_utf8());
        }
        let source = start.get(..start.len() - self.rest.len()).unwrap_or("");
        self.tokens.doubtful |= depth > 0 || ACTING.iter().any(|word| source.contains(word));
        source
    }

    /// Skips a string in an interpolation up to its closing quote. One that holds the quotes of the
    /// string around it means different things in different versions.
    fn nested_string(&mut self, quote: char, quotes: &Quotes) -> bool {
        let inside = self.rest.get(1..).unwrap_or("");
        let end = inside.find([quote, '\n', '\\']).filter(|_| !quotes.end.starts_with(quote));
        let text = end.and_then(|end| inside.get(..end)).unwrap_or("");
        let closed = end.is_some_and(|end| inside.get(end..).is_some_and(|r| r.starts_with(quote)));
        if !closed || text.contains(quotes.end.as_str()) {
            self.tokens.doubtful = true;
            return false;
        }
        self.skip(1 + text.len());
        true
    }

    fn raw_escape(&mut self, end: &str, bytes: &mut Vec<u8>) {
        let keeps = self.family == Family::Python
            || !self.rest.starts_with([end.chars().next().unwrap_or('\''), '\\']);
        if keeps {
            bytes.push(b'\\');
        }
        if self.rest.starts_with(end) || self.rest.starts_with('\\') {
            let c = self.first();
            bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
            self.skip(c.len_utf8());
        }
    }

    /// What stands behind a backslash; says whether its meaning is sure.
    fn escape(&mut self, quotes: &Quotes, bytes: &mut Vec<u8>) -> bool {
        let c = self.first();
        let python = self.family == Family::Python;
        if c == '\n' {
            self.skip(1);
            return python || self.family == Family::JavaScript;
        }
        let own = match c {
            'n' | 't' | 'r' | 'f' | 'v' | 'x' | '0'..='7' | '\\' | '\'' | '"' => true,
            'b' => python || self.family == Family::JavaScript,
            'a' => python,
            'u' | 'U' => !quotes.bytes && (python || c == 'u'),
            _ => false,
        };
        let (length, escaped) =
            if own { portcullis_syntax::shell::c_escape(self.rest) } else { (0, Vec::new()) };
        if length == 0 {
            return self.no_escape(quotes, c, bytes);
        }
        self.skip(length);
        match escaped.as_slice() {
            // A byte in a text is the character of that number.
            [byte] if *byte >= 0x80 && !quotes.bytes => {
                bytes.extend_from_slice(char::from(*byte).encode_utf8(&mut [0; 4]).as_bytes());
            }
            _ => bytes.extend_from_slice(&escaped),
        }
        true
    }

    /// A backslash that begins no escape: Python keeps it, JavaScript drops it.
    fn no_escape(&mut self, quotes: &Quotes, c: char, bytes: &mut Vec<u8>) -> bool {
        match self.family {
            Family::Python => {
                bytes.push(b'\\');
                quotes.bytes || c != 'N'
            }
            Family::JavaScript if !matches!(c, 'u' | 'x') => {
                bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
                self.skip(c.len_utf8());
                true
            }
            _ => false,
        }
    }
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '$'
}
