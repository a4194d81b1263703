//! Operators with two sides, and chains of one operator.

use portcullis_syntax::{Kind, Node, NodeId, Op};

use super::{Goal, Machine, Seq, Value, lists::is_ellipsis};

/// Operands of one chain.
const OPERANDS_MAX: usize = 256;

impl<'a> Machine<'a> {
    pub(super) fn binary(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        if p.op() != t.op() || p.tag() != t.tag() {
            return false;
        }
        if self.context.options.ac_matching && (is_associative(p.op()) || ends_open(p)) {
            return self.chain_of(operands(p), operands(t), self.commutes(p.op()));
        }
        if self.commutes(p.op()) {
            self.swapped(p, t);
        }
        self.sides(p, t);
        true
    }

    fn sides(&mut self, p: Node<'a>, t: Node<'a>) {
        self.push(Goal::List(self.below(p), self.below(t)));
    }

    /// Also the other way round.
    fn swapped(&mut self, p: Node<'a>, t: Node<'a>) {
        let (Some(left), Some(right)) = (p.child(0), p.child(1)) else { return };
        let (Some(t_left), Some(t_right)) = (t.child(0), t.child(1)) else { return };
        let keep = self.now;
        self.push(Goal::Node(right.id(), t_left.id()));
        self.or(Goal::Node(left.id(), t_right.id()));
        self.now = keep;
    }

    fn commutes(&self, op: Op) -> bool {
        let options = self.context.options;
        match op {
            Op::BitAnd | Op::BitOr | Op::BitXor => options.ac_matching,
            Op::And | Op::Or => options.commutative_boolop,
            Op::Eq | Op::NotEq | Op::StrictEq | Op::StrictNotEq => options.commutative_compop,
            _ => false,
        }
    }

    /// A metavariable among the operands of a chain: it takes one or several of them.
    pub(super) fn absorb_operands(&mut self, first: Node<'a>, rest: Seq, t: Seq) -> bool {
        let Some(item) = self.first_t(t) else { return false };
        let mut after = self.rest_t(t, item);
        let mut span = item.span();
        let mut value = Value::Node(item.id());
        loop {
            let keep = self.now;
            self.push(Goal::List(rest, after));
            self.or(Goal::Bind(first.id(), value));
            self.now = keep;
            match self.first_t(after) {
                Some(next) if self.context.budget.take(1) => {
                    span = span.join(next.span());
                    value = Value::Text(span);
                    after = self.rest_t(after, next);
                }
                _ => return false,
            }
        }
    }

    /// The operands of both as lists, in order or in any order.
    fn chain_of(&mut self, p: Vec<NodeId>, t: Vec<NodeId>, any_order: bool) -> bool {
        let p = self.gathered(p);
        let t = self.gathered(t);
        match any_order {
            true => return self.unordered(p, t, true),
            false => self.push(Goal::List(p, t)),
        }
        true
    }

    pub(super) fn gathered(&mut self, operands: Vec<NodeId>) -> Seq {
        self.chains.push(operands);
        let chain = u32::try_from(self.chains.len() - 1).unwrap_or(u32::MAX);
        Seq::Chain { chain, at: 0 }
    }
}

fn is_associative(op: Op) -> bool {
    matches!(op, Op::And | Op::Or | Op::BitAnd | Op::BitOr | Op::BitXor)
}

/// `x + y + ...`.
fn ends_open(p: Node<'_>) -> bool {
    p.children().any(is_ellipsis)
}

/// The operands of a chain of one operator, from left to right.
fn operands(node: Node<'_>) -> Vec<NodeId> {
    let (mut found, mut open) = (Vec::new(), vec![node]);
    while let Some(at) = open.pop() {
        let same = at.kind() == Kind::Binary && at.op() == node.op();
        match (same, at.child(0), at.child(1)) {
            (true, Some(left), Some(right)) if found.len() < OPERANDS_MAX => {
                open.push(right);
                open.push(left);
            }
            _ => found.push(at.id()),
        }
    }
    found
}
