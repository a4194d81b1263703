//! Sequences of statements, bodies, and expressions that stand as statements.

use portcullis_syntax::{Kind, Node};

use super::{
    Goal, Machine, Seq, Value,
    lists::{ellipsis_name, is_ellipsis, is_named_ellipsis},
};
use crate::roles::Role;

impl<'a> Machine<'a> {
    pub(super) fn is_statement(&self, t: Node<'a>) -> bool {
        self.subject.role(t.id()) == Role::Statement
    }

    /// A body: a block, or one statement in place of a block.
    pub(super) fn body(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        match (p.kind(), t.kind()) {
            (Kind::Ellipsis, _) => return true,
            (Kind::Absent, _) => return t.is_absent(),
            (Kind::Metavar, _) => return self.metavariable(p, t),
            (_, Kind::Absent) => return false,
            (Kind::ExprStmt, Kind::Block) if stands_for_any(p) => {
                return p.child(0).is_some_and(|inner| self.node(inner, t));
            }
            _ => {}
        }
        if let Some(name) = whole_body(p) {
            let only = (t.kind() == Kind::Block && t.children().count() == 1).then(|| t.child(0));
            return self.node(name, only.flatten().unwrap_or(t));
        }
        self.push(Goal::Stmts { p: block(p), t: block(t), top: false, deep: false });
        true
    }

    /// Statements one after the other. At the top the target may go on after the match; inside a
    /// body all of it must match, unless there is an ellipsis. What comes after an ellipsis may lie
    /// deeper, where nothing is found at the same depth.
    pub(super) fn stmts(&mut self, p: Seq, t: Seq, top: bool, deep: bool) -> bool {
        let Some(first) = self.first_p(p) else {
            return top || deep || self.first_t(t).is_none();
        };
        if is_ellipsis(first) || is_named_ellipsis(first) {
            if !deep && self.may_flatten(t) {
                self.first_or(
                    Goal::Stmts { p, t, top, deep: true },
                    Goal::Stmts { p, t: flat(t), top, deep: true },
                );
                return true;
            }
            return match is_ellipsis(first) {
                true => self.skip_statements(p, t, top),
                false => self.absorb_statements(first, p, t, top),
            };
        }
        let Some(item) = self.first_t(t) else { return false };
        if !self.may_be(first.id(), item) {
            return false;
        }
        let rest = Goal::Stmts { p: self.rest_p(p), t: self.rest_t(t, item), top, deep };
        self.push(rest);
        if top {
            self.push(Goal::Cover(item.id()));
        }
        match first.kind() {
            Kind::Assign => self.value_of_statement(first, item),
            _ => self.node(first, item),
        }
    }

    /// Whether statements lie inside the statements of a sequence.
    fn may_flatten(&self, t: Seq) -> bool {
        let Seq::Siblings { at, end } = t else { return false };
        let mut items = self.items_t(Seq::Siblings { at, end });
        items.any(|item| !item.is_leaf() && !matches!(item.kind(), Kind::Import))
    }

    /// An ellipsis among statements.
    fn skip_statements(&mut self, p: Seq, t: Seq, top: bool) -> bool {
        let rest = self.rest_p(p);
        let last = self.first_p(rest).is_none();
        if last && (!top || self.query.inside) {
            return self.cover_all(t, top);
        }
        let ahead = self.first_p(rest).map(|next| self.jump(next.id(), t, top));
        let t = match ahead {
            Some(None) => return false,
            Some(Some(t)) => t,
            None => t,
        };
        if let Some(item) = self.first_t(t) {
            // The way on from here covers one statement more.
            let keep = self.now;
            self.push(Goal::Stmts { p, t: self.rest_t(t, item), top, deep: true });
            match top {
                true => self.or(Goal::Cover(item.id())),
                false => {
                    let next = Goal::Stmts { p, t: self.rest_t(t, item), top, deep: true };
                    self.now = keep;
                    self.or(next);
                }
            }
            self.now = keep;
        }
        if let (true, true, Seq::Flat { .. }) = (top, self.query.inside, t) {
            self.cover_all(t, top);
        }
        self.push(Goal::Stmts { p: rest, t, top, deep: true });
        true
    }

    /// The match reaches to the end of a sequence.
    fn cover_all(&mut self, t: Seq, top: bool) -> bool {
        let (Seq::Siblings { at, end } | Seq::Flat { at, end }) = t else { return true };
        if top && at < end {
            let items = self.items_t(Seq::Siblings { at, end });
            let span = items.map(Node::span).reduce(|all, span| all.join(span));
            return span.is_none_or(|span| self.cover(span));
        }
        true
    }

    /// `$...X` among statements: each number of statements is a way.
    fn absorb_statements(&mut self, first: Node<'a>, p: Seq, from: Seq, top: bool) -> bool {
        let rest = self.rest_p(p);
        let name = ellipsis_name(first);
        let mut to = from;
        loop {
            let value = self.run(from, to);
            let keep = self.now;
            self.push(Goal::Stmts { p: rest, t: to, top, deep: true });
            if let (true, Value::Run { span, .. }) = (top && from != to, value) {
                self.push(Goal::CoverSpan(span));
            }
            self.or(Goal::Bind(name, value));
            self.now = keep;
            match self.first_t(to) {
                Some(item) if self.context.budget.take(1) => to = self.rest_t(to, item),
                _ => return false,
            }
        }
    }

    /// An expression as a statement of the pattern. It matches the statements that have a value,
    /// and an expression inside them where they do not match as a whole.
    pub(super) fn expression_statement(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        let Some(inner) = p.child(0) else { return false };
        match (inner.kind(), t.kind()) {
            (Kind::Ellipsis, _) => return true,
            (Kind::Metavar, _) => return self.metavariable(inner, t),
            (Kind::EllipsisMetavar, _) => return self.node(inner, t),
            (_, Kind::Block) => return self.body(p, t),
            _ => {}
        }
        self.value_of_statement(inner, t)
    }

    /// An expression against the statements that have a value.
    fn value_of_statement(&mut self, inner: Node<'a>, t: Node<'a>) -> bool {
        let Some(value) = self.value_of(t) else { return self.node(inner, t) };
        let deep = Goal::Deep { p: inner.id(), at: value.id().0, end: value.end().0 };
        let value =
            if inner.kind() == Kind::Assign && t.kind() == Kind::VarDef { t } else { value };
        let whole = Goal::Node(inner.id(), value.id());
        match self.context.options.implicit_deep_exprstmt {
            true => self.first_or(whole, deep),
            false if t.kind() == Kind::ExprStmt => self.push(whole),
            false => return false,
        }
        true
    }

    /// The expression of a statement that is made of one.
    fn value_of(&self, t: Node<'a>) -> Option<Node<'a>> {
        match t.kind() {
            Kind::ExprStmt | Kind::Return => t.child(0).filter(|value| !value.is_absent()),
            Kind::VarDef => t.child(3).filter(|value| !value.is_absent()),
            Kind::Assign | Kind::Yield | Kind::Await | Kind::Call => Some(t),
            _ => None,
        }
    }
}

/// The statements of a body.
fn block(node: Node<'_>) -> Seq {
    match node.kind() {
        Kind::Block | Kind::Root => Seq::children(node),
        _ => Seq::only(node),
    }
}

/// The metavariable of a body that is nothing else: it stands for the whole body.
fn whole_body(p: Node<'_>) -> Option<Node<'_>> {
    let only = p.child(0).filter(|_| p.kind() == Kind::Block && p.children().count() == 1)?;
    // With a semicolon it is one statement.
    if p.text().trim_end_matches(['}', ' ', '\n', '\t']).ends_with(';') {
        return None;
    }
    let inner = if only.kind() == Kind::ExprStmt { only.child(0)? } else { only };
    (inner.kind() == Kind::Metavar).then_some(inner)
}

/// The same stretch with the statements inside statements.
fn flat(t: Seq) -> Seq {
    match t {
        Seq::Siblings { at, end } => Seq::Flat { at, end },
        other => other,
    }
}

/// `$S` or `...` as a statement.
fn stands_for_any(statement: Node<'_>) -> bool {
    statement.child(0).is_some_and(|inner| matches!(inner.kind(), Kind::Metavar | Kind::Ellipsis))
}
