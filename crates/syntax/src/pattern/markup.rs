//! What placeholders need in markup: a name of digits, a value to an attribute.

use portcullis_model::Span;

use super::{Fill, PatternSyntax};

/// The fill that a placeholder needs where it stands. A grammar that takes `_X` for no name of an
/// element has digits among its fills; one in which every attribute has a value has that.
pub(super) fn fill(syntax: &PatternSyntax, text: &str, span: Span) -> usize {
    let find = |wanted: fn(&Fill) -> bool| syntax.fills.iter().position(wanted).unwrap_or(0);
    let before = text.get(..span.start as usize).unwrap_or("");
    let after = text.get(span.end as usize..).unwrap_or("");
    if before.ends_with('<') || before.ends_with("</") {
        return find(|fill| matches!(fill, Fill::Digits));
    }
    if is_attribute(before, after) {
        return find(|fill| matches!(fill, Fill::Around("", "=\"\"")));
    }
    0
}

/// Whether what stands between these is an attribute as a whole.
fn is_attribute(before: &str, after: &str) -> bool {
    let tag = before.rfind('<').and_then(|at| before.get(at..)).unwrap_or("");
    let inside = !tag.is_empty() && !tag.contains('>');
    let quoted = tag.matches('"').count() % 2 == 1 || tag.matches('\'').count() % 2 == 1;
    let parts = before.ends_with(char::is_whitespace) && !after.trim_start().starts_with('=');
    inside && !quoted && parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_attribute_stands_alone_in_a_tag() {
        for (before, after) in [("<a ", ">"), ("<b><a x=\"1\" ", " y=\"2\">")] {
            assert!(is_attribute(before, after), "{before}");
        }
        for (before, after) in [("<a x=\"", "\">"), ("<a ", "=\"1\">"), ("<a> ", ""), ("<", ">")] {
            assert!(!is_attribute(before, after), "{before}");
        }
    }
}
