//! What stands for something else in a pattern.

/// A placeholder in a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hole {
    /// `...`
    Ellipsis,
    /// `$X`
    Metavar,
    /// `$...X`
    EllipsisMetavar,
    /// `<... e ...>`, a node in parentheses.
    Deep,
    /// `(T $X)` or `($X: T)`, a node that holds the metavariable and the type.
    Typed,
}

/// The placeholder at the start of `text`, and its length.
pub(crate) fn at_start(text: &str) -> Option<(Hole, usize)> {
    if text.starts_with("...") {
        return Some((Hole::Ellipsis, 3));
    }
    let name = text.strip_prefix('$')?;
    let (hole, name, mark) = match name.strip_prefix("...") {
        Some(name) => (Hole::EllipsisMetavar, name, 4),
        None => (Hole::Metavar, name, 1),
    };
    let length = name_length(name)?;
    let own = hole == Hole::Metavar && name.get(..length).is_some_and(is_superglobal);
    (!own).then_some((hole, mark + length))
}

/// The placeholder that `text` is as a whole.
pub(crate) fn whole(text: &str) -> Option<Hole> {
    at_start(text).filter(|(_, length)| *length == text.len()).map(|(hole, _)| hole)
}

/// PHP's own variables are never metavariables, as Semgrep has it.
fn is_superglobal(name: &str) -> bool {
    let names = ["_GET", "_POST", "_COOKIE", "_REQUEST", "_SERVER", "_FILES", "_SESSION", "_ENV"];
    names.contains(&name)
}

/// Length of a metavariable's name: capitals, digits and `_`, or a number alone.
fn name_length(text: &str) -> Option<usize> {
    let part = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
    let length = text.find(|c| !part(c)).unwrap_or(text.len());
    let next = text.get(length..).and_then(|rest| rest.chars().next());
    let ends = !next.is_some_and(|c| c.is_alphanumeric());
    (length > 0 && ends).then_some(length)
}
