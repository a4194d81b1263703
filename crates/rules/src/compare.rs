//! Computing the expressions of `metavariable-comparison`.
//!
//! Values are numbers, strings, booleans and lists; what cannot be computed makes the condition
//! false, as in Semgrep.

use crate::rule::{Compare, CompareCall, CompareOp, Var};

/// A value of an expression.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Operand {
    Int(i64),
    Float(f64),
    Text(String),
    Bool(bool),
    Null,
    List(Vec<Operand>),
}

/// What an expression may ask for.
pub(crate) trait Bound {
    /// The value that a metavariable is bound to.
    fn value(&self, var: Var) -> Option<Operand>;
    /// The text that a metavariable is bound to, without quotes.
    fn text(&self, var: Var) -> Option<String>;
    /// Whether the rule's regular expression matches at the start of a text.
    fn matches(&self, regex: u32, text: &str) -> bool;
}

/// Whether the expression holds.
pub(crate) fn holds(expr: &Compare, bound: &dyn Bound) -> bool {
    matches!(eval(expr, bound), Some(Operand::Bool(true)))
}

/// Recursion is bounded by the depth of the expression, which the loader bounds.
fn eval(expr: &Compare, bound: &dyn Bound) -> Option<Operand> {
    match expr {
        Compare::Int(n) => Some(Operand::Int(*n)),
        Compare::Float(x) => Some(Operand::Float(*x)),
        Compare::Text(text) => Some(Operand::Text(text.clone())),
        Compare::Bool(on) => Some(Operand::Bool(*on)),
        Compare::Null => Some(Operand::Null),
        Compare::Var(var) => bound.value(*var),
        Compare::Based(var, base) => {
            let text = bound.text(*var)?;
            in_base(&text, *base).map(Operand::Int)
        }
        Compare::List(items) => {
            items.iter().map(|item| eval(item, bound)).collect::<Option<_>>().map(Operand::List)
        }
        Compare::Unary(op, inner) => unary(*op, eval(inner, bound)?),
        Compare::Binary(op, sides) => binary(*op, &sides.0, &sides.1, bound),
        Compare::Call(call, args) => function(*call, args, bound),
    }
}

fn unary(op: CompareOp, value: Operand) -> Option<Operand> {
    match (op, value) {
        (CompareOp::Not, Operand::Bool(on)) => Some(Operand::Bool(!on)),
        (CompareOp::Minus, Operand::Int(n)) => n.checked_neg().map(Operand::Int),
        (CompareOp::Minus, Operand::Float(x)) => Some(Operand::Float(-x)),
        (CompareOp::Plus, value @ (Operand::Int(_) | Operand::Float(_))) => Some(value),
        (CompareOp::BitNot, Operand::Int(n)) => Some(Operand::Int(!n)),
        _ => None,
    }
}

fn binary(op: CompareOp, a: &Compare, b: &Compare, bound: &dyn Bound) -> Option<Operand> {
    let left = eval(a, bound);
    match op {
        CompareOp::And | CompareOp::Or => {
            let left = left? == Operand::Bool(true);
            if left == (op == CompareOp::Or) {
                return Some(Operand::Bool(left));
            }
            let right = eval(b, bound)? == Operand::Bool(true);
            Some(Operand::Bool(right))
        }
        CompareOp::Eq => Some(Operand::Bool(equal(&left?, &eval(b, bound)?))),
        CompareOp::NotEq => Some(Operand::Bool(!equal(&left?, &eval(b, bound)?))),
        CompareOp::In => contains(&eval(b, bound)?, &left?).map(Operand::Bool),
        CompareOp::NotIn => contains(&eval(b, bound)?, &left?).map(|is| Operand::Bool(!is)),
        CompareOp::Less | CompareOp::LessEq | CompareOp::Greater | CompareOp::GreaterEq => {
            ordered(op, &left?, &eval(b, bound)?).map(Operand::Bool)
        }
        _ => arithmetic(op, left?, eval(b, bound)?),
    }
}

fn equal(a: &Operand, b: &Operand) -> bool {
    match (number(a), number(b)) {
        (Some(x), Some(y)) => x == y,
        _ => a == b,
    }
}

fn contains(list: &Operand, item: &Operand) -> Option<bool> {
    match (list, item) {
        (Operand::List(items), _) => Some(items.iter().any(|have| equal(have, item))),
        (Operand::Text(text), Operand::Text(part)) => Some(text.contains(part.as_str())),
        _ => None,
    }
}

fn ordered(op: CompareOp, a: &Operand, b: &Operand) -> Option<bool> {
    let order = match (a, b) {
        (Operand::Text(x), Operand::Text(y)) => x.cmp(y),
        _ => number(a)?.partial_cmp(&number(b)?)?,
    };
    Some(match op {
        CompareOp::Less => order.is_lt(),
        CompareOp::LessEq => order.is_le(),
        CompareOp::Greater => order.is_gt(),
        _ => order.is_ge(),
    })
}

#[expect(
    clippy::cast_precision_loss,
    reason = "comparing large integers with fractions is inexact"
)]
fn number(value: &Operand) -> Option<f64> {
    match value {
        Operand::Int(n) => Some(*n as f64),
        Operand::Float(x) => Some(*x),
        _ => None,
    }
}

fn arithmetic(op: CompareOp, a: Operand, b: Operand) -> Option<Operand> {
    match (a, b) {
        (Operand::Int(x), Operand::Int(y)) => integers(op, x, y).map(Operand::Int),
        (Operand::Text(x), Operand::Text(y)) if op == CompareOp::Add => Some(Operand::Text(x + &y)),
        (a, b) => floats(op, number(&a)?, number(&b)?).map(Operand::Float),
    }
}

fn integers(op: CompareOp, x: i64, y: i64) -> Option<i64> {
    match op {
        CompareOp::Add => x.checked_add(y),
        CompareOp::Sub => x.checked_sub(y),
        CompareOp::Mul => x.checked_mul(y),
        CompareOp::Div | CompareOp::FloorDiv => x.checked_div_euclid(y),
        CompareOp::Mod => x.checked_rem_euclid(y),
        CompareOp::Pow => x.checked_pow(u32::try_from(y).ok()?),
        CompareOp::BitOr => Some(x | y),
        CompareOp::BitXor => Some(x ^ y),
        CompareOp::BitAnd => Some(x & y),
        _ => None,
    }
}

fn floats(op: CompareOp, x: f64, y: f64) -> Option<f64> {
    match op {
        CompareOp::Add => Some(x + y),
        CompareOp::Sub => Some(x - y),
        CompareOp::Mul => Some(x * y),
        CompareOp::Div => Some(x / y),
        CompareOp::FloorDiv => Some((x / y).floor()),
        CompareOp::Mod => Some(x.rem_euclid(y)),
        CompareOp::Pow => Some(x.powf(y)),
        _ => None,
    }
}

fn function(call: CompareCall, args: &[Compare], bound: &dyn Bound) -> Option<Operand> {
    let arg = args.first()?;
    let text = || match (arg, eval(arg, bound)) {
        (_, Some(Operand::Text(text))) => Some(text),
        (_, Some(Operand::Int(n))) => Some(n.to_string()),
        (_, Some(Operand::Float(x))) => Some(x.to_string()),
        (Compare::Var(var), _) => bound.text(*var),
        _ => None,
    };
    match call {
        CompareCall::Int => match eval(arg, bound) {
            Some(Operand::Int(n)) => Some(Operand::Int(n)),
            _ => integer(text()?.trim()).map(Operand::Int),
        },
        CompareCall::Float => text()?.trim().parse().ok().map(Operand::Float),
        CompareCall::Str => text().map(Operand::Text),
        CompareCall::Strip => text().map(|text| Operand::Text(text.trim().to_owned())),
        CompareCall::Lower => text().map(|text| Operand::Text(text.to_lowercase())),
        CompareCall::Upper => text().map(|text| Operand::Text(text.to_uppercase())),
        CompareCall::Match(regex) => Some(Operand::Bool(bound.matches(regex, &text()?))),
    }
}

/// An integer literal of any of the languages: digits with `_`, `0x`, `0o`, `0b`, a leading zero
/// for octal, and suffixes such as `L`.
pub(crate) fn integer(text: &str) -> Option<i64> {
    let plain: String = text.chars().filter(|c| *c != '_').collect();
    let lower = plain.to_ascii_lowercase();
    let (sign, digits) = match lower.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, lower.as_str()),
    };
    let radix = [("0x", 16), ("0o", 8), ("0b", 2)];
    let prefixed = radix.iter().find_map(|(p, r)| digits.strip_prefix(p).map(|rest| (rest, *r)));
    let octal = digits.len() > 1 && digits.starts_with('0');
    let (digits, radix) = prefixed.unwrap_or((digits, if octal { 8 } else { 10 }));
    let digits = digits.trim_end_matches(['l', 'u', 'n']);
    i64::from_str_radix(digits, radix).ok().map(|n| n * sign)
}

fn in_base(text: &str, base: u32) -> Option<i64> {
    match base {
        0 | 10 => integer(text.trim()),
        2..=36 => {
            let text = text.trim().to_ascii_lowercase();
            let digits = ["0x", "0o", "0b"].iter().find_map(|prefix| text.strip_prefix(prefix));
            i64::from_str_radix(digits.unwrap_or(&text), base).ok()
        }
        _ => None,
    }
}
