//! From the grammar's tree to the common tree, by a language's table and without recursion.
//!
//! A row of the table writes down what is to come of its node as a list of tasks, in order; the
//! engine carries them out with a stack of its own, so that nesting in a text costs heap, not
//! stack.

use portcullis_model::Span;

use crate::{
    Builder, Kind, Op, Tree,
    concrete::{Concrete, ConcreteTree, leading_space},
    grammar::{Grammar, How, Slot},
    hole::Hole,
    op::operator,
};

/// Deepest nesting in a [`Tree`]. What lies deeper is one [`Kind::Error`] and counts as unread, so
/// that whoever walks a tree may do so by recursion.
pub const DEPTH_MAX: usize = 1_000;

/// Most levels that one row opens, unless it asks for the room that there is.
const ROW_LEVELS: usize = 4;

/// Code that writes down what becomes of a node.
type Code = fn(&mut Writer<'_>, Concrete<'_>);

#[derive(Clone, Copy)]
enum Task {
    Lower(u32),
    LowerBy(u32, Code),
    Open(Leaf),
    Close,
    Leaf(Leaf),
    Absent,
}

/// A node to write, in spans of the rewritten text.
#[derive(Clone, Copy)]
struct Leaf {
    kind: Kind,
    op: Op,
    tag: u16,
    start: u32,
    end: u32,
}

/// Takes down what a grammar node becomes. Each `open` needs its `close`.
pub(crate) struct Writer<'w> {
    tasks: &'w mut Vec<Task>,
    grammar: &'static Grammar,
    /// Levels that may be opened here.
    pub(crate) room: usize,
}

/// The common tree of a text, and what of it could not be read.
pub(crate) struct Lowered {
    pub(crate) tree: Tree,
    pub(crate) unread: Vec<Span>,
    pub(crate) too_deep: bool,
}

/// Lowers a whole tree, whose root becomes [`Kind::Root`] over all of `source`.
pub(crate) fn lower(concrete: &ConcreteTree<'_>, source: &str) -> Lowered {
    let mut engine = Engine::new(concrete);
    let whole = Span::new(0, u32::try_from(source.len()).unwrap_or(u32::MAX));
    engine.open(Kind::Root, Op::None, 0, whole);
    engine.writer().close();
    // The root may itself be an error.
    engine.lost.found(concrete.root());
    let first = engine.tasks.len();
    // A root with a row is a grammar without statements of expressions.
    let root = concrete.root();
    match root.grammar().kind(root.kind_id()).how {
        Some(How::Code(code)) => code(&mut engine.writer(), root),
        _ => engine.writer().all(root),
    }
    engine.turn(first);
    engine.run();
    let mut unread = engine.unread;
    unread.extend(engine.lost.spans(concrete));
    Lowered { tree: engine.builder.finish(source), unread, too_deep: engine.too_deep }
}

struct Engine<'c> {
    concrete: &'c ConcreteTree<'c>,
    builder: Builder,
    tasks: Vec<Task>,
    /// Spans of the nodes that are open, and where the last node written inside each ended.
    open: Vec<(Span, u32)>,
    unread: Vec<Span>,
    lost: Lost,
    too_deep: bool,
}

impl<'c> Engine<'c> {
    fn new(concrete: &'c ConcreteTree<'c>) -> Self {
        let (builder, tasks, open, unread) = Default::default();
        let lost = Lost::default();
        Self { concrete, builder, tasks, open, unread, lost, too_deep: false }
    }

    fn writer(&mut self) -> Writer<'_> {
        let room = DEPTH_MAX.saturating_sub(self.open.len());
        Writer { tasks: &mut self.tasks, grammar: self.concrete.grammar, room }
    }

    /// Puts the tasks from `first` on into the order in which a stack gives them back.
    fn turn(&mut self, first: usize) {
        if let Some(tasks) = self.tasks.get_mut(first..) {
            tasks.reverse();
        }
    }

    fn run(&mut self) {
        while let Some(task) = self.tasks.pop() {
            match task {
                Task::Lower(id) => self.lower(self.concrete.at(id), None),
                Task::LowerBy(id, code) => self.lower(self.concrete.at(id), Some(code)),
                Task::Open(leaf) => self.write(leaf),
                Task::Close => self.close(),
                Task::Leaf(leaf) => {
                    self.write(leaf);
                    self.close();
                }
                Task::Absent => {
                    let at = self.open.last().map_or(0, |(_, last)| *last);
                    self.builder.absent(at);
                }
            }
        }
    }

    /// By the node's own row, unless other code is given.
    fn lower(&mut self, node: Concrete<'_>, code: Option<Code>) {
        if self.open.len() + ROW_LEVELS >= DEPTH_MAX {
            self.cut(node);
            return;
        }
        let first = self.tasks.len();
        match node.hole() {
            Some(hole) => self.hole(node, hole),
            None if node.is_error() => {
                self.lost.found(node);
                self.writer().error(node);
            }
            None => match code {
                Some(code) => code(&mut self.writer(), node),
                None => self.writer().by_row(node),
            },
        }
        self.turn(first);
    }

    fn hole(&mut self, node: Concrete<'_>, hole: Hole) {
        let mut writer = self.writer();
        match hole {
            Hole::Ellipsis => writer.leaf(Kind::Ellipsis, node),
            Hole::Metavar => writer.leaf(Kind::Metavar, node),
            Hole::EllipsisMetavar => writer.leaf(Kind::EllipsisMetavar, node),
            Hole::Deep => {
                writer.open(Kind::Deep, node);
                writer.gather(Kind::Sequence, node.innermost().named().map(Concrete::core));
                writer.close();
            }
            Hole::Typed => writer.typed(node),
        }
    }

    fn cut(&mut self, node: Concrete<'_>) {
        self.too_deep = true;
        self.unread.push(node.span());
        self.open(Kind::Error, Op::None, 0, node.span());
        self.close();
    }

    fn write(&mut self, leaf: Leaf) {
        let span = self.concrete.rewrite.span(leaf.start, leaf.end);
        self.open(leaf.kind, leaf.op, leaf.tag, span);
    }

    fn open(&mut self, kind: Kind, op: Op, tag: u16, span: Span) {
        self.builder.open_with(kind, span, op, tag);
        self.open.push((span, span.start));
    }

    fn close(&mut self) {
        self.builder.close();
        let closed = self.open.pop().map_or(0, |(span, _)| span.end);
        if let Some((span, last)) = self.open.last_mut() {
            *last = closed.clamp(span.start, span.end);
        }
    }
}

/// Error nodes that have been written, so that those which no slot took are counted.
#[derive(Default)]
struct Lost {
    written: Vec<u32>,
}

impl Lost {
    fn found(&mut self, node: Concrete<'_>) {
        self.written.push(node.id);
    }

    /// Spans of the errors that are not in the common tree with what is below them.
    fn spans(mut self, concrete: &ConcreteTree<'_>) -> Vec<Span> {
        self.written.sort_unstable();
        let lost = |node: &Concrete<'_>| self.written.binary_search(&node.id).is_err();
        concrete.errors().filter(lost).map(Concrete::span).collect()
    }
}

impl Writer<'_> {
    /// Starts a node with the span of `at`.
    pub(crate) fn open(&mut self, kind: Kind, at: Concrete<'_>) {
        self.open_op(kind, Op::None, at);
    }

    /// The same with an operator.
    pub(crate) fn open_op(&mut self, kind: Kind, op: Op, at: Concrete<'_>) {
        let (tag, start, end) = (self.tag(kind, at), at.start(), at.end());
        self.tasks.push(Task::Open(Leaf { kind, op, tag, start, end }));
    }

    /// Starts a node over a stretch that is no single node of the grammar.
    pub(crate) fn open_over(&mut self, kind: Kind, first: Concrete<'_>, last: Concrete<'_>) {
        self.open_span(kind, Op::None, first.start(), last.end());
    }

    /// The same over offsets of the rewritten text.
    pub(crate) fn open_span(&mut self, kind: Kind, op: Op, start: u32, end: u32) {
        let end = end.max(start);
        self.tasks.push(Task::Open(Leaf { kind, op, tag: 0, start, end }));
    }

    /// Starts a [`Kind::Other`] that carries the tag of the grammar kind `name`.
    pub(crate) fn open_other(&mut self, name: &str, first: Concrete<'_>, last: Concrete<'_>) {
        let (start, end) = (first.start(), last.end().max(first.start()));
        let tag = self.grammar.tag(name);
        self.tasks.push(Task::Open(Leaf { kind: Kind::Other, op: Op::None, tag, start, end }));
    }

    /// Ends the node that was started last.
    pub(crate) fn close(&mut self) {
        self.tasks.push(Task::Close);
    }

    /// Writes a leaf over `at`, of a token without the space before it.
    pub(crate) fn leaf(&mut self, kind: Kind, at: Concrete<'_>) {
        let spaced = matches!(kind, Kind::Token | Kind::Metavar);
        let space = if spaced { leading_space(at.text()) } else { 0 };
        let (tag, start, end) = (self.tag(kind, at), at.start() + space, at.end());
        self.tasks.push(Task::Leaf(Leaf { kind, op: Op::None, tag, start, end }));
    }

    /// Writes a leaf over offsets of the rewritten text.
    pub(crate) fn leaf_span(&mut self, kind: Kind, start: u32, end: u32) {
        self.tasks.push(Task::Leaf(Leaf {
            kind,
            op: Op::None,
            tag: 0,
            start,
            end: end.max(start),
        }));
    }

    /// Writes a node without children at a place.
    pub(crate) fn empty(&mut self, kind: Kind, at: u32) {
        self.leaf_span(kind, at, at);
    }

    /// An empty slot.
    pub(crate) fn absent(&mut self) {
        self.tasks.push(Task::Absent);
    }

    /// Lowers a node by its own row.
    pub(crate) fn lower(&mut self, node: Concrete<'_>) {
        self.tasks.push(Task::Lower(node.id));
    }

    /// Lowers a node by this code, for a place in which it becomes something else.
    pub(crate) fn lower_by(&mut self, node: Concrete<'_>, code: Code) {
        self.tasks.push(Task::LowerBy(node.id, code));
    }

    /// Fills a slot.
    pub(crate) fn slot(&mut self, node: Option<Concrete<'_>>) {
        match node {
            Some(node) => self.lower(node),
            None => self.absent(),
        }
    }

    /// Fills a slot with a token.
    pub(crate) fn slot_token(&mut self, token: Option<Concrete<'_>>) {
        match token {
            Some(token) => self.leaf(Kind::Token, token),
            None => self.absent(),
        }
    }

    /// An expression that is a statement. An assignment stands for itself, and a placeholder for
    /// any statement.
    pub(crate) fn expression_statement(&mut self, node: Concrete<'_>) {
        let mut children = node.named();
        match (children.next(), children.next()) {
            (Some(only), None) if only.hole().is_some() || self.is_assignment(only) => {
                self.lower(only);
            }
            (Some(only), None) => self.wrap(Kind::ExprStmt, node, only),
            _ => {
                self.open(Kind::ExprStmt, node);
                self.open(Kind::Tuple, node);
                self.all(node);
                self.close();
                self.close();
            }
        }
    }

    fn is_assignment(&self, node: Concrete<'_>) -> bool {
        let how = node.grammar().kind(node.kind_id()).how;
        matches!(how, Some(How::Op(Kind::Assign, _))) || node.is("assignment")
    }

    /// Lowers several nodes in order.
    pub(crate) fn each<'c>(&mut self, nodes: impl IntoIterator<Item = Concrete<'c>>) {
        for node in nodes {
            self.lower(node);
        }
    }

    /// Lowers all named children.
    pub(crate) fn all(&mut self, node: Concrete<'_>) {
        self.each(node.named());
    }

    /// Fills a slot with several nodes: nothing, the one, or a node of `kind` around them.
    pub(crate) fn gather<'c>(
        &mut self,
        kind: Kind,
        nodes: impl Iterator<Item = Concrete<'c>> + Clone,
    ) {
        let (first, last) = (nodes.clone().next(), nodes.clone().last());
        match (first, last) {
            (Some(first), Some(last)) if first.id != last.id => {
                self.open_over(kind, first, last);
                self.each(nodes);
                self.close();
            }
            (first, _) => self.slot(first),
        }
    }

    /// Fills a slot with the only named child of a node.
    pub(crate) fn one(&mut self, node: Concrete<'_>) {
        self.gather(Kind::Sequence, node.named());
    }

    /// Names joined by `Member`, nested to the left; `names` must not be empty.
    pub(crate) fn dotted<'c>(&mut self, names: impl Iterator<Item = Concrete<'c>> + Clone) {
        let Some(first) = names.clone().next() else { return self.absent() };
        let links: Vec<_> = names.skip(1).collect();
        for link in links.iter().rev() {
            self.open_over(Kind::Member, first, *link);
        }
        self.lower(first);
        for link in links {
            self.lower(link);
            self.close();
        }
    }

    /// A node over `at` that holds one other.
    pub(crate) fn wrap(&mut self, kind: Kind, at: Concrete<'_>, node: Concrete<'_>) {
        self.open(kind, at);
        self.lower(node);
        self.close();
    }

    /// A node over `at` that holds all its named children.
    pub(crate) fn wrap_all(&mut self, kind: Kind, at: Concrete<'_>) {
        self.open(kind, at);
        self.all(at);
        self.close();
    }

    /// One statement that stands for several nodes: `write` gets each item and the node whose span
    /// it has, which is the whole statement if there is only one item.
    pub(crate) fn in_sequence<'c>(
        &mut self,
        whole: Concrete<'c>,
        items: impl Iterator<Item = Concrete<'c>> + Clone,
        write: impl Fn(&mut Self, Concrete<'c>, Concrete<'c>),
    ) {
        if items.clone().count() == 1 {
            return items.for_each(|item| write(self, item, whole));
        }
        self.open(Kind::Sequence, whole);
        items.for_each(|item| write(self, item, item));
        self.close();
    }

    /// `Modifiers` with these tokens and annotations of a definition, which may be none.
    pub(crate) fn modifiers<'c>(
        &mut self,
        of: Concrete<'c>,
        items: impl Iterator<Item = Concrete<'c>> + Clone,
    ) {
        let (first, last) = (items.clone().next(), items.clone().last());
        let (Some(first), Some(last)) = (first, last) else {
            return self.empty(Kind::Modifiers, of.start());
        };
        self.open_over(Kind::Modifiers, first, last);
        for item in items {
            if item.is_named() { self.lower(item) } else { self.leaf(Kind::Token, item) }
        }
        self.close();
    }

    /// The type and the metavariable, wherever the grammar put them.
    fn typed(&mut self, node: Concrete<'_>) {
        let is_metavar = |node: &Concrete<'_>| node.hole() == Some(Hole::Metavar);
        let node = node.innermost();
        let mut holder = node;
        while let (Some(only), None) = (holder.named().next(), holder.named().nth(1)) {
            holder = only;
        }
        let parts = || holder.named();
        self.open(Kind::TypedMetavar, node);
        let of_type = holder
            .field("type")
            .or_else(|| holder.field("right"))
            .or_else(|| parts().find(|part| !is_metavar(part)));
        let is_type = |part: &Concrete<'_>| of_type.is_some_and(|of_type| of_type.id == part.id);
        self.slot(of_type);
        self.slot(parts().find(|part| is_metavar(part) && !is_type(part)));
        self.close();
    }

    fn tag(&self, kind: Kind, at: Concrete<'_>) -> u16 {
        match kind {
            Kind::Other | Kind::Token | Kind::Error => self.grammar.kind(at.kind_id()).tag,
            _ => 0,
        }
    }

    fn error(&mut self, node: Concrete<'_>) {
        self.open(Kind::Error, node);
        self.all(node);
        self.close();
    }

    fn by_row(&mut self, node: Concrete<'_>) {
        match node.grammar().kind(node.kind_id()).how {
            Some(how) => self.by(how, node),
            None if node.children().next().is_none() => self.leaf(Kind::Token, node),
            None => self.other(node),
        }
    }

    fn by(&mut self, how: &How, node: Concrete<'_>) {
        match how {
            How::Leaf(kind) => self.leaf(*kind, node),
            How::Node(kind, slots) => self.node(*kind, Op::None, slots, node),
            How::Op(kind, slots) => self.node(*kind, op_of(*kind, node), slots, node),
            How::One => self.one(node),
            How::Flat => self.all(node),
            How::Dotted => self.dotted(node.named()),
            How::String => self.string(node),
            How::Skip => {}
            How::Code(code) => code(self, node),
        }
    }

    fn node(&mut self, kind: Kind, op: Op, slots: &[Slot], node: Concrete<'_>) {
        self.open_op(kind, op, node);
        self.slots(slots, node);
        self.close();
    }

    fn slots(&mut self, slots: &[Slot], node: Concrete<'_>) {
        for slot in slots {
            match slot {
                Slot::Field(name) => self.slot(node.field(name)),
                Slot::Fields(name) => self.each(node.fields(name)),
                Slot::Nth(n) => self.slot(node.named().nth(*n)),
                Slot::All => self.all(node),
                Slot::Kind(kind) => self.slot(node.child_of_kind(kind)),
                Slot::Kinds(kind) => self.each(node.named().filter(|child| child.is(kind))),
                Slot::Absent => self.absent(),
            }
        }
    }

    /// A node without a kind of its own: its children, and its tokens that mean something.
    pub(crate) fn other(&mut self, node: Concrete<'_>) {
        self.open(Kind::Other, node);
        self.with_tokens(node);
        self.close();
    }

    /// All children of a node, and its tokens that mean something.
    pub(crate) fn with_tokens(&mut self, node: Concrete<'_>) {
        for child in node.children() {
            if child.is_named() {
                self.lower(child);
            } else if !self.grammar.kind(child.kind_id()).punctuation {
                self.leaf(Kind::Token, child);
            }
        }
    }
}

/// The operator among the tokens of a node.
pub(crate) fn op_of(kind: Kind, node: Concrete<'_>) -> Op {
    let mut children = node.children().enumerate();
    let found = children.find_map(|(n, child)| {
        if child.is_named() { None } else { operator(kind, child.kind(), n == 0) }
    });
    found.unwrap_or(Op::Other)
}
