//! `metavariable-analysis`: what a text is like, rather than what it says.

/// Bits that a text must hold to count as random, and bits for each character. English has about
/// four bits a letter by this count, but says less than this in the length of a password.
const BITS_MIN: f64 = 60.0;
const BITS_PER_CHAR_MIN: f64 = 3.2;

/// Whether a text is random enough to be a key, by the entropy of its characters. Words between
/// spaces are no key.
pub(super) fn is_random(text: &str) -> bool {
    let length = text.chars().count();
    if text.contains(char::is_whitespace) || length == 0 {
        return false;
    }
    let mut chars: Vec<char> = text.chars().collect();
    chars.sort_unstable();
    let share = |run: &[char]| run.len() as f64 / length as f64;
    let runs = chars.chunk_by(|a, b| a == b).map(share);
    let per_char: f64 = runs.map(|share| -share * share.log2()).sum();
    per_char >= BITS_PER_CHAR_MIN && per_char * length as f64 >= BITS_MIN
}

/// Groups that may be nested in a regular expression that is looked at.
const DEPTH_MAX: usize = 64;

/// Whether a regular expression may take time exponential in the length of a text: something is
/// repeated in a group that is itself repeated, and nothing else in the group must be there, so
/// that a text falls into repetitions in more ways than one.
pub(super) fn may_explode(regex: &str) -> bool {
    let mut reader = Reader { rest: regex.chars().collect::<Vec<_>>().into_iter().rev().collect() };
    reader.sequence(0).explodes
}

/// What is known of a piece of a regular expression.
#[derive(Clone, Copy, Default)]
struct Piece {
    /// It holds what explodes.
    explodes: bool,
    /// It can be cut into repetitions of itself in more ways than one once it is repeated.
    loose: bool,
    /// It may match nothing.
    optional: bool,
}

/// Reads a regular expression; the last character is the next one.
struct Reader {
    rest: Vec<char>,
}

impl Reader {
    /// Alternatives, up to a closing parenthesis or the end.
    fn sequence(&mut self, depth: usize) -> Piece {
        let mut whole = Piece::default();
        let mut items: Vec<Piece> = Vec::new();
        loop {
            match self.rest.pop() {
                None | Some(')') => {
                    return joined(whole, &items);
                }
                Some('|') => {
                    whole = joined(whole, &items);
                    items.clear();
                }
                Some(first) => {
                    let item = self.item(first, depth);
                    items.push(self.repeated(item));
                }
            }
        }
    }

    fn item(&mut self, first: char, depth: usize) -> Piece {
        match first {
            '(' if depth < DEPTH_MAX => {
                let atomic = self.group_head();
                let inner = self.sequence(depth + 1);
                Piece { loose: inner.loose && !atomic, ..inner }
            }
            '[' => {
                self.class();
                Piece::default()
            }
            '\\' => {
                self.rest.pop();
                Piece::default()
            }
            '^' | '$' => Piece { optional: true, ..Piece::default() },
            _ => Piece::default(),
        }
    }

    /// `?:`, `?<name>` and the like; whether the group gives nothing back.
    fn group_head(&mut self) -> bool {
        if self.rest.last() != Some(&'?') {
            return false;
        }
        self.rest.pop();
        let atomic = self.rest.last() == Some(&'>');
        while let Some(c) = self.rest.last().copied() {
            if !(c.is_alphanumeric() || ":<>=!_P".contains(c)) {
                break;
            }
            self.rest.pop();
            if matches!(c, ':' | '>' | '=' | '!') {
                break;
            }
        }
        atomic
    }

    fn class(&mut self) {
        let mut first = true;
        while let Some(c) = self.rest.pop() {
            match c {
                ']' if !first => return,
                '\\' => drop(self.rest.pop()),
                '^' if first => continue,
                _ => {}
            }
            first = false;
        }
    }

    /// The piece with the quantifier that follows it.
    fn repeated(&mut self, piece: Piece) -> Piece {
        let (unbounded, optional) = match self.rest.last() {
            Some('*') => (true, true),
            Some('+') => (true, false),
            Some('?') => (false, true),
            Some('{') => return self.counted(piece),
            _ => return piece,
        };
        self.rest.pop();
        self.quantified(piece, unbounded, optional)
    }

    /// `{2,}`: from two times on without an end.
    fn counted(&mut self, piece: Piece) -> Piece {
        let digits = self.rest.iter().rev().skip(1).take_while(|c| **c != '}');
        let bounds: String = digits.collect();
        if !bounds.chars().all(|c| c.is_ascii_digit() || c == ',') || bounds.is_empty() {
            return piece;
        }
        let kept = self.rest.len().saturating_sub(bounds.len() + 2);
        self.rest.truncate(kept);
        self.quantified(piece, bounds.ends_with(','), bounds.starts_with('0'))
    }

    fn quantified(&mut self, piece: Piece, unbounded: bool, optional: bool) -> Piece {
        let possessive = self.rest.last() == Some(&'+');
        if possessive || self.rest.last() == Some(&'?') {
            self.rest.pop();
        }
        let repeats = unbounded && !possessive;
        Piece {
            explodes: piece.explodes || (repeats && piece.loose),
            loose: repeats || (piece.loose && !possessive),
            optional: optional || piece.optional,
        }
    }
}

/// The alternatives so far with one more, which is made of these items.
fn joined(whole: Piece, items: &[Piece]) -> Piece {
    let needed = items.iter().filter(|item| !item.optional && !item.loose).count();
    let loose = needed == 0 && items.iter().any(|item| item.loose);
    Piece {
        explodes: whole.explodes || items.iter().any(|item| item.explodes),
        loose: whole.loose || loose,
        optional: whole.optional || items.iter().all(|item| item.optional),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_random_and_words_are_not() {
        for text in [
            "feoi7n978faseduy987ybf67t4ni867fased6tbi6fa34nf97",
            "9f86d081884c7d659a2feaa0c55ad015",
        ] {
            assert!(is_random(text), "{text}");
        }
        for text in
            ["", "secret", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "the quick brown fox jumps over it"]
        {
            assert!(!is_random(text), "{text}");
        }
    }

    #[test]
    fn repetitions_in_repetitions_explode() {
        for regex in [
            "(a+)+$",
            "((honk )+)+$",
            "^(([-.]|[_]+)?([a-z]+))*@",
            "(?:x*)*",
            "(a{2,}|b)*",
            "(a+)*?",
        ] {
            assert!(may_explode(regex), "{regex}");
        }
        for regex in [
            "hello+",
            "((honk )+)++$",
            "(,[a-z]+)*",
            "(\\d+\\.)*\\d+",
            "(a+)?",
            "[(a+)+]",
            "(?>a+)+",
            "(",
            "[",
            "\\",
        ] {
            assert!(!may_explode(regex), "{regex}");
        }
    }
}
