//! Metavariables and ellipses of a pattern, found by their text and replaced by identifiers.

use std::borrow::Cow;

use portcullis_model::Span;

use super::{Fill, Frame, PatternSyntax, Typed, data, markup};
use crate::{
    hole::{self, Hole},
    rewrite::Rewrite,
};

/// A pattern's text cut up at its placeholders.
pub(super) struct Placeholders {
    edits: Vec<Edit>,
    holes: Vec<(Span, Hole)>,
    statement_fill: usize,
    member_fill: usize,
    case_fill: usize,
    /// The fill that makes a pair of a name, in languages where that is the likeliest need.
    entry_fill: Option<usize>,
    /// The fill that makes a call of a name, in languages where a bare name is no statement.
    call_fill: Option<usize>,
    /// The fill that gives a name a type, in languages where every parameter has one.
    typed_fill: Option<usize>,
}

/// One stretch of the pattern that is not taken as it stands.
struct Edit {
    span: Span,
    what: What,
}

enum What {
    /// An identifier of the same length, and what its place asks for around it.
    Identifier(Hole),
    /// Text of the same length.
    Replace(&'static str),
    /// Text put in before the span, which stays.
    Insert(&'static str),
}

/// Finds the placeholders of a pattern.
pub(super) fn prepare(syntax: &PatternSyntax, text: &str) -> Placeholders {
    let mut found = Placeholders {
        edits: Vec::new(),
        holes: Vec::new(),
        statement_fill: syntax.statement_fill,
        member_fill: syntax.member_fill,
        case_fill: syntax.case_fill,
        entry_fill: syntax.fills.get(1).filter(|fill| gives_type(fill)).map(|_| 1),
        call_fill: syntax.fills.iter().position(|fill| matches!(fill, Fill::Around("", "()"))),
        typed_fill: syntax.fills.iter().position(gives_type),
    };
    let mut deep = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let Some(first) = rest.chars().next() else { break };
        at += found.token(syntax, text, at, &mut deep).unwrap_or(first.len_utf8());
    }
    typed(syntax.typed, text, &mut found);
    found.edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    found.holes.sort_by_key(|(span, _)| (span.start, span.end));
    found
}

impl Placeholders {
    /// Takes down what starts at `at` and says how long it is.
    fn token(
        &mut self,
        syntax: &PatternSyntax,
        text: &str,
        at: usize,
        deep: &mut Vec<usize>,
    ) -> Option<usize> {
        let rest = text.get(at..)?;
        if is_deep(rest) {
            deep.push(at);
            self.edit(at, 4, What::Replace(brackets(syntax).0));
            return Some(4);
        }
        if rest.starts_with("...>") && !deep.is_empty() {
            self.edit(at, 4, What::Replace(brackets(syntax).1));
            self.hole(deep.pop()?, at + 4, Hole::Deep);
            return Some(4);
        }
        let (hole, length) = hole::at_start(rest)?;
        let is_spread = hole == Hole::Ellipsis && syntax.spread && spreads(text, at);
        if !is_spread {
            self.edit(at, length, What::Identifier(hole));
            self.hole(at, at + length, hole);
        }
        Some(length)
    }

    fn edit(&mut self, start: usize, length: usize, what: What) {
        self.edits.push(Edit { span: span(start, start + length), what });
    }

    fn hole(&mut self, start: usize, end: usize, hole: Hole) {
        self.holes.push((span(start, end), hole));
    }

    /// The placeholders in order of place.
    pub(super) fn holes(&self) -> &[(Span, Hole)] {
        &self.holes
    }

    /// Numbers of the edits that are ellipses.
    pub(super) fn ellipses(&self) -> impl Iterator<Item = usize> {
        let edits = self.edits.iter().enumerate();
        edits.filter(|(_, edit)| edit.is_ellipsis()).map(|(n, _)| n)
    }

    /// Numbers of the edits that are placeholders.
    pub(super) fn all(&self) -> impl Iterator<Item = usize> {
        let edits = self.edits.iter().enumerate();
        edits.filter(|(_, edit)| matches!(edit.what, What::Identifier(_))).map(|(n, _)| n)
    }

    /// The fill that each edit is likely to need: an ellipsis where a statement would stand gets
    /// that of a statement.
    pub(super) fn guesses(&self, syntax: &PatternSyntax, text: &str) -> Vec<usize> {
        if syntax.typed == Typed::Nowhere {
            let fill = |edit: &Edit| data::fill(syntax, text, edit.span, edit.is_ellipsis());
            return self.edits.iter().map(fill).collect();
        }
        if syntax.typed == Typed::Markup {
            return self.edits.iter().map(|edit| markup::fill(syntax, text, edit.span)).collect();
        }
        let guess = |edit: &Edit| match edit.is_ellipsis() && is_statement(text, edit.span) {
            true if is_member(text, edit.span) => self.member_fill,
            true if is_case(text, edit.span) => self.case_fill,
            true => self.statement_fill,
            false if edit.is_ellipsis() && is_entry(text, edit.span) => {
                self.entry_fill.unwrap_or(0)
            }
            false if edit.is_ellipsis() && is_parameter(text, edit.span) => {
                self.typed_fill.unwrap_or(0)
            }
            false if is_ended_statement(text, edit.span) => self.call_fill.unwrap_or(0),
            false => 0,
        };
        self.edits.iter().map(guess).collect()
    }

    /// The guesses with `fill` for all ellipses that nothing better is known of.
    pub(super) fn filled_alike(&self, guesses: &[usize], fill: usize) -> Vec<usize> {
        let known = guesses.iter().zip(&self.edits);
        known
            .map(|(guess, edit)| if edit.is_ellipsis() && *guess == 0 { fill } else { *guess })
            .collect()
    }

    /// The pattern in a frame, with these fills.
    pub(super) fn rewrite<'t>(
        &self,
        text: &str,
        frame: &Frame,
        fills: &[usize],
        syntax: &PatternSyntax,
    ) -> Rewrite<'t> {
        let mut rewrite = Rewrite::empty();
        rewrite.scaffold(frame.before, 0);
        let text = &*without_escapes(text);
        let mut at = 0;
        for (edit, fill) in self.edits.iter().zip(fills) {
            let span = edit.span;
            rewrite.keep(Span::new(at, span.start).text(text), at);
            match edit.what {
                What::Identifier(_) => {
                    let fill = syntax.fills.get(*fill).copied().unwrap_or(Fill::Around("", ""));
                    put(&mut rewrite, span, span.text(text), fill);
                }
                What::Replace(by) => drop(rewrite.keep(by, span.start)),
                What::Insert(what) => drop(rewrite.insert(what, span.start)),
            }
            at = span.end;
        }
        let end = u32::try_from(text.len()).unwrap_or(u32::MAX);
        rewrite.keep(Span::new(at, end).text(text), at).insert(frame.after, end);
        rewrite
    }
}

impl Edit {
    fn is_ellipsis(&self) -> bool {
        matches!(self.what, What::Identifier(Hole::Ellipsis | Hole::EllipsisMetavar))
    }
}

/// The text with a letter for each backslash in a regular expression, `"=~/.../"`: what is an
/// escape there need not be one in the language's strings.
fn without_escapes(text: &str) -> Cow<'_, str> {
    const START: &str = "\"=~/";
    let Some(mut from) = text.find(START) else { return Cow::Borrowed(text) };
    let mut clean = text.to_owned();
    while let Some(rest) = clean.get(from + START.len()..) {
        let end = rest.find("/\"").map_or(clean.len(), |end| from + START.len() + end);
        let plain = clean.get(from..end).unwrap_or("").replace('\\', "_");
        clean.replace_range(from..end, &plain);
        match clean.get(end..).and_then(|rest| rest.find(START)) {
            Some(next) => from = end + next,
            None => break,
        }
    }
    Cow::Owned(clean)
}

/// Whether a fill puts a type, or the value of a pair, after a name.
fn gives_type(fill: &Fill) -> bool {
    matches!(fill, Fill::Around("", after) if after.trim_start() == ": ___")
}

/// What a deep ellipsis is read as.
fn brackets(syntax: &PatternSyntax) -> (&'static str, &'static str) {
    match syntax.typed {
        Typed::Nowhere => ("[   ", "   ]"),
        Typed::Untyped => ("$(  ", "   )"),
        _ => ("(   ", "   )"),
    }
}

fn put(rewrite: &mut Rewrite<'_>, span: Span, placeholder: &str, fill: Fill) {
    match fill {
        Fill::Around(before, after) => {
            rewrite.insert(before, span.start);
            rewrite.keep(&placeholder.replace(['$', '.'], "_"), span.start);
            rewrite.insert(after, span.end);
        }
        Fill::Digits => drop(rewrite.keep(&"1".repeat(placeholder.len()), span.start)),
    }
}

fn span(start: usize, end: usize) -> Span {
    let offset = |at| u32::try_from(at).unwrap_or(u32::MAX);
    Span::new(offset(start), offset(end))
}

/// Whether the dots at `at` belong to the word before or after them, as in `f(...rest)` and
/// `T... t`.
fn spreads(text: &str, at: usize) -> bool {
    let after = text.get(at + 3..).and_then(|rest| rest.chars().next());
    let before = text.get(..at).unwrap_or("");
    let word = |c: char| c.is_alphanumeric() || c == '_';
    let listed = before.trim_end().ends_with(['(', '[', '{', ',']) || before.trim().is_empty();
    listed && after.is_some_and(|c| word(c) || "$[{(".contains(c)) || before.ends_with(word)
}

/// Whether nothing that belongs to an expression stands next to the ellipsis.
fn is_statement(text: &str, span: Span) -> bool {
    let before = text.get(..span.start as usize).unwrap_or("").trim_end();
    let after = text.get(span.end as usize..).unwrap_or("");
    let next = after.trim_start();
    let starts =
        before.is_empty() || before.ends_with(['{', '}', ';', ':', '>']) || before.ends_with("...");
    let line_starts =
        text.get(before.len()..span.start as usize).is_some_and(|gap| gap.contains('\n'));
    let line_ends = after.trim_start_matches([' ', '\t']).starts_with(['\n', '\r']);
    let word = |c: char| c.is_alphanumeric() || "_$@".contains(c);
    let ends = next.is_empty() || next.starts_with(['}']) || next.starts_with(word);
    let ends = ends || next.starts_with("...");
    let goes_on = next.starts_with([',', ')', ';', '.']) && !next.starts_with("...");
    (starts || line_starts) && (ends || line_ends) && !goes_on
}

/// Whether pairs stand beside the ellipsis in its braces.
fn is_entry(text: &str, span: Span) -> bool {
    let Some((open, '{')) = enclosing(text.get(..span.start as usize).unwrap_or("")) else {
        return false;
    };
    let mut depth = 0usize;
    for c in text.get(open + 1..).unwrap_or("").chars() {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth == 0 => return false,
            ')' | ']' | '}' => depth -= 1,
            ':' if depth == 0 => return true,
            _ => {}
        }
    }
    false
}

/// Whether the placeholder stands among the parameters of a function or class.
fn is_parameter(text: &str, span: Span) -> bool {
    let before = text.get(..span.start as usize).unwrap_or("");
    let Some((at, '(')) = enclosing(before) else { return false };
    let head = before.get(..at).unwrap_or("");
    let line = head.rsplit(['\n', ';', '{', '}', '=', '(', ',']).next().unwrap_or("");
    line.split_whitespace().any(|word| matches!(word, "fun" | "func" | "fn" | "def" | "class"))
}

/// Whether the placeholder is a statement with its semicolon.
fn is_ended_statement(text: &str, span: Span) -> bool {
    let before = text.get(..span.start as usize).unwrap_or("").trim_end();
    let after = text.get(span.end as usize..).unwrap_or("").trim_start();
    (before.is_empty() || before.ends_with(['{', '}', ';', ')'])) && after.starts_with(';')
}

/// Whether a deep ellipsis starts here, and not type arguments like `<..., T>`.
fn is_deep(rest: &str) -> bool {
    let inside = rest.strip_prefix("<...").map(str::trim_start);
    inside.is_some_and(|inside| !inside.starts_with([',', '>']) && inside.contains("...>"))
}

/// Whether a statement at `span` would stand before the first case of a `switch`.
fn is_case(text: &str, span: Span) -> bool {
    let before = text.get(..span.start as usize).unwrap_or("").trim_end();
    let head = before.strip_suffix('{').map(str::trim_end).and_then(|head| head.strip_suffix(')'));
    let opened = head.and_then(enclosing).and_then(|(at, _)| head?.get(..at));
    opened
        .map(str::trim_end)
        .is_some_and(|opened| opened.ends_with("switch") || opened.ends_with("when"))
}

/// Whether a statement at `span` would stand in the body of a class.
fn is_member(text: &str, span: Span) -> bool {
    let before = text.get(..span.start as usize).unwrap_or("");
    let Some((at, '{')) = enclosing(before) else { return false };
    let head = before.get(..at).unwrap_or("").trim_end();
    let created = head.strip_suffix(')').and_then(enclosing).and_then(|(at, _)| head.get(..at));
    if let Some(created) = created {
        return created.split_whitespace().rev().nth(1) == Some("new");
    }
    let mut words = head.rsplit([';', '{', '}']).next().unwrap_or("").split_whitespace();
    words.any(|word| {
        matches!(
            word,
            "class" | "interface" | "contract" | "library" | "record" | "struct" | "object"
        )
    })
}

/// Rewrites typed metavariables into something that the grammar reads.
fn typed(how: Typed, text: &str, found: &mut Placeholders) {
    let metavars: Vec<Span> = found
        .holes
        .iter()
        .filter(|(_, hole)| *hole == Hole::Metavar)
        .map(|(span, _)| *span)
        .collect();
    for metavar in metavars {
        match how {
            Typed::Cast | Typed::Conversion | Typed::Declarator => {
                typed_cast(how, text, metavar, found)
            }
            Typed::Annotation | Typed::Ascription => typed_annotation(how, text, metavar, found),
            Typed::Subscript => typed_subscript(text, metavar, found),
            Typed::Nowhere | Typed::Markup | Typed::Untyped => {}
        }
    }
}

/// `(T $X)` becomes `((T) $X)` or `(T($X))`.
fn typed_cast(how: Typed, text: &str, metavar: Span, found: &mut Placeholders) {
    let (start, end) = (metavar.start as usize, metavar.end as usize);
    let after = text.get(end..).unwrap_or("");
    let close = end + (after.len() - after.trim_start().len());
    if !text.get(close..).is_some_and(|rest| rest.starts_with(')')) {
        return;
    }
    let before = text.get(..start).unwrap_or("");
    let Some(open) = before.rfind('(') else { return };
    let kind = before.get(open + 1..).unwrap_or("");
    let pointers = how == Typed::Declarator;
    let named = |c: char| {
        c.is_alphanumeric() || " $_.<>[]?,\t".contains(c) || (pointers && "*&:".contains(c))
    };
    let parted = kind.trim().len() < kind.len() || (pointers && kind.ends_with(['*', '&']));
    let is_type = parted && !kind.trim().is_empty() && kind.chars().all(named);
    if !is_type || is_list(kind) || follows_word(before.get(..open).unwrap_or("")) {
        return;
    }
    let type_end = open + 1 + kind.trim_end().len();
    if how != Typed::Conversion {
        found.edit(open, 0, What::Insert("("));
        found.edit(type_end, 0, What::Insert(")"));
    } else {
        found.edit(type_end, 0, What::Insert("("));
        found.edit(close, 0, What::Insert(")"));
    }
    // Only a field can be assigned to.
    let after = text.get(close + 1..).unwrap_or("").trim_start();
    if how == Typed::Cast && after.starts_with('=') && !after.starts_with("==") {
        found.edit(close + 1, 0, What::Insert("._"));
    }
    found.hole(open, close + 1, Hole::Typed);
}

/// Whether there is a comma that does not stand between type arguments.
fn is_list(text: &str) -> bool {
    let mut depth = 0i32;
    text.chars().any(|c| {
        depth += i32::from(c == '<') - i32::from(c == '>');
        c == ',' && depth == 0
    })
}

/// Whether a bracket after `text` would open the arguments of a call or a clause's head.
fn follows_word(text: &str) -> bool {
    let text = text.trim_end();
    let word =
        text.rsplit(|c: char| !(c.is_alphanumeric() || "_$".contains(c))).next().unwrap_or("");
    !matches!(word, "" | "return" | "throw" | "new" | "yield" | "await")
        || text.ends_with([')', ']'])
}

/// `($X: T)`, which the grammar reads, or `($X as T)`.
fn typed_annotation(how: Typed, text: &str, metavar: Span, found: &mut Placeholders) {
    let before = text.get(..metavar.start as usize).map_or("", str::trim_end);
    let Some(colon) = colon_after(text, metavar) else { return };
    let Some(open) = before.strip_suffix('(').filter(|before| !follows_word(before)) else {
        return;
    };
    if let Some(close) =
        type_end(text, colon).filter(|close| text.as_bytes().get(*close) == Some(&b')'))
    {
        found.hole(open.len(), close + 1, Hole::Typed);
        if how == Typed::Ascription {
            found.edit(colon, 1, What::Replace(" "));
            found.edit(colon + 1, 0, What::Insert(" as "));
        }
    }
}

/// `$X: T` in brackets becomes `$X[T]`, unless it is a parameter of a definition.
fn typed_subscript(text: &str, metavar: Span, found: &mut Placeholders) {
    let before = text.get(..metavar.start as usize).map_or("", str::trim_end);
    let Some(colon) = colon_after(text, metavar) else { return };
    let words: Vec<&str> = before.split_whitespace().collect();
    let defines = words.iter().any(|word| matches!(*word, "def" | "lambda"));
    if defines || !before.ends_with(['(', ',']) || enclosing(before).map(|(_, c)| c) != Some('(') {
        return;
    }
    if let Some(end) = type_end(text, colon) {
        found.edit(colon, 1, What::Replace("["));
        found.edit(end, 0, What::Insert("]"));
        found.hole(metavar.start as usize, end, Hole::Typed);
    }
}

/// The bracket that is open at the end of `text`, and where it stands.
pub(super) fn enclosing(text: &str) -> Option<(usize, char)> {
    let mut depth = 0usize;
    for (at, c) in text.char_indices().rev() {
        match c {
            ')' | ']' | '}' => depth += 1,
            '(' | '[' | '{' if depth == 0 => return Some((at, c)),
            '(' | '[' | '{' => depth -= 1,
            _ => {}
        }
    }
    None
}

fn colon_after(text: &str, metavar: Span) -> Option<usize> {
    let after = text.get(metavar.end as usize..)?;
    let colon = metavar.end as usize + (after.len() - after.trim_start().len());
    text.get(colon..)?.starts_with(':').then_some(colon)
}

/// Where the type after a colon ends: at a comma or bracket that is not the type's own.
fn type_end(text: &str, colon: usize) -> Option<usize> {
    let mut depth = 0usize;
    for (at, c) in text.get(colon..)?.char_indices() {
        match c {
            '(' | '[' | '{' | '<' => depth += 1,
            ')' | ',' if depth == 0 => return Some(colon + at),
            ')' | ']' | '}' | '>' => depth = depth.checked_sub(1)?,
            '=' if depth == 0 => return None,
            _ => {}
        }
    }
    None
}
