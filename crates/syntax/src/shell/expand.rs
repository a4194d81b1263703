//! Expansion of words with what is known before the command runs.
//!
//! Nothing is run: variables and outputs come from [`Values`], which the caller keeps. What is not
//! known stays in the text as it is written, and the field says so.

use portcullis_model::Span;

use super::{Part, PartKind, Script, Word};

/// No value grows beyond this many bytes; a longer one is not known.
const VALUE_MAX: usize = 1 << 20;

/// A value of a variable or an output, as far as it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// The text; `None` where it is not known.
    pub text: Option<String>,
    /// Marks of the caller's own; a field carries the marks of all that went into it.
    pub marks: u32,
}

impl Known {
    /// A text that is known.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: Some(text.into()), marks: 0 }
    }
}

/// What is known of the surroundings of a word.
pub trait Values {
    /// The value of a variable or a sign such as `1` or `@`.
    fn variable(&mut self, name: &str) -> Known;
    /// What a command substitution would print, line ends at its end included. Called once for
    /// every script whose output the word takes, in order, in operands and arithmetic too.
    fn output(&mut self, script: &Script) -> Known;
    /// The file that stands for a process substitution, if the caller gives it a name. `reads` says
    /// that the command reads what the script writes.
    fn process(&mut self, script: &Script, reads: bool) -> Known;
}

/// One argument as the command gets it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Field {
    /// The text; what is not known stands in it as it is written.
    pub text: String,
    /// Whether all of the text is known.
    pub known: bool,
    /// Whether unquoted signs in it match file names.
    pub glob: bool,
    /// The marks of all values that went into it.
    pub marks: u32,
    /// Where the word stands that it comes from.
    pub span: Span,
}

/// A value on its way into fields.
struct Piece {
    text: String,
    known: bool,
    marks: u32,
}

impl Word {
    /// The fields that the shell makes of the word: none for an empty unquoted expansion, several
    /// where one is split at blanks.
    pub fn fields(&self, values: &mut dyn Values) -> Vec<Field> {
        let mut fields = Vec::new();
        let mut open: Option<Field> = None;
        for part in &self.parts {
            let piece = piece(part, values);
            let field = || Field { known: true, span: self.span, ..Field::default() };
            if part.quoted || matches!(part.kind, PartKind::Text(_) | PartKind::Home(_)) {
                let text = matches!(part.kind, PartKind::Text(_));
                open.get_or_insert_with(field).join(&piece, text && !part.quoted);
            } else {
                split(&piece, &mut open, &mut fields, &field);
            }
        }
        fields.extend(open);
        fields
    }

    /// The word as one field without splitting: a value, a target of a redirection, a
    /// here-document.
    pub fn value(&self, values: &mut dyn Values) -> Field {
        let mut field = Field { known: true, span: self.span, ..Field::default() };
        for part in &self.parts {
            let text = matches!(part.kind, PartKind::Text(_));
            field.join(&piece(part, values), text && !part.quoted);
        }
        field
    }
}

impl Field {
    fn join(&mut self, piece: &Piece, pattern: bool) {
        if self.text.len() + piece.text.len() > VALUE_MAX && !self.text.is_empty() {
            self.known = false;
        } else {
            self.text.push_str(&piece.text);
        }
        self.known &= piece.known;
        self.marks |= piece.marks;
        self.glob |= pattern && is_pattern(&piece.text);
    }
}

/// Whether a text has signs that match file names; the `[` of a test is none.
fn is_pattern(text: &str) -> bool {
    let bracket = || text.split_once('[').is_some_and(|(_, behind)| behind.contains(']'));
    text.contains(['*', '?']) || bracket()
}

/// Splits an unquoted expansion at blanks; what is not known stays in one field.
fn split(
    piece: &Piece,
    open: &mut Option<Field>,
    fields: &mut Vec<Field>,
    new: &dyn Fn() -> Field,
) {
    let blank = |c: char| matches!(c, ' ' | '\t' | '\n');
    if !piece.known {
        return open.get_or_insert_with(new).join(piece, false);
    }
    let mut rest = piece.text.as_str();
    while !rest.is_empty() {
        let word = rest.split(blank).next().unwrap_or("");
        if word.is_empty() {
            fields.extend(open.take());
            rest = rest.trim_start_matches(blank);
        } else {
            let part = Piece { text: word.to_owned(), known: true, marks: piece.marks };
            open.get_or_insert_with(new).join(&part, true);
            rest = rest.get(word.len()..).unwrap_or("");
        }
    }
}

fn piece(part: &Part, values: &mut dyn Values) -> Piece {
    let known = match &part.kind {
        PartKind::Text(text) => Known::text(text.clone()),
        PartKind::Home(user) => Known::text(format!("~{user}")),
        PartKind::Output(script) => trimmed(values.output(script)),
        PartKind::Process(script, reads) => values.process(script, *reads),
        PartKind::Arithmetic(inside) => inside.arithmetic(values),
        PartKind::Variable { name, altered, operator, operand } => {
            variable(name, *altered, operator, operand, values)
        }
    };
    let marks = known.marks;
    match known.text.filter(|text| text.len() <= VALUE_MAX) {
        Some(text) => Piece { text, known: true, marks },
        None => Piece { text: part.source.clone(), known: false, marks },
    }
}

/// The shell drops line ends at the end of an output.
fn trimmed(mut output: Known) -> Known {
    if let Some(text) = &mut output.text {
        text.truncate(text.trim_end_matches('\n').len());
    }
    output
}

impl Word {
    /// A number that is written out is known; everything else is carried out by the shell.
    fn arithmetic(&self, values: &mut dyn Values) -> Known {
        let inside = self.value(values);
        let number = inside.text.trim().parse::<i64>().ok().filter(|_| inside.known);
        Known { text: number.map(|n| n.to_string()), marks: inside.marks }
    }
}

fn variable(
    name: &str,
    altered: bool,
    operator: &str,
    operand: &Word,
    values: &mut dyn Values,
) -> Known {
    let value = values.variable(name);
    let operand = operand.value(values);
    let marks = value.marks | operand.marks;
    if altered {
        return Known { text: None, marks };
    }
    let other = operand.known.then_some(operand.text.as_str());
    let text = value.text.and_then(|text| match operator {
        "" => Some(text),
        ":-" | ":=" | ":?" if text.is_empty() => other.map(str::to_owned),
        "-" | "=" | "?" | ":-" | ":=" | ":?" => Some(text),
        ":+" if text.is_empty() => Some(String::new()),
        "+" | ":+" => other.map(str::to_owned),
        _ => altered_by(&text, operator, other?),
    });
    Known { text, marks }
}

/// Operators that cut or replace, where no pattern signs stand in their operand.
fn altered_by(text: &str, operator: &str, operand: &str) -> Option<String> {
    let plain = !operand.contains(['*', '?', '[', '\\']);
    match operator {
        ":" => slice(text, operand),
        "#" | "##" if plain => Some(text.strip_prefix(operand).unwrap_or(text).to_owned()),
        "%" | "%%" if plain => Some(text.strip_suffix(operand).unwrap_or(text).to_owned()),
        "##" => cut_before(text, operand.strip_prefix('*')?),
        "%" => cut_behind(text, operand.strip_suffix('*')?),
        "/" | "//" if plain && !operand.is_empty() => {
            let (old, new) = operand.split_once('/').unwrap_or((operand, ""));
            let count = if operator == "/" { 1 } else { usize::MAX };
            (text.len().saturating_mul(new.len() + 1) <= VALUE_MAX && !old.is_empty())
                .then(|| text.replacen(old, new, count))
        }
        "^^" if operand.is_empty() => Some(text.to_uppercase()),
        ",," if operand.is_empty() => Some(text.to_lowercase()),
        _ => None,
    }
}

/// `${name##*mark}`.
fn cut_before(text: &str, mark: &str) -> Option<String> {
    let plain = !mark.is_empty() && !mark.contains(['*', '?', '[', '\\']);
    plain.then(|| text.rsplit_once(mark).map_or(text, |(_, rest)| rest).to_owned())
}

/// `${name%mark*}`.
fn cut_behind(text: &str, mark: &str) -> Option<String> {
    let plain = !mark.is_empty() && !mark.contains(['*', '?', '[', '\\']);
    plain.then(|| text.rsplit_once(mark).map_or(text, |(rest, _)| rest).to_owned())
}

/// `${name:offset:length}` with plain numbers.
fn slice(text: &str, operand: &str) -> Option<String> {
    let (offset, length) = match operand.split_once(':') {
        Some((offset, length)) => (offset, length.trim().parse().ok()?),
        None => (operand, usize::MAX),
    };
    let offset: usize = offset.trim().parse().ok()?;
    Some(text.chars().skip(offset).take(length).collect())
}

/// One escape of `$'...'`, `echo -e` and `printf`, behind its backslash: how many bytes it takes
/// and what it stands for. Nothing is taken where it is no escape.
#[must_use]
pub fn c_escape(rest: &str) -> (usize, Vec<u8>) {
    let Some(first) = rest.chars().next() else { return (0, Vec::new()) };
    let one = match first {
        'a' => 7,
        'b' => 8,
        'e' | 'E' => 27,
        'f' => 12,
        'n' => b'\n',
        'r' => b'\r',
        't' => b'\t',
        'v' => 11,
        '\\' | '\'' | '"' | '?' => u8::try_from(first).unwrap_or(b'?'),
        'x' => return digits(rest, 1, 2, 16),
        'u' => return digits(rest, 1, 4, 16),
        'U' => return digits(rest, 1, 8, 16),
        '0'..='7' => return digits(rest, 0, 3, 8),
        'c' => {
            let control = rest.as_bytes().get(1).filter(|b| b.is_ascii());
            return control.map_or((0, Vec::new()), |b| (2, vec![b & 0x1f]));
        }
        _ => return (0, Vec::new()),
    };
    (1, vec![one])
}

/// A number behind `skip` bytes; one digit at least. `u` and `U` stand for a character, the others
/// for a byte.
fn digits(rest: &str, skip: usize, max: usize, radix: u32) -> (usize, Vec<u8>) {
    let text: String =
        rest.chars().skip(skip).take(max).take_while(|c| c.is_digit(radix)).collect();
    let Ok(number) = u32::from_str_radix(&text, radix) else { return (0, Vec::new()) };
    let bytes = if max > 3 {
        char::from_u32(number).map(|c| c.to_string().into_bytes()).unwrap_or_default()
    } else {
        vec![u8::try_from(number & 0xff).unwrap_or(0)]
    };
    (skip + text.len(), bytes)
}
