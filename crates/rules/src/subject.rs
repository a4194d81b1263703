//! A file as the matcher sees it: its tree with the role of every node, nodes by kind, import
//! aliases, and (computed when first asked for) constants and declared types.

use std::{
    cell::{OnceCell, RefCell},
    collections::HashMap,
    rc::Rc,
};

use portcullis_model::Span;
use portcullis_syntax::{Kind, Node, NodeId, Tree};

use crate::{
    definitions::{Definitions, definitions},
    flow::{Const, Constants, constants},
    generic::{Look, Text},
    prefilter::hash,
    resolve::{Imports, imports},
    roles::{Role, roles},
    types::{Types, types},
};

/// A file, or a part of one that is matched on its own.
#[derive(Debug)]
pub(crate) struct Subject<'a> {
    pub(crate) tree: &'a Tree,
    pub(crate) language: &'a str,
    roles: Vec<Role>,
    /// The nodes of each kind, by its number.
    by_kind: Vec<Vec<NodeId>>,
    constants: OnceCell<Constants>,
    imports: OnceCell<Imports>,
    types: OnceCell<Types>,
    definitions: OnceCell<Definitions>,
    returns: OnceCell<Vec<NodeId>>,
    /// By the hash of the name.
    names: OnceCell<HashMap<u32, Vec<NodeId>>>,
    /// The text as words and marks, in the ways in which rules look at it.
    generic: RefCell<Vec<(Look, Rc<Text>)>>,
}

impl<'a> Subject<'a> {
    pub(crate) fn new(tree: &'a Tree, language: &'a str) -> Self {
        let mut by_kind = vec![Vec::new(); usize::from(u8::MAX)];
        for node in tree.nodes() {
            if let Some(nodes) = by_kind.get_mut(node.kind() as usize) {
                nodes.push(node.id());
            }
        }
        Self {
            tree,
            language,
            roles: roles(tree, language),
            by_kind,
            constants: OnceCell::new(),
            imports: OnceCell::new(),
            types: OnceCell::new(),
            definitions: OnceCell::new(),
            returns: OnceCell::new(),
            names: OnceCell::new(),
            generic: RefCell::new(Vec::new()),
        }
    }

    /// The text as words and marks.
    pub(crate) fn generic(&self, look: &Look) -> Rc<Text> {
        // How long an ellipsis may be has nothing to do with how the text is read.
        let look = Look { ellipsis_lines: 0, caseless: false, ..look.clone() };
        let mut known = self.generic.borrow_mut();
        if let Some((_, text)) = known.iter().find(|(have, _)| *have == look) {
            return Rc::clone(text);
        }
        let text = Rc::new(Text::read(self.tree.source(), &look, false));
        known.push((look, Rc::clone(&text)));
        text
    }

    /// The nodes of a kind, in order.
    pub(crate) fn of_kind(&self, kind: Kind) -> &[NodeId] {
        self.by_kind.get(kind as usize).map_or(&[], Vec::as_slice)
    }

    /// Where a name stands, in order, and perhaps another one.
    pub(crate) fn places(&self, name: &str) -> &[NodeId] {
        let names = self.names.get_or_init(|| {
            let mut names: HashMap<u32, Vec<NodeId>> = HashMap::new();
            for id in self.of_kind(Kind::Name) {
                names.entry(hash(self.tree.node(*id).text())).or_default().push(*id);
            }
            names
        });
        names.get(&hash(name)).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn role(&self, node: NodeId) -> Role {
        self.roles.get(node.0 as usize).copied().unwrap_or(Role::Part)
    }

    pub(crate) fn constants(&self) -> &Constants {
        self.constants.get_or_init(|| constants(self.tree, self.language))
    }

    /// The variable that a name means, where it is known.
    pub(crate) fn symbol(&self, node: NodeId) -> Option<u32> {
        self.constants().symbol(node)
    }

    /// The constant that an expression is, literals included.
    pub(crate) fn constant(&self, node: NodeId) -> Option<&Const> {
        self.constants().value(node)
    }

    /// Whether a function gives back what it ends with.
    pub(crate) fn gives_last(&self) -> bool {
        matches!(self.language, "ruby" | "rust")
    }

    /// Statements and expressions that a function gives back without saying `return`, in order.
    pub(crate) fn implicit_returns(&self) -> &[NodeId] {
        self.returns.get_or_init(|| match self.gives_last() {
            true => implicit_returns(self),
            false => Vec::new(),
        })
    }

    /// Whether an expression is one of several constant strings.
    pub(crate) fn is_text(&self, node: NodeId) -> bool {
        self.constants().is_text(node)
    }

    pub(crate) fn imports(&self) -> &Imports {
        self.imports.get_or_init(|| imports(self))
    }

    pub(crate) fn types(&self) -> &Types {
        self.types.get_or_init(|| types(self))
    }

    pub(crate) fn definitions(&self) -> &Definitions {
        self.definitions.get_or_init(|| definitions(self))
    }

    /// Whether the language is Java, whose basic types have two names each.
    pub(crate) fn is_java(&self) -> bool {
        self.language == "java"
    }

    /// Whether object literals are records, whose entries have no order.
    pub(crate) fn has_records(&self) -> bool {
        matches!(self.language, "javascript" | "typescript")
    }

    /// Whether there are elements, whose attributes have no order.
    pub(crate) fn has_elements(&self) -> bool {
        matches!(self.language, "javascript" | "typescript" | "html" | "xml")
    }

    /// Whether the entries of a dictionary have no order: `None` where they have one, else whether
    /// a pattern may leave entries out without saying so.
    pub(crate) fn unordered_entries(&self) -> Option<bool> {
        match self.language {
            "javascript" | "typescript" | "json" | "hcl" => Some(true),
            "yaml" => Some(false),
            _ => None,
        }
    }

    /// Whether `"1"` may stand for `1` and `"true"` for `true`.
    pub(crate) fn converts_strings(&self) -> bool {
        self.language == "hcl"
    }

    /// Whether a module is called by the last part of its path.
    pub(crate) fn calls_modules_by_path(&self) -> bool {
        self.language == "go"
    }

    /// Whether a string literal is a pointer.
    pub(crate) fn has_pointers(&self) -> bool {
        matches!(self.language, "c" | "cpp")
    }

    /// Whether a whole number is an `int`, and nothing else, where no type is written.
    pub(crate) fn counts_in_int(&self) -> bool {
        self.language == "go"
    }

    /// Whether the case of words does not matter.
    pub(crate) fn ignores_case(&self) -> bool {
        matches!(self.language, "php" | "sql")
    }

    /// What a value is whose type is only asserted: `x` for `x as T` of TypeScript.
    pub(crate) fn asserted<'t>(&self, node: Node<'t>) -> Node<'t> {
        let wanted = self.language == "typescript" && node.kind() == Kind::Cast;
        node.child(1).filter(|_| wanted).unwrap_or(node)
    }

    pub(crate) fn is_scala(&self) -> bool {
        self.language == "scala"
    }

    /// Whether a word before a string may be a function that makes it.
    pub(crate) fn has_custom_strings(&self) -> bool {
        self.language == "scala"
    }

    pub(crate) fn is_rust(&self) -> bool {
        self.language == "rust"
    }

    pub(crate) fn is_ruby(&self) -> bool {
        self.language == "ruby"
    }

    pub(crate) fn is_python(&self) -> bool {
        self.language == "python"
    }

    /// The text of a string without its quotes: of a literal without interpolation, or of a
    /// constant.
    pub(crate) fn content(&self, node: Node<'_>) -> Option<&str> {
        match node.kind() {
            Kind::StringText => Some(node.span().text(self.tree.source())),
            Kind::String => match content(node) {
                Some(span) => Some(span.text(self.tree.source())),
                None => self.constant_text(node),
            },
            _ => self.constant_text(node),
        }
    }

    fn constant_text(&self, node: Node<'_>) -> Option<&str> {
        match node.kind() {
            Kind::StringText => None,
            _ => match self.constant(node.id()) {
                Some(Const::Str(text)) => Some(text),
                _ => None,
            },
        }
    }

    /// The smallest node that covers a span, or exactly fits it with the outermost preferred.
    pub(crate) fn node_at(&self, span: Span) -> NodeId {
        let mut best = self.tree.root();
        loop {
            if best.span() == span {
                return best.id();
            }
            let inner = best.children().find(|child| child.span().contains(span));
            match inner {
                Some(child) => best = child,
                None => return best.id(),
            }
        }
    }
}

/// The span inside the quotes of a string literal that has no interpolation and is in one piece.
pub(crate) fn content(string: Node<'_>) -> Option<Span> {
    let mut parts = string.children();
    let Some(first) = parts.next() else {
        let span = string.span();
        let middle = span.start.saturating_add(span.len() / 2);
        return Some(Span::new(middle, middle));
    };
    let plain = first.kind() == Kind::StringText && parts.next().is_none();
    plain.then(|| first.span())
}

/// The last statement of each function, and of what it ends with.
fn implicit_returns(subject: &Subject<'_>) -> Vec<NodeId> {
    let bodies = subject.of_kind(Kind::Function).iter();
    let bodies = bodies.filter_map(|id| subject.tree.node(*id).child(4));
    let mut open: Vec<Node<'_>> = bodies.collect();
    let mut found = Vec::new();
    while let Some(node) = open.pop() {
        match node.kind() {
            Kind::Block => open.extend(node.children().last()),
            Kind::If => open.extend(node.children().skip(1)),
            Kind::Switch => open.extend(node.children().skip(1).filter_map(|case| case.child(1))),
            Kind::Try => open.extend(ends_of_try(node)),
            Kind::Catch => open.extend(node.child(2)),
            Kind::Finally => open.extend(node.child(0)),
            Kind::ExprStmt => found.push(node.id()),
            _ if subject.role(node.id()) == Role::Expression => found.push(node.id()),
            _ => {}
        }
    }
    found.sort_unstable();
    found
}

/// What a `try` ends with: its `finally`, or else its body or a handler.
fn ends_of_try(node: Node<'_>) -> Vec<Node<'_>> {
    let at_last = node.children().find(|part| part.kind() == Kind::Finally);
    at_last.map_or_else(|| node.children().collect(), |part| vec![part])
}
