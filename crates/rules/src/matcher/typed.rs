//! Typed metavariables: `(String $X)`, `($X : T)`.

use portcullis_syntax::{Kind, Node};

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
            Type::Literal(names) => {
                let fits = wanted.kind() == Kind::Metavar || names.contains(&wanted.text());
                fits && self.node(name, t)
            }
            Type::Unknown => false,
        }
    }
}
