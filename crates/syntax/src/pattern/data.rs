//! What placeholders need in languages of data: quotes, a value to their key, a mark of an item.

use portcullis_model::Span;

use super::{Fill, PatternSyntax};

/// The fill that a placeholder needs where it stands.
pub(super) fn fill(syntax: &PatternSyntax, text: &str, span: Span, ellipsis: bool) -> usize {
    let find = |wanted: fn(&Fill) -> bool| syntax.fills.iter().position(wanted).unwrap_or(0);
    let before = text.get(..span.start as usize).unwrap_or("");
    let line = before.rsplit('\n').next().unwrap_or("");
    if line.matches('"').count() % 2 == 1 || line.matches('\'').count() % 2 == 1 {
        return find(|fill| matches!(fill, Fill::Around("", "")));
    }
    let stands_as = match ellipsis {
        true => stands_as(text, span),
        false => Stands::Value,
    };
    match stands_as {
        Stands::Pair => find(|fill| matches!(fill, Fill::Around(_, after) if after.contains(": "))),
        Stands::Item => find(|fill| matches!(fill, Fill::Around("- ", ""))),
        Stands::Value => 0,
    }
}

/// What an ellipsis takes the place of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stands {
    Value,
    Pair,
    Item,
}

fn stands_as(text: &str, span: Span) -> Stands {
    let before = text.get(..span.start as usize).unwrap_or("");
    let after = text.get(span.end as usize..).unwrap_or("");
    match super::placeholder::enclosing(before) {
        Some((_, '{')) if before.trim_end().ends_with(':') => Stands::Value,
        Some((_, '{')) => Stands::Pair,
        Some(_) => Stands::Value,
        None if after.lines().next().is_none_or(|rest| rest.trim().is_empty()) => {
            by_neighbors(text, before)
        }
        None => Stands::Value,
    }
}

/// In a layout, what stands in the same column above, or else below.
fn by_neighbors(text: &str, before: &str) -> Stands {
    let column = before.len() - before.rfind('\n').map_or(0, |end| end + 1);
    let number = before.matches('\n').count();
    let lines: Vec<&str> = text.lines().collect();
    let (above, below) = lines.split_at(number.min(lines.len()));
    let own = lines.get(number).copied().unwrap_or("");
    if column > 0 && !own.get(..column).unwrap_or("").trim_start_matches([' ', '-']).is_empty() {
        return Stands::Value;
    }
    let up = neighbor(above.iter().rev(), column);
    up.or_else(|| neighbor(below.iter().skip(1), column)).unwrap_or(Stands::Value)
}

/// The nearest entry that begins in this column, before the layout ends that it belongs to.
fn neighbor<'t>(lines: impl Iterator<Item = &'t &'t str>, column: usize) -> Option<Stands> {
    for line in lines.filter(|line| !line.trim().is_empty()) {
        let mut at = line.len() - line.trim_start().len();
        let indentation = at;
        let mut rest = line.trim_start();
        while at < column
            && let Some(item) = rest.strip_prefix('-')
        {
            let inner = item.trim_start();
            at += 1 + item.len() - inner.len();
            rest = inner;
        }
        match rest {
            "..." => {}
            _ if at == column && (rest == "-" || rest.starts_with("- ")) => {
                return Some(Stands::Item);
            }
            _ if at == column && rest.contains(':') => return Some(Stands::Pair),
            _ => {}
        }
        if indentation < column {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = text
            .match_indices("...")
            .map(|(at, _)| {
                let at = u32::try_from(at).unwrap();
                match stands_as(text, Span::new(at, at + 3)) {
                    Stands::Value => "value",
                    Stands::Pair => "pair",
                    Stands::Item => "item",
                }
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn neighbors_tell_what_an_ellipsis_is() {
        check("a: ...\nb:\n  ...\n", &["value", "value"]);
        check("...\na:\n  ...\n  - b\n  ...\n", &["pair", "item", "item"]);
        check("- a: 1\n  ...\n...\n- b\n", &["pair", "item"]);
        check("a:\n- ...\n  b: c\n  ...\n", &["pair", "pair"]);
        check("- ...\n", &["value"]);
        check("{..., \"a\": ..., \"b\": [..., 1]}", &["pair", "value", "value"]);
        check("a: {...}", &["pair"]);
    }
}
