//! Brackets that a fragment leaves open or closes without having opened them, told without a
//! grammar: strings and comments are skipped by the few rules that a lexicon gives.

/// What a language's strings and comments look like, as far as brackets are concerned.
pub(crate) struct Lexicon {
    pub(crate) line_comment: &'static str,
    /// Whether `/* ... */` is a comment.
    pub(crate) block_comments: bool,
    /// Delimiters of strings that may hold line breaks.
    pub(crate) long_quotes: &'static [&'static str],
    /// Whether `/.../` may be a regular expression.
    pub(crate) regexes: bool,
}

/// What is out of balance in a text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Balance {
    /// Closing brackets without an opening one, in order.
    pub(crate) closers: Vec<Closer>,
    /// Opening brackets that are never closed, in order.
    pub(crate) openers: Vec<Opener>,
    /// The text starts inside a block comment.
    pub(crate) in_comment: bool,
    /// What would end the string or comment in which the text ends.
    pub(crate) open_end: Option<&'static str>,
    /// What stands after the last closer that the text did not open is a list of pairs or values.
    pub(crate) ends_in_list: bool,
    /// The last character outside comments that is not white space.
    pub(crate) last: char,
}

impl Balance {
    pub(crate) fn is_even(&self) -> bool {
        self.closers.is_empty()
            && self.openers.is_empty()
            && !self.in_comment
            && self.open_end.is_none()
    }
}

/// A closing bracket without an opening one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Closer {
    pub(crate) bracket: char,
    /// What stands before it, back to the closer before, is a list of pairs or values and not of
    /// statements.
    pub(crate) list: bool,
}

/// An opening bracket without a closing one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Opener {
    pub(crate) bracket: char,
    /// The word right before it asks for a clause after the block.
    pub(crate) clause: Clause,
}

/// A clause that must follow a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Clause {
    None,
    /// After `try {}`.
    Finally,
    /// After `do {}`.
    While,
}

/// Finds what is out of balance.
pub(crate) fn balance(text: &str, lexicon: &Lexicon) -> Balance {
    let found = Balance { last: '\n', ..Balance::default() };
    let mut scan =
        Scan { text, at: 0, word: 0, lexicon, found, semicolon: false, separator: false };
    scan.found.in_comment = scan.starts_in_comment();
    while scan.at < text.len() {
        scan.token();
    }
    scan.found.ends_in_list = !scan.semicolon && scan.separator;
    scan.found
}

struct Scan<'t> {
    text: &'t str,
    at: usize,
    /// Where the last word ended.
    word: usize,
    lexicon: &'t Lexicon,
    found: Balance,
    /// Whether a semicolon, or a comma or colon, was seen outside brackets since the last closer.
    semicolon: bool,
    separator: bool,
}

impl<'t> Scan<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn starts_in_comment(&mut self) -> bool {
        let end = self.text.find("*/");
        let inside = self.lexicon.block_comments
            && end.is_some_and(|end| self.text.find("/*").is_none_or(|start| end < start));
        // A line of a comment in the style that has a star on each.
        let starred = self.lexicon.block_comments && self.text.trim_start().starts_with('*');
        match end {
            Some(end) if inside => self.at = end + 2,
            None if starred => {
                self.at = self.text.len();
                self.found.open_end = Some("*/");
            }
            _ => return false,
        }
        true
    }

    fn token(&mut self) {
        let rest = self.rest();
        if rest.starts_with(self.lexicon.line_comment) {
            self.at += rest.find('\n').unwrap_or(rest.len());
        } else if self.lexicon.block_comments && rest.starts_with("/*") {
            self.until("*/", 2);
        } else if let Some(quote) = self.lexicon.long_quotes.iter().find(|q| rest.starts_with(**q))
        {
            self.until(quote, quote.len());
            self.found.last = '"';
        } else if let Some(c) = rest.chars().next() {
            self.character(c);
        }
    }

    fn character(&mut self, c: char) {
        match c {
            '"' | '\'' => self.short(c),
            '/' if self.lexicon.regexes && !is_operand_end(self.found.last) => self.short('/'),
            _ => {
                self.bracket(c);
                self.at += c.len_utf8();
            }
        }
        if c.is_alphanumeric() {
            self.word = self.at;
        }
        if !c.is_whitespace() {
            self.found.last = c;
        }
    }

    fn bracket(&mut self, c: char) {
        let outside = self.found.openers.is_empty();
        match c {
            '(' | '[' | '{' => {
                let clause = self.clause(c);
                self.found.openers.push(Opener { bracket: c, clause });
            }
            // A wrong closer closes what is open all the same: only the count matters here.
            ')' | ']' | '}' if outside => {
                let list = !self.semicolon && self.separator;
                self.found.closers.push(Closer { bracket: c, list });
                (self.semicolon, self.separator) = (false, false);
            }
            ')' | ']' | '}' => drop(self.found.openers.pop()),
            ';' => self.semicolon |= outside,
            ',' | ':' => self.separator |= outside,
            _ => {}
        }
    }

    fn clause(&self, bracket: char) -> Clause {
        let before = self.text.get(..self.at).unwrap_or("").trim_end();
        if bracket != '{' || before.len() != self.word {
            return Clause::None;
        }
        let word = before.rsplit(|c: char| !c.is_alphanumeric()).next();
        match word {
            Some("try") => Clause::Finally,
            Some("do") => Clause::While,
            _ => Clause::None,
        }
    }

    /// Skips a string or comment that may hold line breaks.
    fn until(&mut self, end: &'static str, start_length: usize) {
        self.at += start_length;
        while let Some(found) = self.rest().find(end) {
            let escaped = end != "*/" && ends_with_escape(self.rest().get(..found).unwrap_or(""));
            self.at += found + if escaped { 1 } else { end.len() };
            if !escaped {
                return;
            }
        }
        self.found.open_end = Some(end);
        self.at = self.text.len();
    }

    /// Skips a string that ends on its line; one that does not is left alone.
    fn short(&mut self, quote: char) {
        let mut escaped = false;
        let inside = self.rest().char_indices().skip(1);
        for (at, c) in inside.take_while(|(_, c)| *c != '\n') {
            if c == quote && !escaped {
                self.at += at + 1;
                return;
            }
            escaped = c == '\\' && !escaped;
        }
        self.at += 1;
    }
}

fn is_operand_end(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, ')' | ']' | '}' | '_' | '$' | '"' | '\'' | '`')
}

fn ends_with_escape(text: &str) -> bool {
    text.bytes().rev().take_while(|b| *b == b'\\').count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEXICON: Lexicon =
        Lexicon { line_comment: "//", block_comments: true, long_quotes: &["`"], regexes: true };

    #[track_caller]
    fn check(text: &str, closers: &str, openers: &str) {
        let found = balance(text, &LEXICON);
        assert_eq!(found.closers.iter().map(|c| c.bracket).collect::<String>(), closers, "{text}");
        assert_eq!(found.openers.iter().map(|o| o.bracket).collect::<String>(), openers, "{text}");
    }

    #[test]
    fn brackets_in_strings_and_comments_do_not_count() {
        check("f({ a: ')' })", "", "");
        check("x }); g([", "})", "([");
        check("// {\n\"\\\"{\" /* ( */ `\n{`; /[)]/ {", "", "{");
        check("a / b / c) {", ")", "{");
        check("* note { */ f(", "", "(");
        check("it's {", "", "{");
    }

    #[test]
    fn an_open_string_or_comment_is_told() {
        assert!(balance(" * a {\n * b", &LEXICON).in_comment);
        assert_eq!(balance("f(`a", &LEXICON).open_end, Some("`"));
        assert_eq!(balance("/* a", &LEXICON).open_end, Some("*/"));
        assert!(balance("note */ f()", &LEXICON).in_comment);
    }

    #[test]
    fn what_stands_next_to_a_bracket_is_told() {
        let lists =
            |text| balance(text, &LEXICON).closers.iter().map(|c| c.list).collect::<Vec<_>>();
        assert_eq!(lists("a: 1, b: 2 } ; c; }"), [true, false]);
        let clause = |text| balance(text, &LEXICON).openers.last().map(|o| o.clause);
        assert_eq!(clause("try {"), Some(Clause::Finally));
        assert_eq!(clause("do\n{"), Some(Clause::While));
        assert_eq!(clause("retry {"), Some(Clause::None));
    }
}
