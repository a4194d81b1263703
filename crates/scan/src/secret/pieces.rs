//! String literals that a statement joins: `"gh" + "p_..."`, adjacent literals, `[...].join("")`.
//! Works on plain text, for all languages alike, and bounds every step: the whole is linear.

use portcullis_model::Span;

/// Longest literal that is looked at.
const LITERAL_MAX: usize = 4096;
/// Most literals that one expression joins.
const PIECES_MAX: usize = 64;
/// Most white space between two literals.
const GAP_MAX: usize = 160;

/// What an expression of literals amounts to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Joined {
    /// The text that results.
    pub(super) text: String,
    /// From the first quote to the last, both in it.
    pub(super) span: Span,
    /// Number of literals.
    pub(super) pieces: usize,
}

impl Joined {
    /// Where the characters between the quotes stand, for a single literal; else the expression.
    pub(super) fn value_span(&self) -> Span {
        if self.pieces > 1 {
            return self.span;
        }
        let quotes =
            self.span.len().saturating_sub(u32::try_from(self.text.len()).unwrap_or(0)) / 2;
        Span::new(self.span.start.saturating_add(quotes), self.span.end.saturating_sub(quotes))
    }
}

/// One literal: its content, and where it ends behind its quote.
struct Literal<'t> {
    content: &'t str,
    end: usize,
}

/// All expressions of `text` that join two literals or more.
pub(super) fn joined(text: &str) -> Vec<Joined> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(quote) = next_quote(text, at) {
        let end = match joined_at(text, quote) {
            Some(expression) => {
                let end = expression.span.end as usize;
                if expression.pieces > 1 {
                    found.push(expression);
                }
                end
            }
            None => quote + 1,
        };
        at = end.max(quote + 1);
    }
    found
}

fn next_quote(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let rest = bytes.get(from..)?;
    let at = from + rest.iter().position(|b| matches!(b, b'"' | b'\'' | b'`'))?;
    Some(at)
}

/// The expression that begins with the quote at `at`: one literal, or more that are joined.
pub(super) fn joined_at(text: &str, at: usize) -> Option<Joined> {
    let first = literal(text, at)?;
    let listed = begins_list(text, at);
    let mut joined = first.content.to_owned();
    let (mut end, mut pieces, mut commas) = (first.end, 1, false);
    while pieces < PIECES_MAX {
        let Some(next) = next_piece(text, end, listed) else { break };
        joined.push_str(next.content);
        commas |= text.get(end..next.end - next.content.len()).is_some_and(|gap| gap.contains(','));
        end = next.end;
        pieces += 1;
    }
    if commas && !is_joined_list(text, at, end) {
        return single(text, at);
    }
    Some(Joined { text: joined, span: span(at, end)?, pieces })
}

fn single(text: &str, at: usize) -> Option<Joined> {
    let literal = literal(text, at)?;
    Some(Joined { text: literal.content.to_owned(), span: span(at, literal.end)?, pieces: 1 })
}

fn span(start: usize, end: usize) -> Option<Span> {
    Some(Span::new(u32::try_from(start).ok()?, u32::try_from(end).ok()?))
}

/// The literal whose opening quote stands at `at`. An apostrophe inside a word opens none.
fn literal(text: &str, at: usize) -> Option<Literal<'_>> {
    let rest = text.get(at..)?;
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\'' | '`'))?;
    let before = text.get(..at)?.chars().next_back();
    if quote == '\''
        && before.is_some_and(|c| c.is_ascii_alphanumeric() && !"bBrRuUfFL".contains(c))
    {
        return None;
    }
    let triple: String = std::iter::repeat_n(quote, 3).collect();
    if let Some(body) = rest.strip_prefix(triple.as_str()) {
        let length = window(body).find(triple.as_str())?;
        return Some(Literal { content: body.get(..length)?, end: at + 3 + length + 3 });
    }
    let body = rest.get(1..)?;
    let length = closing(window(body), quote)?;
    Some(Literal { content: body.get(..length)?, end: at + 1 + length + 1 })
}

/// The first [`LITERAL_MAX`] bytes.
fn window(body: &str) -> &str {
    let end = (0..=LITERAL_MAX.min(body.len())).rev().find(|&n| body.is_char_boundary(n));
    body.get(..end.unwrap_or(0)).unwrap_or("")
}

/// Where the literal closes; a line break ends it unclosed, except between backquotes.
fn closing(body: &str, quote: char) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in body.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '\n' if quote != '`' => return None,
            _ if c == quote => return Some(at),
            _ => {}
        }
    }
    None
}

/// The literal that is joined to the one that ends at `end`.
fn next_piece(text: &str, end: usize, listed: bool) -> Option<Literal<'_>> {
    let mut at = end;
    if text.get(at..)?.starts_with(')') {
        at += 1;
    }
    let operator = skip_space(text, at)?;
    let rest = text.get(operator..)?;
    const OPERATORS: &[&str] = &["+", ".concat(", "..", "<>", "||", "&", "\\", "."];
    let joint = OPERATORS.iter().find(|o| rest.starts_with(**o)).map_or(0, |o| o.len());
    let joint = if listed && rest.starts_with(',') { 1 } else { joint };
    if joint == 0 && operator == end {
        return None;
    }
    let quote = skip_prefix(text, skip_space(text, operator + joint)?)?;
    literal(text, quote)
}

/// Past white space, if there is not too much of it.
fn skip_space(text: &str, at: usize) -> Option<usize> {
    let rest = text.as_bytes().get(at..)?;
    let space = rest.iter().take(GAP_MAX + 1).take_while(|b| b.is_ascii_whitespace()).count();
    (space <= GAP_MAX).then_some(at + space)
}

/// Past `b`, `f`, `r` and the like in front of a quote.
fn skip_prefix(text: &str, at: usize) -> Option<usize> {
    let rest = text.as_bytes().get(at..)?;
    let prefix = rest.iter().take(2).take_while(|b| b"bBrRuUfFL@$".contains(b)).count();
    Some(at + prefix)
}

/// Whether the literal at `at` is the first of a list: `[`, `(` or `{` stands before it.
fn begins_list(text: &str, at: usize) -> bool {
    let before =
        text.get(..at).unwrap_or("").trim_end_matches([' ', '\t', '\n', '\r', 'b', 'r', 'u']);
    before.ends_with(['[', '(', '{', ','])
}

/// Whether the list is joined with nothing between: `join`, `implode` or `concat` stands at it.
fn is_joined_list(text: &str, start: usize, end: usize) -> bool {
    let from = (start.saturating_sub(40)..=start).find(|&n| text.is_char_boundary(n));
    let before = text.get(from.unwrap_or(start)..start).unwrap_or("");
    let after: String = text.get(end..).unwrap_or("").chars().take(24).collect();
    let after: String = after.chars().filter(|c| !c.is_whitespace()).collect();
    let behind = ["].join(\"\")", "].join('')", "}.join(\"\")", "].join``", "].join(String())"];
    let front = ["\"\".join", "''.join", "implode('',", "implode(\"\",", "join(\"\",", "concat("];
    let squeezed: String = before.chars().filter(|c| !c.is_whitespace()).collect();
    let trimmed = squeezed.trim_end_matches(['[', '(', '{']);
    behind.iter().any(|mark| after.trim_start_matches(',').starts_with(mark))
        || front.iter().any(|mark| trimmed.ends_with(mark) || squeezed.contains(mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found = joined(text);
        let texts: Vec<&str> = found.iter().map(|j| j.text.as_str()).collect();
        assert_eq!(texts, expected, "{text}");
    }

    #[test]
    fn joined_literals_are_found_in_the_syntax_of_many_languages() {
        check("t = 'ab' + \"cd\" + 'ef'", &["abcdef"]);
        check("t = ('ab'\n     'cd')", &["abcd"]);
        check("$t = 'ab' . 'cd';", &["abcd"]);
        check("t = \"ab\".concat(\"cd\")", &["abcd"]);
        check("t = ['ab', 'cd'].join('')", &["abcd"]);
        check("t = ''.join(['ab', 'cd'])", &["abcd"]);
        check("t = b'ab' b'cd'", &["abcd"]);
        check("t = String.join(\"\", \"ab\", \"cd\")", &["abcd"]);
    }

    #[test]
    fn other_literals_stay_apart() {
        check("t = ['ab', 'cd']", &[]);
        check("f('ab', 'cd')", &[]);
        check("'ab' + x + 'cd'", &[]);
        check("don't say 'ab' and don't", &[]);
        check("{\"a\": \"b\", \"c\": \"d\"}", &[]);
    }

    #[test]
    fn the_span_is_the_whole_expression() {
        let text = "x = 'ab' + 'cd';";
        assert_eq!(joined(text).first().map(|j| j.span.text(text)), Some("'ab' + 'cd'"));
    }
}
