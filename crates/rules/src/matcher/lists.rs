//! Lists: in order with ellipses, arguments with keywords, and items in any order.

use portcullis_syntax::{Kind, Node, NodeId};

use super::{Goal, Machine, NIL, Seq};

impl<'a> Machine<'a> {
    /// One after the other. An ellipsis takes any number.
    pub(super) fn list(&mut self, p: Seq, t: Seq) -> bool {
        let Some(first) = self.first_p(p) else { return self.first_t(t).is_none() };
        let rest = self.rest_p(p);
        if is_ellipsis(first) {
            return self.skip(p, rest, t, Goal::List);
        }
        if is_named_ellipsis(first) {
            return self.absorb(first.id(), t, rest, t);
        }
        if first.kind() == Kind::Metavar && matches!(t, Seq::Chain { .. }) {
            return self.absorb_operands(first, rest, t);
        }
        let Some(item) = self.first_t(t) else {
            // What the pattern leaves open may also not be there at all.
            self.push(Goal::List(rest, t));
            return first.is_absent();
        };
        self.push(Goal::List(rest, self.rest_t(t, item)));
        self.slot(first, item)
    }

    /// An ellipsis at the head of `p`: it ends here, or takes one more.
    fn skip(&mut self, p: Seq, rest: Seq, t: Seq, make: fn(Seq, Seq) -> Goal) -> bool {
        if self.first_p(rest).is_none() {
            return true;
        }
        if let Some(item) = self.first_t(t) {
            self.or(make(p, self.rest_t(t, item)));
        }
        self.push(make(rest, t));
        true
    }

    /// The first argument that was not taken out of order.
    fn first_free(&self, t: Seq, used: u32) -> Option<(Node<'a>, Seq)> {
        let mut t = t;
        loop {
            let item = self.first_t(t)?;
            let rest = self.rest_t(t, item);
            if !self.is_used(used, item.id()) {
                return Some((item, rest));
            }
            t = rest;
        }
    }

    /// Arguments in order; a keyword is looked for wherever it stands.
    pub(super) fn args(&mut self, p: Seq, t: Seq, used: u32) -> bool {
        let Some(first) = self.first_p(p) else { return self.first_free(t, used).is_none() };
        let rest = self.rest_p(p);
        if is_ellipsis(first) {
            if self.first_p(rest).is_none() {
                return true;
            }
            if let Some((_, t)) = self.first_free(t, used) {
                self.or(Goal::Args { p, t, used });
            }
            self.push(Goal::Args { p: rest, t, used });
            return true;
        }
        if is_named_ellipsis(first) {
            return self.absorb_args(first, rest, t, used);
        }
        if first.kind() == Kind::Keyword {
            return self.keyword(first, rest, t, used);
        }
        match self.first_free(t, used) {
            Some((item, after)) if item.kind() != Kind::Keyword => {
                self.push(Goal::Args { p: rest, t: after, used });
                self.node(first, item)
            }
            _ => false,
        }
    }

    /// `$...ARGS`: each number of arguments is a way.
    fn absorb_args(&mut self, first: Node<'a>, rest: Seq, from: Seq, used: u32) -> bool {
        let mut to = from;
        loop {
            let next = self.first_free(to, used);
            let value = self.run(from, to);
            let keep = self.now;
            self.push(Goal::Args { p: rest, t: to, used });
            self.or(Goal::Bind(first.id(), value));
            self.now = keep;
            match next {
                Some((_, after)) if self.context.budget.take(1) => to = after,
                _ => return false,
            }
        }
    }

    /// Each keyword of the right name is a way.
    fn keyword(&mut self, first: Node<'a>, rest: Seq, t: Seq, used: u32) -> bool {
        let Some(name) = first.child(0) else { return false };
        let fits = |item: &Node<'a>| {
            let same = item.child(0).is_some_and(|have| have.text() == name.text());
            item.kind() == Kind::Keyword && (same || name.kind() == Kind::Metavar)
        };
        let found: Vec<NodeId> = self
            .items_t(t)
            .filter(|item| fits(item) && !self.is_used(used, item.id()))
            .map(Node::id)
            .collect();
        for item in found.into_iter().rev() {
            let keep = self.now;
            let taken = self.mark_used(used, item);
            self.push(Goal::Args { p: rest, t, used: taken });
            self.or(Goal::List(Seq::children(first), Seq::children(self.t(item))));
            self.now = keep;
        }
        false
    }

    /// All of `p`, each by another of `t`; with `less`, the target may have more.
    pub(super) fn unordered(&mut self, p: Seq, t: Seq, less: bool) -> bool {
        self.push(Goal::AnyOrder { p, t, used: NIL, less });
        true
    }

    pub(super) fn any_order(&mut self, p: Seq, t: Seq, used: u32, less: bool) -> bool {
        let Some(first) = self.first_p(p) else {
            return less || self.first_free(t, used).is_none();
        };
        if is_ellipsis(first) || is_named_ellipsis(first) {
            self.push(Goal::AnyOrder { p: self.rest_p(p), t, used, less: true });
            return true;
        }
        self.push(Goal::Pick { p, t, at: t, used, less });
        true
    }

    pub(super) fn pick(&mut self, p: Seq, t: Seq, at: Seq, used: u32, less: bool) -> bool {
        let (Some(first), Some((item, after))) = (self.first_p(p), self.first_free(at, used))
        else {
            return false;
        };
        self.or(Goal::Pick { p, t, at: after, used, less });
        let used = self.mark_used(used, item.id());
        self.push(Goal::AnyOrder { p: self.rest_p(p), t, used, less });
        self.node(first, item)
    }
}

/// `...` as an item, an argument or a statement.
pub(super) fn is_ellipsis(node: Node<'_>) -> bool {
    match node.kind() {
        Kind::Ellipsis => true,
        Kind::ExprStmt => node.child(0).is_some_and(|inner| inner.kind() == Kind::Ellipsis),
        Kind::Param => node.child(2).is_some_and(|inner| inner.kind() == Kind::Ellipsis),
        Kind::Import => node.child(1).is_some_and(|inner| inner.kind() == Kind::Ellipsis),
        _ => false,
    }
}

/// `$...X` as an item, an argument or a statement.
pub(super) fn is_named_ellipsis(node: Node<'_>) -> bool {
    match node.kind() {
        Kind::EllipsisMetavar => true,
        Kind::ExprStmt => node.child(0).is_some_and(|inner| inner.kind() == Kind::EllipsisMetavar),
        Kind::Param => node.child(2).is_some_and(|inner| inner.kind() == Kind::EllipsisMetavar),
        _ => false,
    }
}

/// The node that names the metavariable of a named ellipsis.
pub(super) fn ellipsis_name(node: Node<'_>) -> NodeId {
    let inner = node.descendants().find(|inner| inner.kind() == Kind::EllipsisMetavar);
    inner.unwrap_or(node).id()
}
