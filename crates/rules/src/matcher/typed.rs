//! Typed metavariables: `(String $X)`, `($X : T)`.

use portcullis_syntax::{Kind, Node, Op};

use super::{Goal, Machine};
use crate::types::{Type, same_name};

impl<'a> Machine<'a> {
    pub(super) fn typed(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        let (Some(wanted), Some(name)) = (p.child(0), p.child(1)) else { return false };
        if !self.is_value(t) {
            return false;
        }
        match self.subject.types().of(self.subject, t) {
            Type::Written(id) => {
                self.push(Goal::Node(name.id(), t.id()));
                let written = self.t(id);
                if self.subject.is_java() && same_name(wanted.text(), written.text()) {
                    return true;
                }
                let base = (written.kind() == Kind::Generic && wanted.kind() != Kind::Generic)
                    .then(|| written.child(0))
                    .flatten();
                self.node(wanted, base.unwrap_or(written))
            }
            Type::Pointer(id) => {
                let pointed = wanted.text().starts_with('*').then(|| wanted.children().last());
                self.push(Goal::Node(name.id(), t.id()));
                pointed.flatten().is_some_and(|pointed| self.node(pointed, self.t(id)))
            }
            Type::Literal(names) => fits_literal(wanted, names) && self.node(name, t),
            Type::Unknown => false,
        }
    }
}

/// Whether a type that is asked for is one that a literal has. In C a string is a pointer, and so
/// is null; what either points to may be left open.
fn fits_literal(wanted: Node<'_>, names: &[&str]) -> bool {
    let written: String = wanted.text().split_whitespace().collect();
    let open = wanted.child(0).filter(|_| wanted.kind() == Kind::Unary && wanted.op() == Op::Mul);
    match open {
        Some(_) if names.contains(&"*") => true,
        Some(to) if to.kind() == Kind::Metavar => names.contains(&"char*"),
        _ => wanted.kind() == Kind::Metavar || names.contains(&written.as_str()),
    }
}
