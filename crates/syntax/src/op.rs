//! Operators as the grammars write them, turned into [`Op`].

use crate::{Kind, Op};

const BINARY: &[(&str, Op)] = &[
    ("+", Op::Add),
    // PHP joins strings so.
    (".", Op::Add),
    ("-", Op::Sub),
    ("*", Op::Mul),
    ("/", Op::Div),
    ("//", Op::FloorDiv),
    ("%", Op::Mod),
    ("**", Op::Pow),
    ("@", Op::MatMul),
    ("<<", Op::ShiftLeft),
    (">>", Op::ShiftRight),
    (">>>", Op::ShiftRightLogical),
    ("&", Op::BitAnd),
    ("|", Op::BitOr),
    ("^", Op::BitXor),
    ("&&", Op::And),
    ("and", Op::And),
    ("||", Op::Or),
    ("or", Op::Or),
    ("??", Op::Coalesce),
    ("?:", Op::Coalesce),
    ("==", Op::Eq),
    ("!=", Op::NotEq),
    ("<>", Op::NotEq),
    ("===", Op::StrictEq),
    ("!==", Op::StrictNotEq),
    ("<", Op::Less),
    ("<=", Op::LessEq),
    (">", Op::Greater),
    (">=", Op::GreaterEq),
    ("in", Op::In),
    ("not in", Op::NotIn),
    ("!in", Op::NotIn),
    ("is", Op::Is),
    ("is not", Op::IsNot),
    ("instanceof", Op::InstanceOf),
    (":=", Op::Walrus),
];

const UNARY: &[(&str, Op)] = &[
    ("+", Op::Plus),
    ("-", Op::Minus),
    ("!", Op::Not),
    ("not", Op::Not),
    ("~", Op::BitNot),
    ("*", Op::Mul),
    ("&", Op::BitAnd),
    ("typeof", Op::TypeOf),
    ("void", Op::Void),
    ("delete", Op::Delete),
];

/// The operator that `token` is in a node of this kind; `first` tells prefix from postfix.
pub(crate) fn operator(kind: Kind, token: &str, first: bool) -> Option<Op> {
    match (kind, token, first) {
        (Kind::Unary, "++", true) => Some(Op::PreIncrement),
        (Kind::Unary, "--", true) => Some(Op::PreDecrement),
        (Kind::Unary, "++", false) => Some(Op::PostIncrement),
        (Kind::Unary, "--", false) => Some(Op::PostDecrement),
        (Kind::Unary, ..) => find(UNARY, token),
        (Kind::Assign, "=", _) => Some(Op::Assign),
        (Kind::Assign, ":=", _) => Some(Op::Walrus),
        (Kind::Assign, ..) => find(BINARY, token.strip_suffix('=')?),
        _ => find(BINARY, token),
    }
}

fn find(table: &[(&str, Op)], token: &str) -> Option<Op> {
    table.iter().find(|(text, _)| *text == token).map(|(_, op)| *op)
}
