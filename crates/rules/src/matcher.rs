//! Matches one pattern against the nodes of a file.
//!
//! A small abstract machine with backtracking: what is still to be matched is a list of goals, each
//! goal either fails or puts its parts in its place, and where there are several ways the others
//! are kept as choices, with the bindings to undo. So there is no recursion over patterns or files,
//! all solutions are found, and every step is counted against a budget.

mod ahead;
mod around;
mod binary;
mod bind;
mod candidates;
mod definitions;
mod elements;
mod goal;
mod lists;
mod names;
mod nodes;
mod sequence;
mod statements;
mod strings;
mod typed;

use std::cell::Cell;

use portcullis_model::Span;
use portcullis_syntax::{Node, NodeId, Tree, pattern::Form};

use ahead::Places;
pub(crate) use around::Around;
pub(crate) use bind::{Bindings, Value, resolved_text, same, text_of};
use goal::{Choice, Goal, NIL, Seq};

use crate::{
    prefilter::Seen,
    regexes::{Lines, Pool},
    rule::{Leaf, Matchable, RuleOptions},
    subject::Subject,
};

/// A place where a pattern matches.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Hit {
    pub(crate) span: Span,
    /// The node that matches as a whole, where it is one.
    pub(crate) node: Option<NodeId>,
    pub(crate) bindings: Bindings,
}

/// Work that may be done, shared by all that works for one file and rule.
#[derive(Debug)]
pub(crate) struct Budget {
    steps: Cell<u64>,
    hit: Cell<bool>,
}

impl Budget {
    pub(crate) fn new(steps: u64) -> Self {
        Self { steps: Cell::new(steps), hit: Cell::new(false) }
    }

    /// Takes `n` steps; tells whether they were there.
    pub(crate) fn take(&self, n: u64) -> bool {
        match self.steps.get().checked_sub(n) {
            Some(left) => {
                self.steps.set(left);
                true
            }
            None => {
                self.hit.set(true);
                false
            }
        }
    }

    /// Says that something was left out.
    pub(crate) fn exceed(&self) {
        self.hit.set(true);
    }

    /// Whether the work was cut short.
    pub(crate) fn is_hit(&self) -> bool {
        self.hit.get()
    }
}

/// What all patterns of a rule share while a file is matched.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context<'a> {
    pub(crate) subject: &'a Subject<'a>,
    pub(crate) options: &'a RuleOptions,
    pub(crate) sources: &'a [String],
    pub(crate) regexes: &'a Pool,
    pub(crate) budget: &'a Budget,
    /// The words of the file, where the subject is all of it.
    pub(crate) seen: Option<&'a Seen>,
    /// Number of metavariables of the rule.
    pub(crate) vars: usize,
}

impl Context<'_> {
    /// Whether a regular expression of the rule is found in a text.
    pub(crate) fn finds(&self, regex: u32, text: &str) -> bool {
        let found = self.regexes.get(self.sources, regex, Lines::One).is_match(text);
        found.unwrap_or_else(|_| {
            self.budget.exceed();
            false
        })
    }
}

/// Nodes from one id up to another, and the text that they cover.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stretch {
    pub(crate) at: u32,
    pub(crate) end: u32,
    pub(crate) span: Span,
}

/// How a pattern is asked for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Query {
    /// Only nodes in this stretch, or all.
    pub(crate) within: Option<Stretch>,
    /// The match serves `pattern-inside`: of the matches that differ in their end alone, the
    /// longest is enough.
    pub(crate) inside: bool,
    /// Only matches that hold one of these places are of use.
    pub(crate) around: Option<Around>,
    /// What is bound before.
    pub(crate) bindings: Bindings,
}

/// Matches of one pattern in one file at most; more are cut off and reported.
const HITS_MAX: usize = 50_000;

/// All matches of a pattern.
pub(crate) fn find(context: Context<'_>, pattern: &Matchable, query: &Query) -> Vec<Hit> {
    let mut machine = Machine::new(context, pattern, query);
    match pattern.pattern.form {
        Form::Expr(id) => machine.expressions(id),
        Form::Stmt(id) => machine.statement(id),
        Form::Stmts(id) => machine.statements(id),
        Form::Part(id) => machine.part(id),
    }
    machine.hits
}

/// What undoes one change when a choice is taken back.
#[derive(Clone, Copy, Debug)]
enum Undo {
    Unbind(u16),
    Cover(Option<Span>),
}

struct Machine<'a> {
    context: Context<'a>,
    subject: &'a Subject<'a>,
    target: &'a Tree,
    pattern: &'a Tree,
    leaves: &'a [Leaf],
    query: &'a Query,
    bindings: Bindings,
    trail: Vec<Undo>,
    /// Goals as linked lists: a goal and the number of the one that follows it.
    goals: Vec<(Goal, u32)>,
    now: u32,
    choices: Vec<Choice>,
    /// Whether the first way of an either-or led somewhere.
    flags: Vec<bool>,
    /// Items that a match without order has used, as linked lists.
    used: Vec<(NodeId, u32)>,
    /// Operands of chains of one operator.
    chains: Vec<Vec<NodeId>>,
    /// From the first to the last statement that a sequence has matched.
    covered: Option<Span>,
    /// Where the statements of the pattern may match, as far as that is known.
    ahead: Vec<Places<'a>>,
    hits: Vec<Hit>,
}

impl<'a> Machine<'a> {
    fn new(context: Context<'a>, pattern: &'a Matchable, query: &'a Query) -> Self {
        let mut bindings = query.bindings.clone();
        bindings.resize(context.vars, None);
        Self {
            context,
            subject: context.subject,
            target: context.subject.tree,
            pattern: &pattern.pattern.tree,
            leaves: &pattern.leaves,
            query,
            bindings,
            trail: Vec::new(),
            goals: Vec::new(),
            now: NIL,
            choices: Vec::new(),
            flags: Vec::new(),
            used: Vec::new(),
            chains: Vec::new(),
            covered: None,
            ahead: Vec::new(),
            hits: Vec::new(),
        }
    }

    fn p(&self, id: NodeId) -> Node<'a> {
        self.pattern.node(id)
    }

    fn t(&self, id: NodeId) -> Node<'a> {
        self.target.node(id)
    }

    fn leaf(&self, id: NodeId) -> Leaf {
        self.leaves.get(id.0 as usize).copied().unwrap_or(Leaf::Plain)
    }

    /// Matches one goal in all ways and records a hit for each. `span` and `node` say what is hit;
    /// without a span it is what the statements cover.
    fn solve(&mut self, goal: Goal, span: Option<Span>, node: Option<NodeId>) {
        self.clear();
        self.push(goal);
        loop {
            if !self.context.budget.take(1) || self.hits.len() >= HITS_MAX {
                self.context.budget.exceed();
                break;
            }
            let ok = match self.pop() {
                Some(goal) => self.step(goal),
                None => {
                    self.record(span, node);
                    false
                }
            };
            if !ok && !self.back() {
                break;
            }
        }
        self.undo_to(0);
    }

    fn clear(&mut self) {
        self.goals.clear();
        self.choices.clear();
        self.flags.clear();
        self.used.clear();
        self.chains.clear();
        self.covered = None;
        self.now = NIL;
    }

    fn record(&mut self, span: Option<Span>, node: Option<NodeId>) {
        let Some(span) = span.or(self.covered) else { return };
        let hit = Hit { span, node, bindings: self.bindings.clone() };
        // Different ways to the same match come one after the other.
        if !self.hits.iter().rev().take(8).any(|have| *have == hit) {
            self.hits.push(hit);
        }
    }

    fn push(&mut self, goal: Goal) {
        self.goals.push((goal, self.now));
        self.now = u32::try_from(self.goals.len() - 1).unwrap_or(NIL);
    }

    fn pop(&mut self) -> Option<Goal> {
        let (goal, next) = self.goals.get(self.now as usize).copied()?;
        self.now = next;
        Some(goal)
    }

    /// Keeps another way, to be tried when what is done from here on has failed or is exhausted.
    fn or(&mut self, goal: Goal) {
        self.choices.push(Choice {
            goal,
            next: self.now,
            trail: self.trail.len(),
            goals: self.goals.len(),
            flags: self.flags.len(),
            used: self.used.len(),
            chains: self.chains.len(),
        });
    }

    /// Tries `first`; only where that leads nowhere, `second`.
    fn first_or(&mut self, first: Goal, second: Goal) {
        let flag = u32::try_from(self.flags.len()).unwrap_or(u32::MAX);
        self.flags.push(false);
        // The choice must find its flag when it comes back, so it is kept after the flag was made.
        self.push(second);
        self.or(Goal::Unless(flag));
        self.pop();
        self.push(Goal::Reached(flag));
        self.push(first);
    }

    fn back(&mut self) -> bool {
        let Some(choice) = self.choices.pop() else { return false };
        self.undo_to(choice.trail);
        self.goals.truncate(choice.goals);
        self.flags.truncate(choice.flags);
        self.used.truncate(choice.used);
        self.chains.truncate(choice.chains);
        self.now = choice.next;
        self.push(choice.goal);
        true
    }

    fn undo_to(&mut self, len: usize) {
        while self.trail.len() > len {
            match self.trail.pop() {
                Some(Undo::Unbind(var)) => {
                    if let Some(slot) = self.bindings.get_mut(var as usize) {
                        *slot = None;
                    }
                }
                Some(Undo::Cover(before)) => self.covered = before,
                None => {}
            }
        }
    }

    fn step(&mut self, goal: Goal) -> bool {
        match goal {
            Goal::Node(p, t) => self.node(self.p(p), self.t(t)),
            Goal::Slot(p, t) => self.slot(self.p(p), self.t(t)),
            Goal::List(p, t) => self.list(p, t),
            Goal::Absorb { var, from, p, t } => self.absorb(var, from, p, t),
            Goal::Args { p, t, used } => self.args(p, t, used),
            Goal::AnyOrder { p, t, used, less } => self.any_order(p, t, used, less),
            Goal::Pick { p, t, at, used, less } => self.pick(p, t, at, used, less),
            Goal::Stmts { p, t, top, deep } => self.stmts(p, t, top, deep),
            Goal::Body(p, t) => self.body(self.p(p), self.t(t)),
            Goal::Cover(t) => self.cover(self.t(t).span()),
            Goal::CoverSpan(span) => self.cover(span),
            Goal::Deep { p, at, end } => self.deep(p, at, end),
            Goal::Chain(p, t) => self.chain(self.p(p), self.t(t)),
            Goal::Path { p, t, path, len } => self.path(self.p(p), t, path, len),
            Goal::Bind(p, value) => self.bind(p, value),
            Goal::Unless(flag) => !self.flags.get(flag as usize).copied().unwrap_or(false),
            Goal::Reached(flag) => {
                if let Some(flag) = self.flags.get_mut(flag as usize) {
                    *flag = true;
                }
                true
            }
        }
    }

    fn cover(&mut self, span: Span) -> bool {
        self.trail.push(Undo::Cover(self.covered));
        self.covered = Some(self.covered.map_or(span, |have| have.join(span)));
        true
    }

    /// The children of a pattern node as a sequence.
    fn below(&self, node: Node<'a>) -> Seq {
        Seq::children(node)
    }
}
