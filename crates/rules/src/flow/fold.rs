//! Arithmetic and text on constants.
//!
//! Text stands as the source writes it. One with a backslash is not measured, cut or compared with
//! another spelling, since what it means differs from language to language.

use std::cmp::Ordering;

use portcullis_syntax::Op;

use super::dialect::{Dialect, Numbers};
use super::value::Const;

/// Letters of a constant string at most.
const LONGEST: usize = 1024;

/// A string constant that is not too long.
pub(super) fn text(text: &str) -> Option<Const> {
    (text.len() <= LONGEST).then(|| Const::text(text))
}

/// Text whose letters can be counted alike in all languages.
fn plain(text: &str) -> Option<&str> {
    (text.is_ascii() && !text.contains('\\')).then_some(text)
}

/// The letter at a position; negative ones count from the end.
pub(super) fn letter(string: &str, at: i64) -> Option<Const> {
    let string = plain(string)?;
    let at = position(string, at)?;
    text(string.get(at..at.checked_add(1)?)?)
}

/// A position in a string, from its end where negative.
fn position(string: &str, at: i64) -> Option<usize> {
    let at = match at {
        0.. => at,
        _ => i64::try_from(string.len()).ok()?.checked_add(at)?.max(0),
    };
    usize::try_from(at).ok()
}

/// How many letters a string has.
pub(super) fn length(string: &str) -> Option<Const> {
    i64::try_from(plain(string)?.len()).ok().map(Const::Int)
}

/// The letters from one position up to another.
pub(super) fn cut(string: &str, from: i64, to: Option<i64>) -> Option<Const> {
    let string = plain(string)?;
    let from = position(string, from)?.min(string.len());
    let to = to.map_or(Some(string.len()), |to| position(string, to))?.min(string.len());
    text(string.get(from..to.max(from))?)
}

/// Whether a constant counts as true.
pub(super) fn truth(value: &Const) -> bool {
    match value {
        Const::Str(text) => !text.is_empty(),
        Const::Int(number) => *number != 0,
        Const::Float(number) => *number != 0.0,
        Const::Bool(bit) => *bit,
        Const::Null => false,
    }
}

/// How a constant reads inside a string.
pub(super) fn written(value: &Const) -> Option<String> {
    match value {
        Const::Str(text) => Some(text.to_string()),
        Const::Int(number) => Some(number.to_string()),
        _ => None,
    }
}

/// An operator on one constant.
pub(super) fn unary(op: Op, value: &Const) -> Option<Const> {
    match (op, value) {
        (Op::Not, value) => Some(Const::Bool(!truth(value))),
        (Op::Minus, Const::Int(number)) => number.checked_neg().map(Const::Int),
        (Op::Minus, Const::Float(number)) => Some(Const::Float(-number)),
        (Op::Plus, Const::Int(_) | Const::Float(_)) => Some(value.clone()),
        (Op::BitNot, Const::Int(number)) => Some(Const::Int(!number)),
        _ => None,
    }
}

/// An operator on two constants.
pub(super) fn binary(op: Op, left: &Const, right: &Const, dialect: &Dialect) -> Option<Const> {
    match op {
        Op::Eq | Op::StrictEq | Op::Is => equal(left, right).map(Const::Bool),
        Op::NotEq | Op::StrictNotEq | Op::IsNot => {
            equal(left, right).map(|same| Const::Bool(!same))
        }
        Op::Less => order(left, right).map(|order| Const::Bool(order.is_lt())),
        Op::LessEq => order(left, right).map(|order| Const::Bool(order.is_le())),
        Op::Greater => order(left, right).map(|order| Const::Bool(order.is_gt())),
        Op::GreaterEq => order(left, right).map(|order| Const::Bool(order.is_ge())),
        Op::In => contains(right, left).map(Const::Bool),
        Op::NotIn => contains(right, left).map(|inside| Const::Bool(!inside)),
        _ => calculate(op, left, right, dialect),
    }
}

fn calculate(op: Op, left: &Const, right: &Const, dialect: &Dialect) -> Option<Const> {
    match (left, right) {
        (Const::Int(a), Const::Int(b)) => fits(whole(op, *a, *b, dialect.numbers)?, dialect),
        (Const::Str(a), Const::Int(times)) if op == Op::Mul => repeat(a, *times, dialect),
        (Const::Str(_), _) | (_, Const::Str(_)) => join(op, left, right, dialect),
        _ => fraction(op, number(left)?, number(right)?),
    }
}

fn join(op: Op, left: &Const, right: &Const, dialect: &Dialect) -> Option<Const> {
    let both = matches!((left, right), (Const::Str(_), Const::Str(_)));
    if op != Op::Add || !(both || dialect.adds_to_strings) {
        return None;
    }
    text(&(written(left)? + &written(right)?))
}

fn repeat(string: &str, times: i64, dialect: &Dialect) -> Option<Const> {
    let times = usize::try_from(times.max(0)).ok()?;
    let fits = string.len().checked_mul(times)? <= LONGEST;
    let known = dialect.numbers == Numbers::Exact && fits;
    known.then(|| Const::text(&string.repeat(times)))
}

fn whole(op: Op, a: i64, b: i64, numbers: Numbers) -> Option<Const> {
    let result = match op {
        Op::Add => a.checked_add(b)?,
        Op::Sub => a.checked_sub(b)?,
        Op::Mul => a.checked_mul(b)?,
        Op::Div if matches!(numbers, Numbers::Exact | Numbers::Double) => {
            return divide(a, b, numbers);
        }
        Op::Div => a.checked_div(b)?,
        Op::FloorDiv => a.checked_div_euclid(b).filter(|_| b > 0)?,
        Op::Mod if numbers == Numbers::Exact => a.checked_rem_euclid(b).filter(|_| b > 0)?,
        Op::Mod => a.checked_rem(b)?,
        Op::Pow => a.checked_pow(u32::try_from(b).ok()?)?,
        Op::ShiftLeft => a.checked_mul(1_i64.checked_shl(u32::try_from(b).ok()?)?)?,
        Op::ShiftRight => a.checked_shr(u32::try_from(b).ok()?)?,
        Op::BitAnd => a & b,
        Op::BitOr => a | b,
        Op::BitXor => a ^ b,
        _ => return None,
    };
    Some(Const::Int(result))
}

#[expect(clippy::cast_precision_loss, reason = "past 2^53 the language rounds as well")]
fn divide(a: i64, b: i64, numbers: Numbers) -> Option<Const> {
    let exact = a.checked_rem(b)? == 0;
    if exact && numbers == Numbers::Double {
        return a.checked_div(b).map(Const::Int);
    }
    Some(Const::Float(a as f64 / b as f64))
}

/// A result that the language's own integers hold.
fn fits(value: Const, dialect: &Dialect) -> Option<Const> {
    let Const::Int(number) = value else { return Some(value) };
    let fits = match dialect.numbers {
        Numbers::Exact => true,
        Numbers::Machine => i32::try_from(number).is_ok(),
        Numbers::Double => number.unsigned_abs() < 1 << 53,
        Numbers::Wide => number >= 0,
    };
    fits.then_some(value)
}

fn fraction(op: Op, a: f64, b: f64) -> Option<Const> {
    let result = match op {
        Op::Add => a + b,
        Op::Sub => a - b,
        Op::Mul => a * b,
        Op::Div if b != 0.0 => a / b,
        _ => return None,
    };
    Some(Const::Float(result))
}

#[expect(clippy::cast_precision_loss, reason = "past 2^53 the language rounds as well")]
fn number(value: &Const) -> Option<f64> {
    match value {
        Const::Int(number) => Some(*number as f64),
        Const::Float(number) => Some(*number),
        _ => None,
    }
}

fn equal(left: &Const, right: &Const) -> Option<bool> {
    match (left, right) {
        (Const::Str(a), Const::Str(b)) => {
            (a == b || (plain(a).is_some() && plain(b).is_some())).then_some(a == b)
        }
        (Const::Bool(a), Const::Bool(b)) => Some(a == b),
        (Const::Null, other) | (other, Const::Null) => Some(*other == Const::Null),
        _ => order(left, right).map(Ordering::is_eq),
    }
}

fn order(left: &Const, right: &Const) -> Option<Ordering> {
    match (left, right) {
        (Const::Int(a), Const::Int(b)) => Some(a.cmp(b)),
        (Const::Str(a), Const::Str(b)) => Some(plain(a)?.cmp(plain(b)?)),
        _ => number(left)?.partial_cmp(&number(right)?),
    }
}

fn contains(whole: &Const, part: &Const) -> Option<bool> {
    match (whole, part) {
        (Const::Str(whole), Const::Str(part)) => Some(plain(whole)?.contains(plain(part)?)),
        _ => None,
    }
}

/// A method of a constant string with constant arguments.
pub(super) fn method(string: &str, name: &str, args: &[&Const]) -> Option<Const> {
    let string = plain(string)?;
    match args {
        [] => bare_method(string, name),
        [Const::Str(other)] => text_method(string, name, plain(other)?),
        [Const::Int(at)] => number_method(string, name, *at),
        [Const::Int(from), Const::Int(to)] => range_method(string, name, *from, *to),
        [Const::Str(old), Const::Str(new)] => replace(string, name, plain(old)?, plain(new)?),
        _ => None,
    }
}

fn bare_method(string: &str, name: &str) -> Option<Const> {
    match name {
        "length" | "len" | "size" | "count" => length(string),
        "isEmpty" => Some(Const::Bool(string.is_empty())),
        "toUpperCase" | "upper" => text(&string.to_ascii_uppercase()),
        "toLowerCase" | "lower" => text(&string.to_ascii_lowercase()),
        "trim" | "strip" => text(string.trim()),
        "toString" | "valueOf" | "intern" => text(string),
        _ => None,
    }
}

fn text_method(string: &str, name: &str, other: &str) -> Option<Const> {
    let found = |at: Option<usize>| {
        let at = at.map_or(Some(-1), |at| i64::try_from(at).ok());
        at.map(Const::Int)
    };
    match name {
        "equals" => Some(Const::Bool(string == other)),
        "equalsIgnoreCase" => Some(Const::Bool(string.eq_ignore_ascii_case(other))),
        "startsWith" | "startswith" => Some(Const::Bool(string.starts_with(other))),
        "endsWith" | "endswith" => Some(Const::Bool(string.ends_with(other))),
        "contains" | "includes" => Some(Const::Bool(string.contains(other))),
        "indexOf" | "find" => found(string.find(other)),
        "lastIndexOf" | "rfind" => found(string.rfind(other)),
        "concat" => text(&format!("{string}{other}")),
        _ => None,
    }
}

fn number_method(string: &str, name: &str, at: i64) -> Option<Const> {
    match name {
        "charAt" | "at" => letter(string, at),
        "substring" | "slice" if at >= 0 => cut(string, at, None),
        "slice" => cut(string, at, None),
        "repeat" => {
            let times = usize::try_from(at).ok()?;
            let fits = string.len().checked_mul(times)? <= LONGEST;
            fits.then(|| Const::text(&string.repeat(times)))
        }
        _ => None,
    }
}

fn range_method(string: &str, name: &str, from: i64, to: i64) -> Option<Const> {
    match name {
        "substring" if (0..=to).contains(&from) => cut(string, from, Some(to)),
        "slice" => cut(string, from, Some(to)),
        "substr" => cut(string, from, Some(from.checked_add(to)?)),
        _ => None,
    }
}

fn replace(string: &str, name: &str, old: &str, new: &str) -> Option<Const> {
    match name {
        _ if old.is_empty() => None,
        "replace" if string.matches(old).take(2).count() < 2 => text(&string.replace(old, new)),
        "replaceAll" if old.chars().all(char::is_alphanumeric) => text(&string.replace(old, new)),
        _ => None,
    }
}

/// An integer literal as the languages write it.
pub(super) fn integer(literal: &str) -> Option<Const> {
    let digits: String = literal.chars().filter(|letter| *letter != '_').collect();
    let digits = digits.trim_end_matches(['l', 'L', 'u', 'U', 'n']);
    let (rest, radix) = match digits.get(..2).map(str::to_ascii_lowercase).as_deref() {
        Some("0x") => (digits.get(2..)?, 16),
        Some("0b") => (digits.get(2..)?, 2),
        Some("0o") => (digits.get(2..)?, 8),
        Some(start) if start.starts_with('0') => (digits, 8),
        _ => (digits, 10),
    };
    i64::from_str_radix(rest, radix).ok().map(Const::Int)
}

/// A literal with a fraction or an exponent.
pub(super) fn float(literal: &str) -> Option<Const> {
    let digits: String = literal.chars().filter(|letter| *letter != '_').collect();
    let value: f64 = digits.trim_end_matches(['f', 'F', 'd', 'D']).parse().ok()?;
    value.is_finite().then_some(Const::Float(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(language: &str, op: Op, left: Const, right: Const, expected: Option<Const>) {
        assert_eq!(
            binary(op, &left, &right, Dialect::of(language)),
            expected,
            "{left:?} {right:?}"
        );
    }

    #[test]
    fn numbers_follow_the_language() {
        let int = Const::Int;
        check("python", Op::Div, int(7), int(2), Some(Const::Float(3.5)));
        check("java", Op::Div, int(7), int(2), Some(int(3)));
        check("java", Op::Div, int(7), int(0), None);
        check("java", Op::Mul, int(i64::from(i32::MAX)), int(2), None);
        check("python", Op::Mod, int(-7), int(3), Some(int(2)));
        check("java", Op::Mod, int(-7), int(3), Some(int(-1)));
        check("solidity", Op::Sub, int(1), int(2), None);
        check("python", Op::Add, Const::text("a"), int(1), None);
        check("java", Op::Add, Const::text("a"), int(1), Some(Const::text("a1")));
    }

    #[test]
    fn text_with_escapes_is_not_measured() {
        assert_eq!(length("ab"), Some(Const::Int(2)));
        assert_eq!(length(r"a\n"), None);
        check("python", Op::Eq, Const::text(r"\x41"), Const::text("A"), None);
        check("python", Op::Eq, Const::text(r"\n"), Const::text(r"\n"), Some(Const::Bool(true)));
    }

    #[test]
    fn methods_of_strings() {
        let one = Const::Int(1);
        assert_eq!(method("ABC", "charAt", &[&one]), Some(Const::text("B")));
        assert_eq!(method("ABC", "substring", &[&one]), Some(Const::text("BC")));
        assert_eq!(method("ABC", "lower", &[]), Some(Const::text("abc")));
        assert_eq!(cut("ABC", 0, Some(-1)), Some(Const::text("AB")));
        assert_eq!(integer("0x1F"), Some(Const::Int(31)));
        assert_eq!(integer("1_000L"), Some(Const::Int(1000)));
    }
}
