//! Statements that run one after the other.

use portcullis_syntax::{Kind, Node};

use super::super::state::{State, join_into};
use super::super::value::{Taint, Thing, Value};
use super::{Pad, Walker};

/// `finally` blocks inside each other that are walked for passing exceptions.
const UNWOUND: u32 = 3;

impl<'t> Walker<'t> {
    /// All that has no value of its own, and nodes of no kind of their own.
    pub(super) fn statement(&mut self, node: Node<'t>) -> Value {
        match node.kind() {
            Kind::Root | Kind::Block | Kind::Sequence => return self.block(node),
            Kind::If => return self.branch(node),
            Kind::While | Kind::DoWhile | Kind::For | Kind::ForEach => self.repeat(node),
            Kind::Switch => return self.switch(node),
            Kind::Try => return self.attempt(node),
            Kind::With => self.with(node),
            Kind::Return => return self.give_back(node),
            Kind::Throw => return self.throw(node),
            Kind::Break | Kind::Continue => self.jump(node),
            Kind::Yield => return self.give(node),
            Kind::Finally | Kind::Generic => return self.child(node, 0),
            _ => return self.each(node),
        }
        Value::default()
    }

    /// Statements in order; what comes after the end of the path never runs.
    pub(super) fn block(&mut self, node: Node<'t>) -> Value {
        let mut last = Value::default();
        for statement in node.children() {
            if !self.live && node.kind() == Kind::Root {
                self.revive();
            }
            if !self.live {
                self.prune(statement);
                continue;
            }
            self.reach(statement);
            last = self.eval(statement);
        }
        last
    }

    /// A fragment may hold a `return` where its function was cut off: what follows runs all the
    /// same.
    fn revive(&mut self) {
        let exit = self.calls.last_mut().and_then(|call| call.exit.take());
        self.live = true;
        if let Some(exit) = exit {
            self.state = exit;
        }
    }

    /// `T x = v`.
    pub(super) fn define(&mut self, node: Node<'t>) -> Value {
        let (Some(target), Some(init)) = (node.child(2), node.child(3)) else {
            return Value::default();
        };
        // A type may hold the size of an array.
        let size = node.child(1).filter(|of| of.kind() == Kind::Index).and_then(|of| of.child(1));
        size.into_iter().for_each(|size| drop(self.eval(size)));
        if init.is_absent() {
            return Value::default();
        }
        let mut value = self.eval(init);
        let declared = node.child(1).map_or("", Node::text);
        value.taint = value.taint.without(self.safe_type(declared, true));
        self.bind(target, value.clone());
        value
    }

    /// `with open(x) as f`, `try (R r = ...)`.
    fn with(&mut self, node: Node<'t>) {
        for part in node.children() {
            self.eval(part);
        }
    }

    /// `return x`.
    fn give_back(&mut self, node: Node<'t>) -> Value {
        let value = self.child(node, 0);
        self.returned(&value);
        self.live = false;
        value
    }

    /// The function that is being walked may end here with this value.
    pub(super) fn returned(&mut self, value: &Value) {
        let live = self.live;
        let state = &self.state;
        if let Some(call) = self.calls.last_mut().filter(|_| live) {
            join_into(&mut call.exit, state);
            let old = call.result.take();
            call.result = Some(old.map_or(value.clone(), |old| old.or(value)));
        }
    }

    /// `yield x`: what a generator gives is an element of its result.
    fn give(&mut self, node: Node<'t>) -> Value {
        let value = self.child(node, 0);
        let given = Value::tainted(self.deep(&value));
        if let Some(call) = self.calls.last_mut() {
            let old = call.result.take();
            call.result = Some(old.map_or(given.clone(), |old| old.or(&given)));
        }
        value
    }

    /// `throw x`.
    fn throw(&mut self, node: Node<'t>) -> Value {
        let value = self.each(node);
        self.land_in_handler();
        self.live = false;
        value
    }

    fn land_in_handler(&mut self) {
        let handler = self.pads.iter_mut().rev().find_map(|pad| match pad {
            Pad::Handler { state } => Some(state),
            Pad::Jump { .. } => None,
        });
        if let Some(handler) = handler {
            handler.join(&self.state);
        }
    }

    /// `break`, `continue`, with or without a label.
    fn jump(&mut self, node: Node<'t>) {
        let label = node.child(0).filter(|label| !label.is_absent());
        let base = self.calls.last().map_or(0, |call| call.pads);
        let tree = self.tree;
        let wanted = |pad: &&mut Pad| match pad {
            Pad::Jump { node: target, is_loop, .. } => match label {
                Some(label) => carries(tree.node(*target), label.text()),
                None => *is_loop || node.kind() == Kind::Break,
            },
            Pad::Handler { .. } => false,
        };
        let pad = self.pads.iter_mut().skip(base).rev().find(wanted);
        if let Some(Pad::Jump { after, next, .. }) = pad {
            let place = if node.kind() == Kind::Break { after } else { next };
            join_into(place, &self.state);
            self.live = false;
        }
    }

    /// `try`: a handler may be entered from any point of the body.
    fn attempt(&mut self, node: Node<'t>) -> Value {
        let mut value = Value::default();
        let at_last = node.children().find(|clause| clause.kind() == Kind::Finally);
        let thrown = self.guarded(|walker| {
            value = walker.child(node, 0);
        });
        let mut end = self.live.then(|| self.state.clone());
        let escaped = self.guarded(|walker| walker.clauses(node, &thrown, &mut end));
        if let Some(at_last) = at_last {
            self.unwind(at_last, &thrown, &escaped);
        }
        let ended = end.is_some();
        self.go_on(Some(end.unwrap_or(thrown)));
        if let Some(at_last) = at_last {
            self.eval(at_last);
        }
        self.live &= ended;
        value
    }

    /// Runs something inside of a `try`; the state in which an exception may leave it.
    fn guarded(&mut self, run: impl FnOnce(&mut Self)) -> State {
        self.pads.push(Pad::Handler { state: Box::new(self.state.clone()) });
        run(self);
        match self.pads.pop() {
            Some(Pad::Handler { state }) => *state,
            _ => self.state.clone(),
        }
    }

    /// The handlers, and the `else` of Python.
    fn clauses(&mut self, node: Node<'t>, thrown: &State, end: &mut Option<State>) {
        for clause in node.children().skip(1) {
            match clause.kind() {
                Kind::Catch => {
                    self.state = thrown.clone();
                    self.live = true;
                    self.handle(clause);
                }
                Kind::Finally | Kind::Absent => continue,
                _ => {
                    self.go_on(end.take());
                    self.eval(clause);
                }
            }
            if self.live {
                join_into(end, &self.state);
            }
        }
    }

    /// `finally` also runs while an exception passes. One inside another is not walked that often.
    fn unwind(&mut self, at_last: Node<'t>, thrown: &State, escaped: &State) {
        if self.unwinding >= UNWOUND {
            return;
        }
        self.unwinding += 1;
        self.state = thrown.clone();
        self.state.join(escaped);
        self.live = true;
        self.eval(at_last);
        self.unwinding -= 1;
    }

    fn handle(&mut self, clause: Node<'t>) {
        if let Some(name) = clause.child(1) {
            self.bind(name, Value { thing: Thing::Unknown, taint: Taint::default() });
        }
        self.child(clause, 2);
    }
}

/// Whether a loop stands under this label.
fn carries(target: Node<'_>, label: &str) -> bool {
    let above = target.parent().filter(|above| above.kind() == Kind::Other);
    above.and_then(|above| above.child(0)).is_some_and(|first| first.text() == label)
}
