//! What the grammar must not see.
//!
//! It takes a `-` at the end of a line, and a third command of a pipeline, to go on in the next
//! line. A `-` is covered by another character. A `|` beside a space is shown as `||`, which the
//! grammar joins in one way only; [`super::chain`] looks at the text itself and puts the parts
//! together as a shell does. What is not ASCII is shown as a letter, which it is to a shell: the
//! grammar's scanner asks `isdigit` about it, and C leaves open what that does to a character of
//! more than a byte. With glibc it reads beyond a table.

use std::borrow::Cow;

/// What the grammar sees for each byte of a character that is not ASCII.
const LETTER: u8 = b'x';
/// A mark at the start of a text, which the parser itself leaves out.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// The text as the grammar is to see it, byte for byte.
pub(super) fn cover(text: &str) -> Cow<'_, str> {
    if text.is_ascii() && !text.contains('|') && !text.contains(" -") {
        return Cow::Borrowed(text);
    }
    let body = text.trim_start_matches(BYTE_ORDER_MARK);
    let mark = text.get(..text.len() - body.len()).unwrap_or("");
    let lines = body.split_inclusive('\n').map(|line| without_dash(&shown(&ascii(line))));
    Cow::Owned(std::iter::once(mark.to_owned()).chain(lines).collect())
}

fn ascii(line: &str) -> Cow<'_, str> {
    if line.is_ascii() {
        return Cow::Borrowed(line);
    }
    let shown = line.bytes().map(|byte| if byte.is_ascii() { byte } else { LETTER });
    Cow::Owned(shown.map(char::from).collect())
}

fn without_dash(line: &str) -> String {
    let code = line.trim_end();
    match code.strip_suffix(" -") {
        Some(rest) => format!("{rest} _{}", line.get(code.len()..).unwrap_or("")),
        None => line.to_owned(),
    }
}

/// A line with its pipes doubled, but not those of the patterns of a `case`.
fn shown(line: &str) -> String {
    let mut bytes = line.as_bytes().to_vec();
    let patterns = unmatched(line.as_bytes()).unwrap_or(0);
    for at in patterns..bytes.len() {
        let near = |from: usize| bytes.get(from).copied().unwrap_or(0);
        let (before, after) = (at.checked_sub(1).map_or(0, near), near(at + 1));
        if near(at) != b'|' || b"|>\\&".contains(&before) || b"|&".contains(&after) {
            continue;
        }
        let space = if is_space(after) { Some(at + 1) } else { at.checked_sub(1) };
        if let Some(byte) = space.and_then(|at| bytes.get_mut(at)).filter(|byte| is_space(**byte)) {
            *byte = b'|';
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| line.to_owned())
}

fn is_space(byte: u8) -> bool {
    byte == b' ' || byte == b'\t'
}

/// Where a line closes a bracket that it does not open.
fn unmatched(line: &[u8]) -> Option<usize> {
    let mut open = 0usize;
    line.iter().position(|byte| match byte {
        b'(' => {
            open += 1;
            false
        }
        b')' if open == 0 => true,
        b')' => {
            open -= 1;
            false
        }
        _ => false,
    })
}
