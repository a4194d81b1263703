//! Text with metavariables filled in, and the edits of a fix.

use portcullis_model::Span;

use crate::{
    matcher::{Bindings, Context, Value, text_of},
    regexes::{Groups, Lines},
    rule::{Fix, Rule},
};

/// A text of the rule with `$X` and `value($X)` replaced by what the metavariables are bound to.
pub(crate) fn filled(
    rule: &Rule,
    context: Context<'_>,
    bindings: &Bindings,
    template: &str,
) -> String {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(at) = rest.find('$') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let found = longest(rule, bindings, from);
        let Some((name, value)) = found else {
            out.push('$');
            rest = from.get(1..).unwrap_or("");
            continue;
        };
        rest = from.get(name.len()..).unwrap_or("");
        if before.ends_with("value(") && rest.starts_with(')') {
            out.truncate(out.len().saturating_sub("value(".len()));
            out.push_str(&evaluated(context, value));
            rest = rest.get(1..).unwrap_or("");
        } else {
            out.push_str(text_of(context.subject, value));
        }
    }
    out.push_str(rest);
    out
}

/// The longest name of a bound metavariable that the text begins with.
fn longest<'r>(rule: &'r Rule, bindings: &Bindings, text: &str) -> Option<(&'r str, Value)> {
    let bound = rule.vars.iter().zip(bindings).filter_map(|(name, value)| {
        let value = (*value)?;
        text.starts_with(name.as_str()).then_some((name.as_str(), value))
    });
    bound.max_by_key(|(name, _)| name.len())
}

/// The constant that a metavariable is bound to, or its text.
fn evaluated(context: Context<'_>, value: Value) -> String {
    use crate::flow::Const;
    let constant = match value {
        Value::Node(id) => context.subject.constant(id),
        _ => None,
    };
    match constant {
        Some(Const::Str(text)) => text.to_string(),
        Some(Const::Int(n)) => n.to_string(),
        Some(Const::Bool(on)) => on.to_string(),
        _ => text_of(context.subject, value).to_owned(),
    }
}

/// The edits of the rule's fix for one match, in order.
pub(crate) fn edits(
    rule: &Rule,
    context: Context<'_>,
    bindings: &Bindings,
    span: Span,
) -> Vec<(Span, String)> {
    match &rule.fix {
        None => Vec::new(),
        Some(Fix::Replace(template)) => {
            vec![(span, filled(rule, context, bindings, template.trim_end_matches('\n')))]
        }
        Some(Fix::Regex { regex, replacement, count }) => {
            let text = span.text(context.subject.tree.source());
            let compiled = context.regexes.get(&rule.regexes, *regex, Lines::Many);
            let most = count.filter(|n| *n > 0).map_or(usize::MAX, |n| n as usize);
            let Ok(found) = compiled.all(text, most) else {
                context.budget.exceed();
                return Vec::new();
            };
            let edit = |groups: &Groups| {
                let place = groups.first()?.as_ref()?;
                let at = |n: usize| u32::try_from(n).ok()?.checked_add(span.start);
                let span = Span::new(at(place.start)?, at(place.end)?);
                Some((span, referenced(replacement, text, groups)))
            };
            found.iter().filter_map(edit).collect()
        }
    }
}

/// A replacement with `\1` and `\g<1>` replaced by the groups.
fn referenced(replacement: &str, text: &str, groups: &Groups) -> String {
    let mut out = String::new();
    let mut rest = replacement;
    while let Some((before, after)) = rest.split_once('\\') {
        out.push_str(before);
        let named = after.strip_prefix("g<").and_then(|tail| tail.split_once('>'));
        let digits = after.len() - after.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, tail) = match named {
            Some((number, tail)) => (number, tail),
            None => after.split_at(digits.min(2)),
        };
        match number.parse::<usize>() {
            Ok(number) => {
                let group = groups.get(number).and_then(Option::as_ref);
                out.push_str(group.and_then(|range| text.get(range.clone())).unwrap_or(""));
                rest = tail;
            }
            Err(_) => {
                out.push('\\');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}
