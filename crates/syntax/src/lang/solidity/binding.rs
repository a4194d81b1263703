//! What binds to what in a Solidity expression.
//!
//! The grammar lets `a + b[c]` be `(a + b)[c]`: it binds what follows an operand (an index, a
//! member, arguments) less tightly than operators. Here an expression in which that has happened is
//! taken apart into operands and operators and put together by the language's table of precedence,
//! <https://docs.soliditylang.org/en/latest/cheatsheet.html#order-of-precedence-of-operators>.

use std::{iter::Peekable, vec::IntoIter};

use crate::{
    Kind, Op,
    concrete::Concrete,
    lower::{Writer, op_of},
};

/// Longest expression, in operands and operators, that is put together anew.
const PARTS_MAX: usize = 400;
/// How tightly a prefix operator binds.
const PREFIX: u8 = 12;

const INFIX: &[(Op, u8)] = &[
    (Op::Or, 1),
    (Op::And, 2),
    (Op::Eq, 3),
    (Op::NotEq, 3),
    (Op::Less, 4),
    (Op::Greater, 4),
    (Op::LessEq, 4),
    (Op::GreaterEq, 4),
    (Op::BitOr, 5),
    (Op::BitXor, 6),
    (Op::BitAnd, 7),
    (Op::ShiftLeft, 8),
    (Op::ShiftRight, 8),
    (Op::Add, 9),
    (Op::Sub, 9),
    (Op::Mul, 10),
    (Op::Div, 10),
    (Op::Mod, 10),
    (Op::Pow, 11),
];

/// A piece of an expression, in the order of the text.
enum Part<'c> {
    Operand(Concrete<'c>),
    /// What follows an operand: the node that puts an index, a member or arguments to it.
    Suffix(Concrete<'c>),
    Prefix(Concrete<'c>),
    Infix(Op),
    Question,
    Colon,
}

/// An expression put together.
enum Bound<'c> {
    Operand(Concrete<'c>),
    Suffix(Concrete<'c>, Box<Bound<'c>>),
    Prefix(Concrete<'c>, Box<Bound<'c>>),
    Infix(Op, Box<Bound<'c>>, Box<Bound<'c>>),
    Choice(Box<[Bound<'c>; 3]>),
}

/// Without the `expression` around it.
pub(super) fn bare(node: Concrete<'_>) -> Concrete<'_> {
    let inner = node.named().next().filter(|_| node.is("expression") && node.hole().is_none());
    inner.unwrap_or(node)
}

/// Writes `node` as the language binds it; `false` if the grammar has it right.
pub(super) fn rebound(w: &mut Writer<'_>, node: Concrete<'_>) -> bool {
    let mut parts = Vec::new();
    if !is_inverted(node) || !take_apart(node, &mut parts) {
        return false;
    }
    let Some(bound) = Binding { parts: parts.into_iter().peekable() }.expression(0) else {
        return false;
    };
    write(w, &bound);
    true
}

/// What a suffix is put to.
pub(super) fn base(node: Concrete<'_>) -> Option<Concrete<'_>> {
    let inner = match node.kind() {
        "array_access" | "slice_access" => node.field("base"),
        "member_expression" => node.field("object"),
        "call_expression" => {
            let called = node.field("function").map(bare);
            let options = called.filter(|called| called.is("struct_expression"));
            let called = options.map_or(called, |options| options.field("type").map(bare));
            called.filter(|called| !called.is("new_expression"))
        }
        "update_expression" if !is_prefix_update(node) => node.field("argument"),
        _ => None,
    };
    inner.map(bare).filter(|_| node.hole().is_none())
}

fn is_operation(node: Concrete<'_>) -> bool {
    const KINDS: &[&str] = &["binary_expression", "unary_expression", "ternary_expression"];
    node.hole().is_none() && (KINDS.contains(&node.kind()) || is_prefix_update(node))
}

fn is_prefix_update(node: Concrete<'_>) -> bool {
    node.is("update_expression") && node.children().next().is_some_and(|first| !first.is_named())
}

/// Whether a suffix stands at an operation somewhere along the left edge of an expression.
fn is_inverted(node: Concrete<'_>) -> bool {
    let mut at = Some(bare(node));
    for _ in 0..PARTS_MAX {
        let Some(node) = at else { return false };
        let inner = base(node);
        if inner.is_some_and(is_operation) {
            return true;
        }
        let left = || node.named().next().map(bare).filter(|_| is_operation(node));
        at = inner.or_else(left);
    }
    false
}

/// Lists the parts of an expression; `false` if there are too many.
fn take_apart<'c>(node: Concrete<'c>, parts: &mut Vec<Part<'c>>) -> bool {
    enum Step<'c> {
        Open(Concrete<'c>),
        Put(Part<'c>),
    }
    let mut steps = vec![Step::Open(node)];
    while let Some(step) = steps.pop() {
        let node = match step {
            Step::Put(part) => {
                parts.push(part);
                continue;
            }
            Step::Open(node) => bare(node),
        };
        if parts.len() + steps.len() > PARTS_MAX {
            return false;
        }
        let first = steps.len();
        let mut named = node.named();
        match (base(node), node.kind()) {
            (Some(inner), _) => steps.extend([Step::Open(inner), Step::Put(Part::Suffix(node))]),
            (None, "binary_expression") if is_operation(node) => {
                let (left, right) = (named.next(), named.next());
                let op = Step::Put(Part::Infix(op_of(Kind::Binary, node)));
                steps.extend(left.map(Step::Open).into_iter().chain([op]));
                steps.extend(right.map(Step::Open));
            }
            (None, "ternary_expression") if is_operation(node) => {
                let marks = [Some(Part::Question), Some(Part::Colon), None];
                for (operand, mark) in named.zip(marks) {
                    steps.push(Step::Open(operand));
                    steps.extend(mark.map(Step::Put));
                }
            }
            _ if is_operation(node) => {
                steps.push(Step::Put(Part::Prefix(node)));
                steps.extend(named.next().map(Step::Open));
            }
            _ => steps.push(Step::Put(Part::Operand(node))),
        }
        if let Some(added) = steps.get_mut(first..) {
            added.reverse();
        }
    }
    true
}

/// Precedence climbing. Nesting is bounded by [`PARTS_MAX`].
struct Binding<'c> {
    parts: Peekable<IntoIter<Part<'c>>>,
}

impl<'c> Binding<'c> {
    /// An expression whose operators bind at least as tightly as `least`.
    fn expression(&mut self, least: u8) -> Option<Bound<'c>> {
        let mut left = self.operand()?;
        loop {
            match self.parts.peek() {
                Some(Part::Infix(op)) => {
                    let op = *op;
                    let binds = INFIX.iter().find(|(known, _)| *known == op).map_or(1, |(_, b)| *b);
                    if binds < least {
                        return Some(left);
                    }
                    self.parts.next();
                    // Powers nest to the right, all else to the left.
                    let right = self.expression(if op == Op::Pow { binds } else { binds + 1 })?;
                    left = Bound::Infix(op, Box::new(left), Box::new(right));
                }
                Some(Part::Question) if least == 0 => {
                    self.parts.next();
                    let then = self.expression(0)?;
                    self.parts.next_if(|part| matches!(part, Part::Colon))?;
                    let other = self.expression(0)?;
                    left = Bound::Choice(Box::new([left, then, other]));
                }
                _ => return Some(left),
            }
        }
    }

    /// An operand with what follows it.
    fn operand(&mut self) -> Option<Bound<'c>> {
        let mut bound = match self.parts.next()? {
            Part::Prefix(node) => {
                let operand = self.expression(PREFIX)?;
                return Some(Bound::Prefix(node, Box::new(operand)));
            }
            Part::Operand(node) => Bound::Operand(node),
            _ => return None,
        };
        while let Some(Part::Suffix(node)) =
            self.parts.next_if(|part| matches!(part, Part::Suffix(_)))
        {
            bound = Bound::Suffix(node, Box::new(bound));
        }
        Some(bound)
    }
}

impl Bound<'_> {
    fn start(&self) -> u32 {
        match self {
            Self::Operand(node) | Self::Prefix(node, _) => node.start(),
            Self::Suffix(_, base) | Self::Infix(_, base, _) => base.start(),
            Self::Choice(parts) => parts.first().map_or(0, Self::start),
        }
    }

    fn end(&self) -> u32 {
        match self {
            Self::Operand(node) | Self::Suffix(node, _) => node.end(),
            Self::Prefix(_, right) | Self::Infix(_, _, right) => right.end(),
            Self::Choice(parts) => parts.last().map_or(0, Self::end),
        }
    }
}

fn write(w: &mut Writer<'_>, bound: &Bound<'_>) {
    let (start, end) = (bound.start(), bound.end());
    match bound {
        Bound::Operand(node) => w.lower(*node),
        Bound::Suffix(node, base) => super::suffix(w, *node, (start, end), |w| write(w, base)),
        Bound::Prefix(node, operand) => {
            w.open_span(Kind::Unary, op_of(Kind::Unary, *node), start, end);
            write(w, operand);
            w.close();
        }
        Bound::Infix(op, left, right) => {
            w.open_span(Kind::Binary, *op, start, end);
            write(w, left);
            write(w, right);
            w.close();
        }
        Bound::Choice(parts) => {
            w.open_span(Kind::Conditional, Op::None, start, end);
            parts.iter().for_each(|part| write(w, part));
            w.close();
        }
    }
}
