//! Cuts a policy text into its statements, without parsing them. It knows only comments, strings
//! and the semicolon, which is enough to give each policy a line and to pick, among the embedded
//! policies, those that a request can meet.

use portcullis_model::RequestKind;

/// All kinds of requests, in the order of the schema.
pub(crate) const KINDS: [RequestKind; 6] = [
    RequestKind::ReadFile,
    RequestKind::WriteFile,
    RequestKind::RunCommand,
    RequestKind::ConnectNetwork,
    RequestKind::DeliverCode,
    RequestKind::UseTool,
];

/// One policy of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Statement<'a> {
    /// From the first annotation to the semicolon, comments inside included.
    pub(crate) text: &'a str,
    /// First line, from 1.
    pub(crate) line: u32,
}

impl<'a> Statement<'a> {
    /// Id in the `@id` annotation; only for texts that are known to be well formed.
    pub(crate) fn id(&self) -> Option<&'a str> {
        self.text.split_once("@id(\"")?.1.split('"').next()
    }

    /// Whether the policy may apply to requests of this kind: it names the action, or none of
    /// them. Only for the embedded texts, where a test compares it with what Cedar says.
    pub(crate) fn may_meet(&self, kind: RequestKind) -> bool {
        let names = |kind: RequestKind| self.text.contains(&format!("Action::\"{}\"", kind.name()));
        names(kind) || !KINDS.into_iter().any(names)
    }
}

/// The statements of a text, in order. A last one without semicolon is left to the parser.
pub(crate) fn statements(text: &str) -> Vec<Statement<'_>> {
    let mut found = Vec::new();
    let mut start = None;
    let mut lexer = Lexer { rest: text.char_indices().peekable(), line: 1 };
    while let Some((at, piece, line)) = lexer.next_piece() {
        match piece {
            Piece::Blank => {}
            Piece::Code(c) => {
                let (from, first) = *start.get_or_insert((at, line));
                if c == ';' {
                    let text = text.get(from..=at).unwrap_or("");
                    found.push(Statement { text, line: first });
                    start = None;
                }
            }
        }
    }
    found
}

/// What stands at a place of a policy text.
enum Piece {
    /// Space or a comment.
    Blank,
    /// A character of code; a whole string literal counts as its quote.
    Code(char),
}

struct Lexer<'a> {
    rest: std::iter::Peekable<std::str::CharIndices<'a>>,
    line: u32,
}

impl Lexer<'_> {
    /// The next piece with its offset and line.
    fn next_piece(&mut self) -> Option<(usize, Piece, u32)> {
        let (at, c) = self.step()?;
        let line = self.line;
        let piece = match c {
            '\n' => Piece::Blank,
            '/' if self.rest.peek().is_some_and(|&(_, c)| c == '/') => {
                while self.step().is_some_and(|(_, c)| c != '\n') {}
                Piece::Blank
            }
            '"' => {
                self.skip_string();
                Piece::Code('"')
            }
            c if c.is_whitespace() => Piece::Blank,
            c => Piece::Code(c),
        };
        Some((at, piece, line))
    }

    fn skip_string(&mut self) {
        while let Some((_, c)) = self.step() {
            match c {
                '"' => return,
                '\\' => drop(self.step()),
                _ => {}
            }
        }
    }

    fn step(&mut self) -> Option<(usize, char)> {
        let (at, c) = self.rest.next()?;
        self.line = self.line.saturating_add(u32::from(c == '\n'));
        Some((at, c))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, u32)]) {
        let found: Vec<_> = statements(text).iter().map(|s| (s.text, s.line)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn semicolons_end_statements_outside_of_strings_and_comments() {
        check("", &[]);
        check("// a; b\n\npermit(x);", &[("permit(x);", 3)]);
        check(
            "@r(\"a; \\\"b;\")\nforbid(y); permit(z);",
            &[("@r(\"a; \\\"b;\")\nforbid(y);", 1), ("permit(z);", 2)],
        );
        check("forbid(y) // ;\n;\n// end", &[("forbid(y) // ;\n;", 1)]);
        check("permit(x)", &[]);
    }
}
