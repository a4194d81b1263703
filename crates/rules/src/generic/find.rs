//! Matches a pattern against the words, marks and blocks of a text.

use portcullis_model::Span;

use super::{Item, Look, Pattern, Text, blocks, cover};
use crate::{matcher::Budget, rule::Var};

/// A place where a pattern matches, with what its metavariables are bound to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Hit {
    pub(crate) span: Span,
    pub(crate) bindings: Vec<(Var, Span)>,
}

/// All matches in a text; none begins in another.
pub(crate) fn find(
    pattern: &Pattern,
    (source, text): (&str, &Text),
    look: &Look,
    budget: &Budget,
) -> Vec<Hit> {
    let mut machine = Machine { pattern, source, text, look, budget, bindings: Vec::new() };
    let (mut hits, mut next) = (Vec::new(), 0);
    for (at, item) in text.items().iter().enumerate() {
        let blocks::Item::Token { span, line, .. } = *item else { continue };
        if at < next {
            continue;
        }
        machine.bindings.clear();
        let barrier = text.end_around(at);
        let Some(end) = machine.go(0, At { item: at, line }, &mut vec![barrier]) else { continue };
        let last = machine.last_token(at, end).unwrap_or(span);
        hits.push(Hit { span: cover(span, last), bindings: machine.bindings.clone() });
        next = end;
    }
    hits
}

/// Where the text is: the next item, and the line of the last token that was matched.
#[derive(Clone, Copy)]
struct At {
    item: usize,
    line: u32,
}

struct Machine<'a> {
    pattern: &'a Pattern,
    source: &'a str,
    text: &'a Text,
    look: &'a Look,
    budget: &'a Budget,
    bindings: Vec<(Var, Span)>,
}

impl Machine<'_> {
    /// Matches the pattern from an item on; gives the item after the match. `barriers` are the ends
    /// of the blocks that may not be left. Recursion is bounded by the length of a pattern.
    fn go(&mut self, p: usize, at: At, barriers: &mut Vec<usize>) -> Option<usize> {
        if !self.budget.take(1) {
            return None;
        }
        let barrier = barriers.last().copied()?;
        match self.pattern.items.get(p) {
            None => Some(at.item),
            Some(Item::Token(wanted)) => {
                let (token, span, _) = self.token(at, barrier)?;
                self.same(wanted, span).then_some(())?;
                self.go(p + 1, token, barriers)
            }
            Some(Item::Var(var)) => {
                let (token, span, word) = self.token(at, barrier)?;
                word.then_some(())?;
                let known = self.bindings.len();
                let fits = var.is_none_or(|var| self.bind(var, span));
                let end = if fits { self.go(p + 1, token, barriers) } else { None };
                if end.is_none() {
                    self.bindings.truncate(known);
                }
                end
            }
            Some(Item::Dots) => self.dots(p, at, barriers, None),
            Some(Item::NamedDots(var)) => self.dots(p, at, barriers, *var),
            Some(Item::Open) => self.block(p, at, barriers),
            Some(Item::Close) => {
                let here = self.after_marks(at.item, barrier);
                (here == barrier).then_some(())?;
                barriers.pop();
                let end = self.go(p + 1, At { item: barrier + 1, ..at }, barriers);
                barriers.push(barrier);
                end
            }
        }
    }

    fn block(&mut self, p: usize, at: At, barriers: &mut Vec<usize>) -> Option<usize> {
        let nothing = |item: &usize| self.text.items().get(*item) == Some(&blocks::Item::Nothing);
        let item = (at.item..).find(|item| !nothing(item))?;
        let Some(blocks::Item::Open { end }) = self.text.items().get(item) else { return None };
        barriers.push(*end as usize);
        let end = self.go(p + 1, At { item: item + 1, ..at }, barriers);
        barriers.pop();
        end
    }

    /// An ellipsis: it takes as little as it can, on a number of lines.
    fn dots(
        &mut self,
        p: usize,
        at: At,
        barriers: &mut Vec<usize>,
        var: Option<Var>,
    ) -> Option<usize> {
        let barrier = barriers.last().copied()?;
        let last = p + 1 == self.pattern.items.len();
        let limit = at.line.saturating_add(self.look.ellipsis_lines);
        let (mut item, mut taken): (usize, Option<Span>) = (at.item, None);
        loop {
            let known = self.bindings.len();
            let empty = taken.unwrap_or_else(|| self.before(at.item));
            if (!last || item == barrier)
                && self.is_near(item, barrier, limit)
                && var.is_none_or(|var| self.bind(var, empty))
                && let Some(end) = self.go(p + 1, At { item, ..at }, barriers)
            {
                return Some(end);
            }
            self.bindings.truncate(known);
            match self.text.items().get(item).filter(|_| item < barrier) {
                Some(blocks::Item::Token { span, line, .. }) if *line <= limit => {
                    taken = Some(taken.map_or(*span, |taken| cover(taken, *span)));
                }
                Some(blocks::Item::Token { .. }) if last => return Some(item),
                Some(blocks::Item::Token { .. }) | None => return None,
                Some(_) => {}
            }
            item += 1;
        }
    }

    /// Whether the next token stands on one of the lines that an ellipsis may go on for.
    fn is_near(&self, item: usize, barrier: usize, limit: u32) -> bool {
        match self.text.items().get(self.after_marks(item, barrier)) {
            Some(blocks::Item::Token { line, .. }) => *line <= limit,
            _ => true,
        }
    }

    /// The place after the last token before an item: what an ellipsis that takes nothing is.
    fn before(&self, item: usize) -> Span {
        let end = self.last_token(0, item).map_or(0, |span| span.end);
        Span::new(end, end)
    }

    fn after_marks(&self, item: usize, barrier: usize) -> usize {
        let token =
            |item: &usize| matches!(self.text.items().get(*item), Some(blocks::Item::Token { .. }));
        (item..barrier).find(token).unwrap_or(barrier)
    }

    /// The next token, whatever blocks begin or end before it.
    fn token(&self, at: At, barrier: usize) -> Option<(At, Span, bool)> {
        let item = self.after_marks(at.item, barrier);
        match self.text.items().get(item).filter(|_| item < barrier)? {
            blocks::Item::Token { span, line, word } => {
                Some((At { item: item + 1, line: *line }, *span, *word))
            }
            _ => None,
        }
    }

    fn last_token(&self, from: usize, end: usize) -> Option<Span> {
        let items = self.text.items().get(from..end)?;
        items.iter().rev().find_map(|item| match item {
            blocks::Item::Token { span, .. } => Some(*span),
            _ => None,
        })
    }

    fn same(&self, wanted: &str, span: Span) -> bool {
        let text = span.text(self.source);
        text == wanted || (self.look.caseless && text.eq_ignore_ascii_case(wanted))
    }

    fn bind(&mut self, var: Var, span: Span) -> bool {
        match self.bindings.iter().find(|(have, _)| *have == var) {
            Some((_, have)) => have.text(self.source) == span.text(self.source),
            None => {
                self.bindings.push((var, span));
                true
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The texts that a pattern matches.
    fn found<'t>(pattern: &str, text: &'t str, look: &Look) -> Vec<&'t str> {
        let mut names: Vec<String> = Vec::new();
        let pattern = Pattern::read(pattern, look, |name| {
            let at = names.iter().position(|have| have == name).unwrap_or_else(|| {
                names.push(name.to_owned());
                names.len() - 1
            });
            Var::try_from(at).unwrap()
        });
        let read = Text::read(text, look, false);
        let budget = Budget::new(1_000_000);
        let hits = find(&pattern.unwrap(), (text, &read), look, &budget);
        hits.iter().map(|hit| hit.span.text(text)).collect()
    }

    #[track_caller]
    fn check(pattern: &str, text: &str, expected: &[&str]) {
        assert_eq!(found(pattern, text, &Look::default()), expected, "{pattern}");
    }

    #[test]
    fn words_and_marks_without_space() {
        check(
            "foo(1, 2)",
            "foo(1,2); foo (1,\n  2) foo(2,1) xfoo(1,2)",
            &["foo(1,2)", "foo (1,\n  2)"],
        );
        check("$F(1)", "a.b(1) (1)", &["b(1)"]);
        check("$X = $X", "a = b; c = c", &["c = c"]);
        check("${{ a.b }}", "run: ${{ a.b }}", &["${{ a.b }}"]);
        check("a ... d", "a b c d a\n", &["a b c d"]);
        check("a $...X d", "a d; a b c d", &["a d", "a b c d"]);
    }

    #[test]
    fn blocks_of_the_pattern_are_blocks_of_the_text() {
        check("if ($X)\n  ...;", "if (a)\n  b;\nif (c) d;\n", &["if (a)\n  b;"]);
        check(
            "a {\n  ...\n}",
            "a {\n  b\n  c {\n    d\n  }\n}\n",
            &["a {\n  b\n  c {\n    d\n  }\n}"],
        );
        check("a\n...\nb", "x:\n  a\n  c:\n    b\n", &["a\n  c:\n    b"]);
        // The block in which the match begins is not left.
        check("a ... b", "x:\n  a\ny: b\n", &[]);
        check("f(a", "f(a, b", &["f(a"]);
    }

    #[test]
    fn an_ellipsis_has_its_lines() {
        let far = format!("a{}b", "\n".repeat(11));
        check("a ... b", &far, &[]);
        check("a ... b", &far.replacen("\n", "", 1), &[far.replacen("\n", "", 1).as_str()]);
        let one = Look { ellipsis_lines: 0, ..Look::default() };
        assert_eq!(found("a ... b", "a\nb a c b", &one), ["a c b"]);
        check("$X = ...", "a = 1;\n", &["a = 1;"]);
    }

    #[test]
    fn comments_and_cases_as_the_rule_says() {
        let look = Look { comments: Comments::Cpp, caseless: true, ..Look::default() };
        assert_eq!(found("a b", "A // c\nb a /* b */ c", &look), ["A // c\nb"]);
        let look = Look { comments: Comments::Shell, extra: "-".to_owned(), ..Look::default() };
        assert_eq!(found("$X b", "a-c # d\nb", &look), ["a-c # d\nb"]);
    }

    use super::super::Comments;

    #[test]
    fn whatever_the_text_nothing_panics() {
        for text in ["((((", "))))", "{\n[\n}\n]", " \n\t a", "é(…", "$...", "a\r\n  b\r\n(c"] {
            for pattern in ["a", "( ... )", "$X", "a ... $X"] {
                let _ = found(pattern, text, &Look::default());
            }
        }
        let deep = "(".repeat(5_000) + &")".repeat(5_000);
        assert_eq!(found("( ... )", &deep, &Look::default()).len(), 1);
    }
}
