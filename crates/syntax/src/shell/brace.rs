//! Brace expansion: `{a,b}` and `{1..3}` make several words of one, before anything else happens.

use super::{Part, PartKind, Word};

/// More words than this are not made of one; the word stays as it is.
const WORDS_MAX: usize = 256;
/// Longer words, in characters and parts, stay as they are.
const ATOMS_MAX: usize = 4096;
/// So do words with more opening braces.
const BRACES_MAX: usize = 32;

/// A character that may be a brace or comma, or a part that cannot.
#[derive(Clone, Debug)]
enum Atom {
    Bare(char),
    Solid(Part),
}

impl Atom {
    fn is(&self, sign: char) -> bool {
        matches!(self, Self::Bare(c) if *c == sign)
    }
}

/// The words that the shell makes of a word.
pub(super) fn expand(word: Word) -> Vec<Word> {
    let braces = |part: &Part| match &part.kind {
        PartKind::Text(text) if !part.quoted => text.bytes().filter(|&b| b == b'{').count(),
        _ => 0,
    };
    let count: usize = word.parts.iter().map(braces).sum();
    if count == 0 || count > BRACES_MAX {
        return vec![word];
    }
    let atoms: Vec<Atom> = word.parts.iter().flat_map(atoms_of).take(ATOMS_MAX + 1).collect();
    match alternatives(&atoms).filter(|_| atoms.len() <= ATOMS_MAX) {
        Some(several) => several
            .into_iter()
            .map(|atoms| Word { parts: parts_of(atoms), span: word.span })
            .collect(),
        None => vec![word],
    }
}

fn atoms_of(part: &Part) -> Vec<Atom> {
    match &part.kind {
        PartKind::Text(text) if !part.quoted => text.chars().map(Atom::Bare).collect(),
        _ => vec![Atom::Solid(part.clone())],
    }
}

fn parts_of(atoms: Vec<Atom>) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for atom in atoms {
        match (atom, parts.last_mut()) {
            (Atom::Solid(part), _) => parts.push(part),
            (Atom::Bare(c), Some(Part { kind: PartKind::Text(text), quoted: false, source })) => {
                text.push(c);
                source.push(c);
            }
            (Atom::Bare(c), _) => parts.push(Part {
                kind: PartKind::Text(c.to_string()),
                quoted: false,
                source: c.to_string(),
            }),
        }
    }
    parts
}

/// All that the braces in `atoms` make; `None` where it is too much.
fn alternatives(atoms: &[Atom]) -> Option<Vec<Vec<Atom>>> {
    let Some((open, close, inside)) = first_group(atoms) else {
        return Some(vec![atoms.to_vec()]);
    };
    let prefix = atoms.get(..open)?;
    let suffixes = alternatives(atoms.get(close + 1..)?)?;
    let mut made = Vec::new();
    for choice in inside {
        for middle in alternatives(&choice)? {
            for suffix in &suffixes {
                made.push([prefix, &middle, suffix].concat());
                if made.len() > WORDS_MAX {
                    return None;
                }
            }
        }
    }
    Some(made)
}

/// The first group of braces that expands: where it opens and closes, and its choices.
fn first_group(atoms: &[Atom]) -> Option<(usize, usize, Vec<Vec<Atom>>)> {
    let opens = atoms.iter().enumerate().filter(|(_, atom)| atom.is('{')).map(|(at, _)| at);
    opens.into_iter().find_map(|open| {
        let (close, commas) = group_end(atoms, open)?;
        let inside = atoms.get(open + 1..close)?;
        let choices =
            if commas.is_empty() { range(inside)? } else { split(atoms, open, close, &commas) };
        Some((open, close, choices))
    })
}

/// Where the group that opens at `open` closes, and its own commas.
fn group_end(atoms: &[Atom], open: usize) -> Option<(usize, Vec<usize>)> {
    let mut depth = 0;
    let mut commas = Vec::new();
    for (at, atom) in atoms.iter().enumerate().skip(open) {
        match atom {
            Atom::Bare('{') => depth += 1,
            Atom::Bare('}') if depth == 1 => return Some((at, commas)),
            Atom::Bare('}') => depth -= 1,
            Atom::Bare(',') if depth == 1 => commas.push(at),
            _ => {}
        }
    }
    None
}

fn split(atoms: &[Atom], open: usize, close: usize, commas: &[usize]) -> Vec<Vec<Atom>> {
    let starts = std::iter::once(open).chain(commas.iter().copied());
    let ends = commas.iter().copied().chain(std::iter::once(close));
    starts.zip(ends).filter_map(|(from, to)| atoms.get(from + 1..to)).map(<[_]>::to_vec).collect()
}

/// `1..3`, `a..e`, with a step behind a second `..`.
fn range(inside: &[Atom]) -> Option<Vec<Vec<Atom>>> {
    let text: String = inside
        .iter()
        .map(|atom| match atom {
            Atom::Bare(c) => Some(*c),
            Atom::Solid(_) => None,
        })
        .collect::<Option<_>>()?;
    let mut ends = text.split("..");
    let (from, to, step) = (ends.next()?, ends.next()?, ends.next());
    let step = step.map_or(Some(1), |s| s.parse::<i64>().ok())?.unsigned_abs().max(1);
    let step = usize::try_from(step).ok()?;
    let values: Vec<String> = match (from.parse::<i64>(), to.parse::<i64>()) {
        (Ok(from), Ok(to)) => between(from, to, step).map(|n| n.to_string()).collect(),
        _ => {
            let letter = |s: &str| s.chars().next().filter(|c| c.is_ascii() && s.len() == 1);
            let (from, to) = (letter(from)?, letter(to)?);
            let number = |c: char| i64::from(u32::from(c));
            between(number(from), number(to), step)
                .filter_map(|n| u8::try_from(n).ok())
                .map(|byte| char::from(byte).to_string())
                .collect()
        }
    };
    Some(values.iter().map(|value| value.chars().map(Atom::Bare).collect()).collect())
}

fn between(from: i64, to: i64, step: usize) -> Box<dyn Iterator<Item = i64>> {
    let count = WORDS_MAX + 1;
    if from <= to {
        Box::new((from..=to).step_by(step).take(count))
    } else {
        Box::new((to..=from).rev().step_by(step).take(count))
    }
}
