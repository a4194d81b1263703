//! The grammar's own tree, copied flat: what the lowering works on.
//!
//! Comments, missing tokens and scaffold do not make it into the copy. Offsets stay those of the
//! rewritten text until a node is written to the common tree.

use portcullis_model::Span;
use tree_sitter::TreeCursor;

use crate::{
    grammar::{Grammar, Held, Inside},
    hole::Hole,
    parser,
    rewrite::Rewrite,
};

/// A node of the grammar's tree.
#[derive(Clone, Copy)]
struct Raw {
    kind: u16,
    field: u16,
    named: bool,
    error: bool,
    hole: Option<Hole>,
    start: u32,
    end: u32,
    /// One past the last descendant.
    next: u32,
}

/// The grammar's tree of one rewritten text.
pub(crate) struct ConcreteTree<'t> {
    pub(crate) grammar: &'static Grammar,
    pub(crate) rewrite: Rewrite<'t>,
    /// The original text of a pattern.
    pub(crate) pattern: Option<&'t str>,
    nodes: Vec<Raw>,
    /// Comments, in spans of the original.
    pub(crate) comments: Vec<Span>,
    /// What the grammar could make nothing of, in spans of the original.
    pub(crate) unread: Vec<Span>,
    /// Tokens that the grammar made up.
    pub(crate) missing: u32,
}

/// A node of the grammar's tree, as cheap as a reference.
#[derive(Clone, Copy)]
pub(crate) struct Concrete<'c> {
    tree: &'c ConcreteTree<'c>,
    pub(crate) id: u32,
}

impl<'t> ConcreteTree<'t> {
    /// Copies a parsed tree. `pattern` is a pattern's original text and its placeholders in order
    /// of place.
    pub(crate) fn copy(
        parsed: &tree_sitter::Tree,
        grammar: &'static Grammar,
        rewrite: Rewrite<'t>,
        pattern: Option<(&'t str, &[(Span, Hole)])>,
    ) -> Self {
        let (nodes, comments, unread) = Default::default();
        let (pattern, holes) = pattern.map_or((None, [].as_slice()), |(text, h)| (Some(text), h));
        let tree = Self { grammar, rewrite, pattern, nodes, comments, unread, missing: 0 };
        let mut copy = Copy { tree, holes, open: Vec::new(), inner: None };
        let mut cursor = parsed.walk();
        while copy.step(&mut cursor) {}
        copy.tree.comments.sort_unstable_by_key(|span| span.start);
        copy.tree
    }

    pub(crate) fn root(&self) -> Concrete<'_> {
        self.at(0)
    }

    pub(crate) fn at(&self, id: u32) -> Concrete<'_> {
        Concrete { tree: self, id }
    }

    /// The topmost error nodes.
    pub(crate) fn errors(&self) -> impl Iterator<Item = Concrete<'_>> {
        let ids = self.nodes.iter().zip(0u32..).filter(|(raw, _)| raw.error);
        ids.map(|(_, id)| self.at(id))
    }
}

/// A copy in progress.
struct Copy<'t, 'h> {
    tree: ConcreteTree<'t>,
    holes: &'h [(Span, Hole)],
    open: Vec<Open>,
    /// The language that is held in the node being copied, and where its text starts.
    inner: Option<(Held, u32)>,
}

/// A node above the one that is being copied.
struct Open {
    /// `None` for scaffold, whose children belong to the next node above.
    id: Option<u32>,
    error: bool,
}

impl Copy<'_, '_> {
    /// Copies the node under the cursor and moves on; `false` at the end.
    fn step(&mut self, cursor: &mut TreeCursor<'_>) -> bool {
        if self.enter(cursor) {
            if cursor.goto_first_child() {
                return true;
            }
            self.leave();
        }
        while !cursor.goto_next_sibling() {
            if !cursor.goto_parent() {
                return false;
            }
            self.leave();
        }
        true
    }

    /// Whether the node was opened, so that its children are next.
    fn enter(&mut self, cursor: &TreeCursor<'_>) -> bool {
        let node = cursor.node();
        let shift = self.inner.map_or(0, |(_, shift)| shift);
        let (start, end) = (offset(node.start_byte()) + shift, offset(node.end_byte()) + shift);
        // The root is there whatever it is, even where it covers nothing but scaffold.
        if self.open.is_empty() {
            self.unread(node, start, end);
            self.push(node, 0, start, end);
            return true;
        }
        if node.is_missing() {
            self.tree.missing += 1;
            return false;
        }
        if (node.is_extra() && !node.is_error()) || is_remark(node.kind()) {
            self.extra(node, start, end);
            return false;
        }
        let rewrite = &self.tree.rewrite;
        if rewrite.is_inserted(start) && node.is_error() {
            self.tree.missing += 1;
        }
        if rewrite.is_inserted(start) && rewrite.span(start, end).is_empty() {
            return false;
        }
        if start < rewrite.prefix() {
            self.open.push(Open { id: None, error: node.is_error() });
            return true;
        }
        let inside = self.inside(node, start, end);
        if matches!(inside, Inside::Skip) {
            return false;
        }
        self.unread(node, start, end);
        self.push(node, cursor.field_id().map_or(0, u16::from), start, end);
        match inside {
            Inside::Text(text) => self.inject(node, start, &text),
            Inside::Unreadable => self.tree.unread.push(self.tree.rewrite.span(start, end)),
            Inside::Plain | Inside::Skip => return true,
        }
        self.leave();
        false
    }

    /// What the node holds of another language. A placeholder holds nothing.
    fn inside(&self, node: tree_sitter::Node<'_>, start: u32, end: u32) -> Inside {
        let held = self.tree.grammar.held.filter(|_| self.inner.is_none());
        match held.filter(|_| self.hole(start, end).is_none()) {
            Some(held) => {
                (held.inside)(node, self.tree.rewrite.text(), self.tree.pattern.is_some())
            }
            None => Inside::Plain,
        }
    }

    /// Copies what the other language makes of a text in place of a node's children.
    fn inject(&mut self, node: tree_sitter::Node<'_>, start: u32, text: &str) {
        let Some(held) = self.tree.grammar.held else { return };
        let mut cursor = node.walk();
        for child in node.children(&mut cursor).filter(tree_sitter::Node::is_extra) {
            self.extra(child, offset(child.start_byte()), offset(child.end_byte()));
        }
        let Some(parsed) = parser::parse(held.grammar, text) else {
            let end = start.saturating_add(offset(text.len()));
            return self.tree.unread.push(self.tree.rewrite.span(start, end));
        };
        self.inner = Some((held, start));
        let mut cursor = parsed.walk();
        while self.step(&mut cursor) {}
        self.inner = None;
    }

    fn extra(&mut self, node: tree_sitter::Node<'_>, start: u32, end: u32) {
        if node.kind().contains("comment") || is_remark(node.kind()) {
            self.tree.comments.push(self.tree.rewrite.span(start, end));
        }
    }

    /// Counts a leaf that stands right below an error.
    fn unread(&mut self, node: tree_sitter::Node<'_>, start: u32, end: u32) {
        if node.child_count() != 0 {
            return;
        }
        if node.kind() == "text" && self.open.len() == 1 {
            self.inline_code(start, end);
        }
        if node.is_error() || self.parent_is_error() {
            let span = self.tree.rewrite.span(start, end);
            if !span.is_empty() {
                self.tree.unread.push(span);
            }
        }
    }

    /// Text around code that holds the end of code holds code whose start was cut off.
    fn inline_code(&mut self, start: u32, end: u32) {
        let text = Span::new(start, end).text(self.tree.rewrite.text());
        if let Some(code) = text.find("?>") {
            self.tree.unread.push(self.tree.rewrite.span(start, start + offset(code)));
        }
    }

    fn parent_is_error(&self) -> bool {
        self.open.last().is_some_and(|above| above.error)
    }

    fn push(&mut self, node: tree_sitter::Node<'_>, field: u16, start: u32, end: u32) {
        let id = offset(self.tree.nodes.len());
        let hole = self.hole(start, end).filter(|hole| may_be(*hole, node.kind()));
        let error = node.is_error();
        let held = self.inner.map(|(held, _)| held).filter(|_| !error);
        let kind = node.kind_id() + held.map_or(0, |held| held.first_kind);
        let field = field + held.filter(|_| field != 0).map_or(0, |held| held.first_field);
        let named = node.is_named() || self.tree.grammar.kind(kind).how.is_some();
        let raw = Raw { kind, field, named, error, hole, start, end, next: id + 1 };
        self.tree.nodes.push(raw);
        self.open.push(Open { id: Some(id), error });
    }

    fn hole(&self, start: u32, end: u32) -> Option<Hole> {
        if self.holes.is_empty() || self.open.is_empty() {
            return None;
        }
        let start = start + leading_space(Span::new(start, end).text(self.tree.rewrite.text()));
        let span = self.tree.rewrite.span(start, end);
        let found = self
            .holes
            .binary_search_by_key(&(span.start, span.end), |(hole, _)| (hole.start, hole.end));
        self.holes.get(found.ok()?).map(|(_, hole)| *hole)
    }

    fn leave(&mut self) {
        let next = offset(self.tree.nodes.len());
        if let Some(id) = self.open.pop().and_then(|above| above.id)
            && let Some(raw) = self.tree.nodes.get_mut(id as usize)
        {
            raw.next = next;
        }
    }
}

/// Whether a node of this kind that covers just a placeholder is the placeholder, and not a list
/// that holds it.
fn may_be(hole: Hole, kind: &str) -> bool {
    match hole {
        Hole::Metavar if kind == "attribute" => false,
        Hole::Ellipsis | Hole::EllipsisMetavar | Hole::Metavar => {
            !matches!(kind, "block" | "lambda_parameters" | "inferred_parameters")
        }
        Hole::Deep | Hole::Typed => !kind.ends_with("statement"),
    }
}

/// Bytes of white space at the start: some grammars have tokens that begin with it.
pub(crate) fn leading_space(text: &str) -> u32 {
    offset(text.len() - text.trim_start().len())
}

/// Whether a grammar's own nodes of this kind are comments, whatever they are called and
/// wherever they may stand.
fn is_remark(kind: &str) -> bool {
    matches!(kind, "hash_bang_line" | "Comment" | "marginalia")
}

fn offset(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

impl<'c> Concrete<'c> {
    #[expect(clippy::indexing_slicing, reason = "ids are made by the tree that they index")]
    fn raw(self) -> &'c Raw {
        &self.tree.nodes[self.id as usize]
    }

    pub(crate) fn grammar(self) -> &'static Grammar {
        self.tree.grammar
    }

    /// The grammar's name of its kind.
    pub(crate) fn kind(self) -> &'static str {
        self.tree.grammar.kind(self.raw().kind).name
    }

    pub(crate) fn kind_id(self) -> u16 {
        self.raw().kind
    }

    pub(crate) fn is(self, kind: &str) -> bool {
        self.kind() == kind
    }

    pub(crate) fn is_named(self) -> bool {
        self.raw().named
    }

    pub(crate) fn is_error(self) -> bool {
        self.raw().error
    }

    /// The lowest node that covers just what this one does and is the same placeholder.
    pub(crate) fn innermost(self) -> Concrete<'c> {
        let mut node = self;
        while let Some(only) = node.named().next().filter(|child| child.hole() == self.hole()) {
            node = only;
        }
        node
    }

    /// The lowest node that has all of this one's text, where those around it say nothing more: the
    /// word of a command that is a word.
    pub(crate) fn core(self) -> Concrete<'c> {
        let mut node = self;
        loop {
            let mut children = node.children();
            match (children.next(), children.next()) {
                (Some(only), None) if only.is_named() && only.span() == node.span() => node = only,
                _ => return node,
            }
        }
    }

    /// The placeholder that this node is, if it is one.
    pub(crate) fn hole(self) -> Option<Hole> {
        self.raw().hole
    }

    /// Whether it stands for any number of nodes.
    pub(crate) fn is_ellipsis(self) -> bool {
        matches!(self.hole(), Some(Hole::Ellipsis | Hole::EllipsisMetavar))
    }

    pub(crate) fn start(self) -> u32 {
        self.raw().start
    }

    pub(crate) fn end(self) -> u32 {
        self.raw().end
    }

    /// The rewritten text under it.
    pub(crate) fn text(self) -> &'c str {
        Span::new(self.start(), self.end()).text(self.tree.rewrite.text())
    }

    /// The rewritten text before it.
    pub(crate) fn before(self) -> &'c str {
        Span::new(0, self.start()).text(self.tree.rewrite.text())
    }

    /// The original text between two offsets of the rewritten text, if this is a pattern.
    pub(crate) fn pattern_text(self, start: u32, end: u32) -> Option<&'c str> {
        Some(self.tree.rewrite.span(start, end).text(self.tree.pattern?))
    }

    /// Where a byte of the pattern's text from `start` on stands in the rewritten text.
    pub(crate) fn place_in_pattern(self, start: u32, bytes: u32) -> u32 {
        let rewrite = &self.tree.rewrite;
        rewrite.place(rewrite.span(start, start.saturating_add(1)).start.saturating_add(bytes))
    }

    /// The rewritten text between two offsets inside it.
    pub(crate) fn text_between(self, start: u32, end: u32) -> Option<&'c str> {
        let (from, to) = (start.checked_sub(self.start())?, end.checked_sub(self.start())?);
        self.text().get(from as usize..to as usize)
    }

    /// What stands between the quotes. The grammar may have put in closing ones that the text
    /// has not.
    pub(crate) fn inside(self, quotes: &str) -> Span {
        let text = self.text();
        let width = u32::try_from(quotes.len()).unwrap_or(0);
        let start = if text.starts_with(quotes) { self.start() + width } else { self.start() };
        let closed = text.len() >= 2 * quotes.len() && text.ends_with(quotes);
        let end = if closed { self.end().saturating_sub(width) } else { self.end() };
        Span::new(start.min(self.end()), end.max(start.min(self.end())))
    }

    /// The nodes that begin before it, the nearest first.
    pub(crate) fn earlier(self) -> impl Iterator<Item = Concrete<'c>> {
        (0..self.id).rev().map(move |id| self.tree.at(id))
    }

    /// The node that it is a child of.
    pub(crate) fn holder(self) -> Option<Concrete<'c>> {
        self.earlier().find(|above| above.raw().next > self.id)
    }

    /// How many nodes are below it.
    pub(crate) fn nodes_inside(self) -> u32 {
        self.raw().next.saturating_sub(self.id + 1)
    }

    /// Whether a node of this kind is below it.
    pub(crate) fn holds(self, kind: &str) -> bool {
        (self.id + 1..self.raw().next).any(|id| self.tree.at(id).is(kind))
    }

    /// Its span in the original.
    pub(crate) fn span(self) -> Span {
        self.tree.rewrite.span(self.start(), self.end())
    }

    /// Name of the field of its parent in which it stands, or an empty string.
    pub(crate) fn field_name(self) -> &'static str {
        self.tree.grammar.field(self.raw().field)
    }

    /// All children, tokens included.
    pub(crate) fn children(self) -> impl Iterator<Item = Concrete<'c>> + Clone {
        let (tree, end) = (self.tree, self.raw().next);
        let at = move |id: u32| (id < end).then_some(Concrete { tree, id });
        std::iter::successors(at(self.id + 1), move |node| at(node.raw().next))
    }

    /// The children that are not mere tokens.
    pub(crate) fn named(self) -> impl Iterator<Item = Concrete<'c>> + Clone {
        self.children().filter(|child| child.is_named())
    }

    /// The named children that have no field.
    pub(crate) fn unlabeled(self) -> impl Iterator<Item = Concrete<'c>> + Clone {
        self.named().filter(|child| child.raw().field == 0 && !child.is_error())
    }

    /// The first named child in a field.
    pub(crate) fn field(self, name: &str) -> Option<Concrete<'c>> {
        self.fields(name).next()
    }

    /// All named children in a field.
    pub(crate) fn fields(self, name: &str) -> impl Iterator<Item = Concrete<'c>> + Clone {
        self.named().filter(move |child| child.raw().field != 0 && child.field_name() == name)
    }

    /// The first child of a kind, token or not.
    pub(crate) fn child_of_kind(self, kind: &str) -> Option<Concrete<'c>> {
        self.children().find(|child| child.is(kind))
    }

    /// Whether one of its tokens reads so.
    pub(crate) fn has_token(self, token: &str) -> bool {
        self.children().any(|child| !child.is_named() && child.is(token))
    }
}
