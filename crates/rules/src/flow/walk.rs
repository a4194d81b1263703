//! The abstract interpreter: the walk over the tree that computes what each expression may be.
//!
//! Everything is bounded: steps for the file and for going into calls, depth of the tree and of
//! calls, sizes of objects. What hits a bound is set down in [`Walker::limit_hit`].

mod branches;
mod calls;
mod collections;
mod entries;
mod expressions;
mod inline;
mod places;
mod record;
mod statements;
mod strings;
mod trail;

use std::cell::Cell;
use std::collections::{HashMap, HashSet};

use portcullis_syntax::{Kind, Node, NodeId, Tree};

use self::record::Record;
use self::trail::Trail;
use super::marks::{Marks, Part, SideEffect};
use super::names::{NameId, Names};
use super::program::Program;
use super::state::State;
use super::value::{Entry, ObjectId, Specs, Taint, Thing, Value};

/// Nested nodes that the walk goes down, calls included: what fits on a small stack.
const DEPTH: u32 = 200;

/// A function that is being walked.
#[derive(Debug)]
struct Activation {
    /// The function; the root for code outside.
    function: NodeId,
    /// The class that `this` is an instance of.
    class: Option<NodeId>,
    /// What `this` is.
    this: Value,
    /// What a lambda without parameters was given.
    implicit: Option<Value>,
    /// Number of the chain of calls that led here: objects made here are told apart by it.
    context: u32,
    /// Walked for itself rather than for a call: what is seen holds for every run.
    main: bool,
    /// Pads below this one belong to callers.
    pads: usize,
    /// What it returns, as far as seen.
    result: Option<Value>,
    /// The state at its returns.
    exit: Option<State>,
}

/// Where a jump lands.
#[derive(Debug)]
enum Pad {
    /// The end of a loop or switch, and the next turn.
    Jump { node: NodeId, is_loop: bool, after: Option<State>, next: Option<State> },
    /// The handlers of a `try`: any state inside may arrive there.
    Handler { state: Box<State> },
}

/// Steps done and allowed.
#[derive(Debug)]
struct Work {
    steps: u64,
    allowed: u64,
    /// Steps inside of calls that were gone into.
    inside: u64,
    inside_allowed: u64,
}

/// A taint that arrived.
#[derive(Clone, Copy, Debug)]
pub(super) struct Arrival {
    /// Number of the rule in this walk.
    pub(super) spec: u32,
    /// Node of the source.
    pub(super) origin: NodeId,
    /// Node of the sink.
    pub(super) sink: NodeId,
    /// Last step before it.
    hop: u32,
}

/// Values joined that cost as much as a node.
const JOINS_PER_STEP: u64 = 4;

/// Arrivals that one walk keeps.
const ARRIVALS: usize = 20_000;

/// One walk over a file.
pub(super) struct Walker<'t> {
    tree: &'t Tree,
    program: &'t Program,
    marks: &'t Marks,
    names: Names,
    state: State,
    /// Whether the point that the walk is at can be reached.
    live: bool,
    depth: u32,
    work: Work,
    calls: Vec<Activation>,
    pads: Vec<Pad>,
    trail: Trail,
    arrivals: HashMap<(u32, NodeId, NodeId), u32>,
    /// Constants and dead branches seen.
    pub(super) record: Record,
    /// Whether any source was come by.
    tainted: bool,
    /// Whether a bound was hit.
    limit: bool,
    /// The same where a value is only read.
    overflow: Cell<bool>,
    /// Units of the program from which a source or a sink is in reach.
    sources: HashSet<usize>,
    sinks: HashSet<usize>,
    /// Whether a source stands where its value is seen by all functions.
    shared_source: bool,
    objects: HashMap<(NodeId, u32), ObjectId>,
    contexts: HashMap<(u32, NodeId), u32>,
    /// States at the heads of loops inside the loop being walked.
    loops: HashMap<NodeId, State>,
    loop_depth: u32,
    /// `finally` blocks that are being walked for a passing exception.
    unwinding: u32,
    /// Functions and classes to be walked once the code outside is done.
    queue: Vec<NodeId>,
    /// Rules for which all that is evaluated now is clean, and the source that holds it.
    clean_below: Specs,
    source_below: Option<Entry>,
    /// What taints the operands of the node just evaluated, where a sink or a source with a
    /// condition looks at them.
    operands: Taint,
    /// What propagators have brought to nodes.
    fed: HashMap<NodeId, Taint>,
}

fn reaching(program: &Program, nodes: impl Iterator<Item = NodeId>) -> HashSet<usize> {
    let mut nodes = nodes.peekable();
    match nodes.peek() {
        Some(_) => program.reaching(nodes),
        None => HashSet::new(),
    }
}

impl<'t> Walker<'t> {
    /// A walk that has not begun.
    pub(super) fn new(tree: &'t Tree, program: &'t Program, marks: &'t Marks) -> Self {
        let size = u64::from(tree.len());
        Self {
            tree,
            program,
            marks,
            names: program.names.fork(),
            state: State::default(),
            live: true,
            depth: 0,
            work: Work {
                steps: 0,
                allowed: size.saturating_mul(40).saturating_add(50_000),
                inside: 0,
                inside_allowed: size.saturating_mul(20).saturating_add(50_000),
            },
            calls: Vec::new(),
            pads: Vec::new(),
            trail: Trail::default(),
            arrivals: HashMap::new(),
            record: Record::new(tree.len(), marks.is_empty()),
            tainted: false,
            limit: false,
            overflow: Cell::new(false),
            sources: reaching(program, marks.sources()),
            sinks: reaching(program, marks.sinks()),
            shared_source: marks.sources().any(|node| program.is_shared(node)),
            objects: HashMap::new(),
            contexts: HashMap::new(),
            loops: HashMap::new(),
            loop_depth: 0,
            unwinding: 0,
            queue: Vec::new(),
            clean_below: 0,
            source_below: None,
            operands: Taint::default(),
            fed: HashMap::new(),
        }
    }

    /// Whether a bound was hit, so that something may be missing.
    pub(super) fn limit_hit(&self) -> bool {
        self.limit || self.overflow.get()
    }

    /// The taints that arrived, in order of rule, sink and source.
    pub(super) fn arrivals(&self) -> Vec<Arrival> {
        let each = self.arrivals.iter().map(|((spec, sink, origin), hop)| Arrival {
            spec: *spec,
            origin: *origin,
            sink: *sink,
            hop: *hop,
        });
        let mut all: Vec<_> = each.collect();
        all.sort_unstable_by_key(|one| (one.spec, one.sink, one.origin));
        all
    }

    /// What a node may be, after all that it does was done.
    fn eval(&mut self, node: Node<'t>) -> Value {
        if !self.enter() {
            return Value::default();
        }
        let part = self.marks.of(node.id());
        let value = match part {
            Some(part) => self.eval_marked(node, part),
            None => self.dispatch(node),
        };
        self.depth = self.depth.saturating_sub(1);
        self.finish(node, value, part)
    }

    fn enter(&mut self) -> bool {
        let work = &mut self.work;
        work.steps += 1;
        work.inside += u64::from(self.calls.last().is_some_and(|call| !call.main));
        let spent = work.steps + self.state.cost() / JOINS_PER_STEP;
        if spent > work.allowed || self.depth >= DEPTH {
            self.limit = true;
            return false;
        }
        self.depth += 1;
        true
    }

    /// Marks that hold for all below a node are in force while it is evaluated.
    fn eval_marked(&mut self, node: Node<'t>, part: &Part) -> Value {
        let kept = (self.clean_below, self.source_below);
        self.clean_below |= part.clean_below;
        if part.source_below & !part.source_only_after != 0 {
            self.source_below =
                Some(self.begin(node.id(), part.source_below & !part.source_only_after));
        }
        let value = self.dispatch(node);
        (self.clean_below, self.source_below) = kept;
        value
    }

    fn finish(&mut self, node: Node<'t>, mut value: Value, part: Option<&'t Part>) -> Value {
        value.taint = value.taint.union(&self.fed(node.id()));
        if let Some(entry) = self.source_below {
            value.taint = value.taint.union(&Taint::source(entry));
        }
        if self.clean_below != 0 {
            value = self.cleaned(value, self.clean_below);
        }
        if let Some(part) = part {
            value = self.apply(node, value, part);
        }
        if self.calls.last().is_some_and(|call| call.main) {
            self.record.seen(node, &value);
        }
        value
    }

    /// What a node's marks make of its value.
    fn apply(&mut self, node: Node<'t>, mut value: Value, part: &'t Part) -> Value {
        value = self.cleaned(value, part.clean);
        if part.clean_after != 0 {
            self.clean_place(node, part.clean_after);
        }
        let operands = std::mem::take(&mut self.operands);
        let dirty = !part.clean & !self.clean_below;
        let (now, after) = self.begun(part, &value, &operands);
        let begin = |walker: &mut Self, specs: Specs| match specs & dirty {
            0 => Taint::default(),
            specs => Taint::source(walker.begin(node.id(), specs)),
        };
        let (now, after) = (begin(self, now), begin(self, after));
        value.taint = value.taint.union(&now);
        if part.sink != 0 {
            let given = operands.without(!part.sink_operands);
            let arrived = self.deep(&value).union(&given).union(&self.state.control);
            self.arrive(node.id(), &arrived, part.sink);
        }
        self.taint_place(node, &after);
        if part.control != 0 {
            let control = begin(self, part.control);
            self.state.control = self.state.control.union(&control);
        }
        self.feed(&value, part);
        value
    }

    /// What a node taints: its value, and the place that it names.
    fn begun(&self, part: &Part, value: &Value, operands: &Taint) -> (Specs, Specs) {
        let (mut now, mut after) = (part.source & !part.source_only_after, part.source_after);
        if part.conditional.is_empty() {
            return (now, after);
        }
        let held = self.deep(value).union(operands).specs();
        // One source may give what another one here requires.
        for _ in 0..part.conditional.len() {
            let specs = held | now;
            for source in part.conditional.iter().filter(|source| source.condition.holds(specs)) {
                now |= if source.by_side_effect == SideEffect::Only { 0 } else { source.bit };
                after |= if source.by_side_effect == SideEffect::No { 0 } else { source.bit };
            }
        }
        (now, after)
    }

    /// Taint begins at a node.
    fn begin(&mut self, origin: NodeId, specs: Specs) -> Entry {
        self.tainted = true;
        Entry { origin, specs, hop: 0 }
    }

    fn feed(&mut self, value: &Value, part: &'t Part) {
        for feed in &part.feeds {
            let mut taint = self.deep(value).without(!feed.specs);
            if !feed.condition.holds(taint.specs()) {
                continue;
            }
            if let Some((label, replaced)) = feed.label {
                taint = taint.map(|entry| match entry.specs & replaced {
                    0 => *entry,
                    _ => Entry { specs: (entry.specs & !replaced) | label, ..*entry },
                });
            }
            self.fed.insert(feed.to, taint.clone());
            if feed.by_side_effect {
                self.taint_place(self.tree.node(feed.to), &taint);
            }
        }
    }

    /// What a propagator has brought to a node that is no place of its own: a parameter, a value.
    fn fed(&self, node: NodeId) -> Taint {
        if self.fed.is_empty() {
            Taint::default()
        } else {
            self.fed.get(&node).cloned().unwrap_or_default()
        }
    }

    fn arrive(&mut self, sink: NodeId, taint: &Taint, specs: Specs) {
        for entry in taint.entries() {
            let mut left = entry.specs & specs;
            while left != 0 {
                let spec = left.trailing_zeros();
                left &= left - 1;
                if self.arrivals.len() >= ARRIVALS {
                    self.limit = true;
                    return;
                }
                self.arrivals.entry((spec, sink, entry.origin)).or_insert(entry.hop);
            }
        }
    }

    /// A value that is clean for some rules, and so is what its objects hold.
    fn cleaned(&mut self, value: Value, specs: Specs) -> Value {
        if specs == 0 || self.deep(&value).specs() & specs == 0 {
            return value;
        }
        if value.thing.objects().is_empty() {
            return Value { taint: value.taint.without(specs), ..value };
        }
        Value::tainted(self.deep(&value).without(specs))
    }

    fn dispatch(&mut self, node: Node<'t>) -> Value {
        match node.kind() {
            Kind::Name => self.name(node),
            Kind::Int | Kind::Float | Kind::Bool | Kind::Null => self.literal(node),
            Kind::String => self.string(node),
            Kind::Call => self.call(node),
            Kind::New => self.new_object(node),
            Kind::Member => self.member(node),
            Kind::Index => self.index(node),
            Kind::Unary => self.unary(node),
            Kind::Binary => self.binary(node),
            Kind::Conditional => self.conditional(node),
            Kind::Cast => self.cast(node),
            Kind::Tuple | Kind::List | Kind::Set => self.list(node),
            Kind::Dict => self.dict(node),
            Kind::Comprehension => self.comprehension(node),
            Kind::Function => self.function(node),
            Kind::Class => self.class(node),
            Kind::Assign => self.assign(node),
            Kind::VarDef => self.define(node),
            Kind::Spread | Kind::Await | Kind::Interpolation | Kind::Typed | Kind::ExprStmt => {
                self.child(node, 0)
            }
            Kind::Keyword | Kind::Pair => self.child(node, 1),
            Kind::Absent | Kind::Token | Kind::Import | Kind::Package => Value::default(),
            Kind::StringText | Kind::Regex | Kind::Metavar => Value::default(),
            _ => self.statement(node),
        }
    }

    fn child(&mut self, node: Node<'t>, slot: usize) -> Value {
        node.child(slot).map(|child| self.eval(child)).unwrap_or_default()
    }

    /// The children one after the other; what taints any of them taints the whole.
    fn each(&mut self, node: Node<'t>) -> Value {
        let mut taint = Taint::default();
        for child in node.children() {
            let value = self.eval(child);
            taint = taint.union(&self.deep(&value));
        }
        Value::tainted(taint)
    }

    /// The number of a name, in the file or made up by the walk.
    fn intern(&mut self, text: &str) -> NameId {
        self.program.names.find(text).unwrap_or_else(|| self.names.intern(text))
    }

    /// The function that is being walked.
    fn here(&self) -> NodeId {
        self.calls.last().map_or(NodeId(0), |call| call.function)
    }

    fn context(&self) -> u32 {
        self.calls.last().map_or(0, |call| call.context)
    }

    fn is_main(&self) -> bool {
        self.calls.last().is_some_and(|call| call.main)
    }

    /// The state goes on from one of several ends; from none, this point cannot be reached.
    fn go_on(&mut self, end: Option<State>) {
        self.live = end.is_some();
        if let Some(state) = end {
            self.state = state;
        }
    }

    /// The object made at a node, by the chain of calls that led there.
    fn allocate(&mut self, node: NodeId) -> (ObjectId, Thing) {
        let next = u32::try_from(self.objects.len()).unwrap_or(u32::MAX).saturating_add(1);
        let id = *self.objects.entry((node, self.context())).or_insert(next);
        (id, Thing::object(id))
    }
}
