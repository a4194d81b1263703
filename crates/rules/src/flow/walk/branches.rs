//! Branches and loops.

use portcullis_syntax::{Kind, Node, Op};

use super::super::fold;
use super::super::state::{State, join_into};
use super::super::value::{Const, Value};
use super::{Pad, Walker};

/// Turns of a loop that are walked before its state must stand still.
const TURNS: u32 = 8;

impl<'t> Walker<'t> {
    /// `if` with all its `else if`.
    pub(super) fn branch(&mut self, node: Node<'t>) -> Value {
        let (mut end, mut value) = (None, None);
        let mut join = |part: Option<Value>| {
            value = [value.take(), part].into_iter().flatten().reduce(|a: Value, b| a.or(&b));
        };
        let mut next = Some(node);
        while let Some(node) = next.take() {
            let condition = self.child(node, 0);
            let truth = condition.as_const().map(fold::truth);
            let before = (self.state.clone(), self.live);
            join(self.arm(node.child(1), truth != Some(false), &mut end));
            (self.state, self.live) = before;
            self.live &= truth != Some(true);
            match node.child(2) {
                Some(other) if other.kind() == Kind::If && self.live => {
                    self.reach(other);
                    next = Some(other);
                }
                other => join(self.arm(other, truth != Some(true), &mut end)),
            }
        }
        self.go_on(end);
        value.unwrap_or_default()
    }

    /// One side of a branch and its value; its end joins the others.
    fn arm(
        &mut self,
        body: Option<Node<'t>>,
        taken: bool,
        end: &mut Option<State>,
    ) -> Option<Value> {
        if !taken {
            body.into_iter().filter(|body| !body.is_absent()).for_each(|body| self.prune(body));
            return None;
        }
        let mut value = None;
        if let Some(body) = body.filter(|body| !body.is_absent()) {
            self.reach(body);
            value = Some(self.eval(body)).filter(|_| self.live);
        }
        if self.live {
            join_into(end, &self.state);
        }
        value
    }

    /// Any loop: turns are walked until the state at its head stands still.
    pub(super) fn repeat(&mut self, node: Node<'t>) {
        if node.kind() == Kind::For {
            self.child(node, 0);
        }
        let iterable = match node.kind() {
            Kind::ForEach => self.child(node, 1),
            _ => Value::default(),
        };
        let mut head = self.state.clone();
        if let Some(known) = self.loops.get(&node.id()) {
            head.join(known);
        }
        self.loop_depth += 1;
        let mut end = None;
        for turn in 0..TURNS {
            self.state = head.clone();
            self.live = true;
            end = self.turn(node, &iterable);
            if !self.live || !head.join(&self.state) {
                break;
            }
            self.limit |= turn + 1 == TURNS;
        }
        self.loop_depth -= 1;
        self.remember(node, head);
        self.go_on(end);
    }

    /// An inner loop starts from what it found when the outer one walks it again.
    fn remember(&mut self, node: Node<'t>, head: State) {
        if self.loop_depth > 0 {
            self.loops.insert(node.id(), head);
        } else {
            self.loops.clear();
        }
    }

    /// One turn; the state that leaves the loop.
    fn turn(&mut self, node: Node<'t>, iterable: &Value) -> Option<State> {
        self.pads.push(Pad::Jump { node: node.id(), is_loop: true, after: None, next: None });
        let mut end = match node.kind() {
            Kind::DoWhile => self.turn_first(node),
            Kind::ForEach => self.turn_each(node, iterable),
            _ => self.turn_while(node),
        };
        if let Some(Pad::Jump { after: Some(after), .. }) = self.pads.pop() {
            join_into(&mut end, &after);
        }
        end
    }

    fn turn_while(&mut self, node: Node<'t>) -> Option<State> {
        let (condition, body) = if node.kind() == Kind::For { (1, 3) } else { (0, 1) };
        let condition = node.child(condition).filter(|condition| !condition.is_absent());
        let truth = match condition {
            Some(condition) => {
                // What a loop compares is meant to change, seen or unseen.
                let value = self.eval(condition);
                let fixed = condition.descendants().all(|part| part.kind() != Kind::Name);
                value.as_const().filter(|_| fixed).map(fold::truth)
            }
            None => Some(true),
        };
        let end = (truth != Some(true)).then(|| self.state.clone());
        self.live = truth != Some(false);
        self.turn_body(node.child(body));
        if node.kind() == Kind::For && self.live {
            self.child(node, 2);
        }
        end
    }

    fn turn_first(&mut self, node: Node<'t>) -> Option<State> {
        self.turn_body(node.child(0));
        if !self.live {
            return None;
        }
        let truth = self.child(node, 1).as_const().map(fold::truth);
        let end = (truth != Some(true)).then(|| self.state.clone());
        self.live = truth != Some(false);
        end
    }

    fn turn_each(&mut self, node: Node<'t>, iterable: &Value) -> Option<State> {
        let end = Some(self.state.clone());
        self.bind_element(node, iterable);
        self.turn_body(node.child(2));
        end
    }

    /// The body, and what `continue` brings to its end.
    fn turn_body(&mut self, body: Option<Node<'t>>) {
        let Some(body) = body else { return };
        if !self.live {
            return self.prune(body);
        }
        self.reach(body);
        self.eval(body);
        let next = match self.pads.last_mut() {
            Some(Pad::Jump { next, .. }) => next.take(),
            _ => None,
        };
        if let Some(mut next) = next {
            if self.live {
                next.join(&self.state);
            }
            self.go_on(Some(next));
        }
    }

    /// `switch` and `match`, as statement or expression.
    pub(super) fn switch(&mut self, node: Node<'t>) -> Value {
        let subject = self.child(node, 0);
        let before = self.state.clone();
        let cases: Vec<Node<'t>> = node.children().skip(1).collect();
        if node.child(0).is_some_and(Node::is_absent) {
            // Each case is a condition of its own.
            let conditions = cases.iter().filter_map(|case| case.child(0));
            conditions.flat_map(Node::children).for_each(|condition| drop(self.eval(condition)));
        }
        let known = self.taken_cases(&subject, &cases);
        let taken = known.clone().unwrap_or_else(|| vec![true; cases.len()]);
        self.pads.push(Pad::Jump { node: node.id(), is_loop: false, after: None, next: None });
        let mut end = None;
        let (mut through, mut value) = (false, None);
        for (case, taken) in cases.iter().zip(&taken) {
            let part = self.case(*case, &subject, (*taken, through), &before);
            value = [value, part].into_iter().flatten().reduce(|a: Value, b| a.or(&b));
            through = self.live && self.falls_through(*case);
            if self.live && !through {
                join_into(&mut end, &self.state);
            }
        }
        if through {
            join_into(&mut end, &self.state);
        }
        let entered = cases.iter().any(|case| is_default(*case)) || known.is_some();
        if !entered || !taken.contains(&true) {
            join_into(&mut end, &before);
        }
        if let Some(Pad::Jump { after: Some(after), .. }) = self.pads.pop() {
            join_into(&mut end, &after);
        }
        self.go_on(end);
        value.unwrap_or_default()
    }

    /// One case, entered by its value or from the one above.
    fn case(
        &mut self,
        case: Node<'t>,
        subject: &Value,
        (taken, through): (bool, bool),
        before: &State,
    ) -> Option<Value> {
        let body = case.child(1)?;
        self.live = taken || through;
        if !self.live {
            self.prune(body);
            return None;
        }
        match (taken, through) {
            (true, true) => {
                self.state.join(before);
            }
            (true, false) => self.state = before.clone(),
            _ => {}
        }
        self.bind_case(case, subject);
        self.reach(body);
        Some(self.eval(body))
    }

    /// Names in a pattern take what the subject holds.
    fn bind_case(&mut self, case: Node<'t>, subject: &Value) {
        let Some(values) = case.child(0).filter(|_| self.program.dialect.cases_bind) else {
            return;
        };
        let taint = self.deep(subject);
        for pattern in values.children() {
            let names = super::super::scopes::targets(pattern);
            names.into_iter().for_each(|name| self.bind(name, Value::tainted(taint.clone())));
        }
    }

    /// Which cases a subject leads to, where that is known.
    fn taken_cases(&mut self, subject: &Value, cases: &[Node<'t>]) -> Option<Vec<bool>> {
        let wanted = subject.as_const()?.clone();
        let mut matches = Vec::new();
        for case in cases {
            matches.push(!is_default(*case) && self.case_matches(*case, &wanted)?);
        }
        if !matches.contains(&true) {
            matches = cases.iter().map(|case| is_default(*case)).collect();
        }
        Some(matches)
    }

    /// Whether a case has this value; `None` where that is not known.
    fn case_matches(&mut self, case: Node<'t>, wanted: &Const) -> Option<bool> {
        let mut found = false;
        let mut open: Vec<Node<'t>> = case.child(0)?.children().collect();
        while let Some(value) = open.pop() {
            if self.program.dialect.cases_bind && value.op() == Op::BitOr {
                open.extend(value.children());
                continue;
            }
            let known = self.eval(value);
            let same = fold::binary(Op::Eq, known.as_const()?, wanted, self.program.dialect)?;
            found |= fold::truth(&same);
        }
        Some(found)
    }

    fn falls_through(&self, case: Node<'t>) -> bool {
        if !self.program.dialect.falls_through {
            return false;
        }
        let (Some(values), Some(body)) = (case.child(0), case.child(1)) else { return false };
        let between = values.span().end as usize..body.span().start as usize;
        !self.tree.source().get(between).unwrap_or("").contains("->")
    }
}

fn is_default(case: Node<'_>) -> bool {
    case.child(0).is_some_and(|values| values.is_leaf() || values.text().trim() == "_")
}
