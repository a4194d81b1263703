//! Definitions and compound statements: what the pattern leaves out, the target may have.

use portcullis_syntax::{Kind, Node, Op};

use super::{Goal, Machine, Seq, Value, lists::is_ellipsis};
use crate::{roles::Role, rule::Leaf};

impl<'a> Machine<'a> {
    /// The first `N` children of both.
    fn parts<const N: usize>(p: Node<'a>, t: Node<'a>) -> Option<[(Node<'a>, Node<'a>); N]> {
        let pairs: Vec<_> = p.children().zip(t.children()).take(N).collect();
        pairs.try_into().ok()
    }

    /// A slot that may hold anything where the pattern leaves it empty.
    fn optional(&mut self, pair: (Node<'a>, Node<'a>)) {
        let (p, t) = pair;
        if !p.is_absent() {
            self.push(Goal::Slot(p.id(), t.id()));
        }
    }

    fn strict(&mut self, pair: (Node<'a>, Node<'a>)) {
        self.push(Goal::Slot(pair.0.id(), pair.1.id()));
    }

    /// A function, method or lambda; `key: function` of a record is a function of that name.
    pub(super) fn function(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        let key = match t.kind() {
            Kind::Pair => t.child(0),
            _ => keyed(t),
        };
        let Some(definition) = (if t.kind() == Kind::Pair { t.child(1) } else { Some(t) }) else {
            return false;
        };
        if definition.kind() != Kind::Function {
            return false;
        }
        let arrow = |node: Node<'_>| !node.text().starts_with("function");
        if !self.context.options.arrow_is_function && arrow(p) != arrow(definition) {
            return false;
        }
        let Some([modifiers, name, params, of_type, body]) = Self::parts(p, definition) else {
            return false;
        };
        self.function_body(body);
        self.optional(of_type);
        self.strict(params);
        self.strict(modifiers);
        match (key, is_lambda(p), self.is_lambda_of_target(definition)) {
            _ if name.0.kind() == Kind::Ellipsis => {}
            (Some(_), ..) if keyed(p).is_some() => {}
            (Some(key), false, _) => self.strict((name.0, key)),
            // What a lambda is called says nothing.
            (None, true, true) => {}
            (None, false, false) => self.strict(name),
            _ => return false,
        }
        true
    }

    /// Whether a function of the target stands where a value does.
    fn is_lambda_of_target(&self, t: Node<'a>) -> bool {
        let unnamed = t.child(1).is_none_or(Node::is_absent);
        unnamed || self.subject.role(t.id()) == Role::Expression
    }

    /// A body that is left out, or is `{ ... }`, matches a function without body too.
    fn function_body(&mut self, body: (Node<'a>, Node<'a>)) {
        let (p, t) = body;
        let open = p.kind() == Kind::Block && p.children().all(is_ellipsis);
        if p.is_absent() || open {
            return;
        }
        match (p.kind(), t.kind()) {
            (Kind::Block, Kind::Block) => self.push(Goal::Body(p.id(), t.id())),
            // The expression of a lambda is its value: `{ return e; }`.
            (Kind::Block, _) => {
                let value = p.child(0).filter(|_| p.children().count() == 1);
                let value = value.and_then(|statement| statement.child(0)).unwrap_or(p);
                self.push(Goal::Slot(value.id(), t.id()));
            }
            (_, Kind::Block) if p.kind() != Kind::Metavar => {
                let value = t.child(0).filter(|_| t.children().count() == 1);
                let value = value.filter(|statement| statement.kind() == Kind::Return);
                let value = value.and_then(|statement| statement.child(0)).unwrap_or(t);
                self.push(Goal::Slot(p.id(), value.id()));
            }
            _ => self.push(Goal::Slot(p.id(), t.id())),
        }
    }

    /// All modifiers and annotations of the pattern are among those of the target.
    pub(super) fn modifiers(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        let words = |node: Node<'a>| node.children().filter(|item| item.kind() == Kind::Token);
        let have = |word: &str| {
            let declares =
                word == "var" && self.subject.has_records() && self.context.options.let_is_var;
            words(t).any(|item| item.text() == word || (declares && is_declaration(item.text())))
        };
        if !words(p).all(|word| have(word.text())) {
            return false;
        }
        let rest: Vec<_> = p.children().filter(|item| item.kind() != Kind::Token).collect();
        if !rest.is_empty() {
            // Words were dealt with: what is left are annotations, each another one.
            let chain = u32::try_from(self.chains.len()).unwrap_or(u32::MAX);
            self.chains.push(rest.into_iter().map(Node::id).collect());
            let p = Seq::Chain { chain, at: 0 };
            return self.unordered(p, self.below(t), true);
        }
        true
    }

    /// An annotation; one without arguments is the same as one with none.
    pub(super) fn annotation(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        let (Some(pe), Some(te)) = (p.child(0), t.child(0)) else { return false };
        let bare = |node: Node<'a>| node.kind() != Kind::Call;
        match (bare(pe), bare(te)) {
            (true, false) => {
                let empty = te.child(1).is_some_and(Node::is_leaf);
                empty && te.child(0).is_some_and(|callee| self.node(pe, callee))
            }
            // `@Foo(...)` matches `@Foo`, which is a call without arguments.
            (false, true) => {
                let (Some(callee), Some(args)) = (pe.child(0), pe.child(1)) else { return false };
                let nothing = Seq::Siblings { at: te.end().0, end: te.end().0 };
                self.push(Goal::Args { p: self.below(args), t: nothing, used: super::NIL });
                self.node(callee, te)
            }
            _ => self.node(pe, te),
        }
    }

    /// A parameter: its type and default count only where the pattern writes them.
    pub(super) fn param(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        let spread = |op| matches!(op, Op::Spread | Op::SpreadDict);
        if p.op() != t.op() && (spread(p.op()) || spread(t.op())) {
            return false;
        }
        let Some([modifiers, of_type, target, default]) = Self::parts(p, t) else { return false };
        self.optional(default);
        self.optional(of_type);
        self.strict(modifiers);
        self.strict(target);
        true
    }

    /// A variable: its type counts only where the pattern writes it, its value always.
    pub(super) fn variable(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        let Some([modifiers, of_type, target, init]) = Self::parts(p, t) else { return false };
        self.strict(init);
        self.optional(of_type);
        self.strict(modifiers);
        self.strict(target);
        true
    }

    /// `target = value`, which a definition with a value is too.
    pub(super) fn assign(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        let (target, value) = match t.kind() {
            Kind::VarDef if p.op() == Op::Assign && self.context.options.vardef_assign => {
                (t.child(2), t.child(3).filter(|init| !init.is_absent()))
            }
            Kind::Assign if p.op() == t.op() || (p.op() == Op::Assign && t.op() == Op::Walrus) => {
                (t.child(0), t.child(1))
            }
            _ => return false,
        };
        let (Some(target), Some(value)) = (target, value) else { return false };
        let (Some(p_target), Some(p_value)) = (p.child(0), p.child(1)) else { return false };
        // Ruby's `a, b = 1, 2` is two assignments.
        if self.subject.is_ruby() && p_target.kind() == Kind::Name && is_tuple(target, value) {
            for (target, value) in target.children().zip(value.children()) {
                if target.text() == p_target.text() {
                    return self.node(p_value, value);
                }
            }
        }
        self.push(Goal::Node(p_value.id(), value.id()));
        self.node(p_target, target)
    }

    /// A class: bases that the pattern writes are among the target's, and so are the members.
    pub(super) fn class(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        let Some([modifiers, name, bases, body]) = Self::parts(p, t) else { return false };
        if p.op() != t.op() || p.tag() != t.tag() || sort(modifiers.0) != sort(modifiers.1) {
            return false;
        }
        if body.0.kind() == Kind::Block {
            let (members, target) = (self.below(body.0), self.below(body.1));
            self.push(Goal::AnyOrder { p: members, t: target, used: super::NIL, less: true });
        }
        let (base, target) = (self.below(bases.0), self.below(bases.1));
        self.push(Goal::AnyOrder { p: base, t: target, used: super::NIL, less: true });
        self.strict(modifiers);
        self.strict(name);
        true
    }

    /// `if`: a pattern without `else` matches one with.
    pub(super) fn branch(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        let Some([condition, then, otherwise]) = Self::parts(p, t) else { return false };
        if !otherwise.0.is_absent() {
            self.push(Goal::Body(otherwise.0.id(), otherwise.1.id()));
        }
        if !then.0.is_absent() {
            self.push(Goal::Body(then.0.id(), then.1.id()));
        }
        self.node(condition.0, condition.1)
    }

    /// `for (...)` matches every kind of `for`.
    pub(super) fn any_for(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        let (Some(first), Some(p_body), Some(t_body)) =
            (p.child(0), p.child(3), t.children().last())
        else {
            return false;
        };
        self.push(Goal::Body(p_body.id(), t_body.id()));
        let rest_open = p.children().skip(1).take(2).all(Node::is_absent);
        if first.kind() == Kind::Ellipsis && rest_open {
            return true;
        }
        if t.kind() != Kind::For {
            return false;
        }
        let Some(slots) = Self::parts::<3>(p, t) else { return false };
        for slot in slots.into_iter().rev() {
            self.strict(slot);
        }
        true
    }

    /// `try`: handlers of the pattern are among the target's, in any order; `finally` counts.
    pub(super) fn attempt(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        let (Some(p_last), Some(t_last)) = (p.children().last(), t.children().last()) else {
            return false;
        };
        let (Some(p_body), Some(t_body)) = (p.child(0), t.child(0)) else { return false };
        let handlers =
            |body: Node<'a>, last: Node<'a>| Seq::Siblings { at: body.end().0, end: last.id().0 };
        let (p_handlers, t_handlers) = (handlers(p_body, p_last), handlers(t_body, t_last));
        // A `try` alone is a part of a statement: whatever follows it may follow.
        let partial = self.first_p(p_handlers).is_none() && p_last.is_absent();
        if !partial {
            self.push(Goal::Slot(p_last.id(), t_last.id()));
        }
        let less = partial || self.first_p(p_handlers).is_some();
        self.push(Goal::AnyOrder { p: p_handlers, t: t_handlers, used: super::NIL, less });
        self.push(Goal::Body(p_body.id(), t_body.id()));
        true
    }

    /// `with`: items that the pattern writes are among the target's.
    pub(super) fn with(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        let (Some(p_body), Some(t_body)) = (p.children().last(), t.children().last()) else {
            return false;
        };
        self.push(Goal::Body(p_body.id(), t_body.id()));
        let items = |node: Node<'a>, body: Node<'a>| Seq::Siblings {
            at: node.id().0.saturating_add(1),
            end: body.id().0,
        };
        self.unordered(items(p, p_body), items(t, t_body), true)
    }

    /// Imports: an alias counts only where the pattern writes one.
    pub(super) fn import(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        let Some([module, name, alias]) = Self::parts(p, t) else { return false };
        self.optional(alias);
        let of_members = |node: Node<'_>| node.text().starts_with("import static");
        if of_members(p) && !of_members(t) {
            return false;
        }
        if !self.subject.has_records() && module.0.kind() != Kind::String {
            return self.import_path((module.0, name.0), (module.1, name.1));
        }
        match name.0.kind() {
            Kind::Absent if alias.0.is_absent() => {}
            // TypeScript's `import x = require("m")` is all of a module.
            Kind::Token if name.1.is_absent() && t.text().contains("require(") => {}
            // `import x from "m"` names the default, in the target too.
            Kind::Absent => self.strict(name),
            Kind::Metavar if name.1.is_absent() && alias.0.is_absent() => {
                self.push(Goal::Slot(name.0.id(), alias.1.id()));
            }
            _ => self.optional(name),
        }
        self.module(module.0, module.1)
    }

    /// A module matches itself and what lies below it.
    fn module(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        if p.kind() == Kind::Metavar && t.kind() == Kind::String {
            return self.bind(p.id(), super::Value::Node(t.id()));
        }
        let wanted = crate::subject::content(p).map(|span| span.text(self.pattern.source()));
        let plain = p.child(0).is_none_or(|part| self.leaf(part.id()) == Leaf::Plain);
        let plain = plain && p.child(0).is_none_or(|part| part.kind() == Kind::StringText);
        match (wanted, self.subject.content(t)) {
            (Some(wanted), Some(have)) if plain => {
                have == wanted
                    || have.strip_prefix(wanted).is_some_and(|rest| rest.starts_with('/'))
            }
            _ => self.node(p, t),
        }
    }

    /// `const x = require("m")` is an import too.
    pub(super) fn required(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        let (Some(module), Some(name), Some(alias)) = (p.child(0), p.child(1), p.child(2)) else {
            return false;
        };
        let (Some(target), Some(call)) = (t.child(2), t.child(3)) else { return false };
        let is_require = call.child(0).is_some_and(|callee| callee.text() == "require");
        let path = call.child(1).and_then(|args| args.child(0));
        let Some(path) = path.filter(|_| self.subject.has_records() && is_require) else {
            return false;
        };
        let named = if alias.is_absent() { name } else { alias };
        match (named.is_absent(), name.kind(), target.kind()) {
            (true, ..) => {}
            (_, Kind::Absent | Kind::Token, Kind::Name) => {
                self.push(Goal::Node(named.id(), target.id()));
            }
            (_, _, Kind::Dict) => self.push(Goal::AnyOrder {
                p: Seq::only(named),
                t: Seq::children(target),
                used: super::NIL,
                less: true,
            }),
            _ => return false,
        }
        self.module(module, path)
    }

    /// `catch ($E)` also matches a handler that names nothing.
    pub(super) fn handler(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        let Some([of_type, name, body]) = Self::parts(p, t) else { return false };
        self.push(Goal::Body(body.0.id(), body.1.id()));
        if [of_type.0, name.0].iter().any(|slot| slot.kind() == Kind::Ellipsis) {
            if name.0.kind() == Kind::Metavar {
                self.strict(name);
            }
            return true;
        }
        let unnamed = name.1.is_absent() && of_type.1.is_absent() && self.subject.has_records();
        if !(unnamed && matches!(name.0.kind(), Kind::Metavar | Kind::Ellipsis)) {
            self.strict(name);
        }
        match (of_type.0.kind(), of_type.1.kind()) {
            // `except (..., E, ...)` matches `except E`.
            (Kind::Tuple, other) if other != Kind::Tuple && !of_type.1.is_absent() => {
                self.push(Goal::List(self.below(of_type.0), Seq::only(of_type.1)));
            }
            _ => self.strict(of_type),
        }
        true
    }

    /// `for (x of xs)`: the pattern may name the variable without declaring it.
    /// `for (...; x <- y)`: any loops and conditions around one.
    pub(super) fn any_loops(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        let Some(inner) = p.child(2) else { return false };
        let below = match t.kind() {
            Kind::ForEach => t.child(2),
            Kind::If if t.child(2).is_some_and(Node::is_absent) => t.child(1),
            _ => None,
        };
        if let Some(below) = below {
            self.or(Goal::Node(p.id(), below.id()));
        }
        self.push(Goal::Body(inner.id(), t.id()));
        true
    }

    pub(super) fn for_each(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        let Some([target, iterable, body]) = Self::parts(p, t) else { return false };
        self.push(Goal::Body(body.0.id(), body.1.id()));
        self.strict(iterable);
        let declared = target.1.kind() == Kind::VarDef && target.0.kind() != Kind::VarDef;
        let name = if declared { target.1.child(2).unwrap_or(target.1) } else { target.1 };
        self.push(Goal::Slot(target.0.id(), name.id()));
        true
    }

    /// `import a.b` is `from a import b`, and the beginning of what is imported from below it.
    fn import_path(&mut self, p: (Node<'a>, Node<'a>), t: (Node<'a>, Node<'a>)) -> bool {
        let (wanted, have) = (import_parts(p.0, p.1), import_parts(t.0, t.1));
        if let ([only], false) = (wanted.as_slice(), self.subject.is_python())
            && only.kind() == Kind::Metavar
        {
            let span = t.0.span().join(if t.1.is_absent() { t.0.span() } else { t.1.span() });
            return self.bind(only.id(), Value::Text(span));
        }
        if p.1.kind() == Kind::Token && t.1.kind() != Kind::Token {
            return false;
        }
        if wanted.len() > have.len() || t.0.text().starts_with('.') != p.0.text().starts_with('.') {
            return false;
        }
        let pairs = wanted.into_iter().zip(have);
        for (wanted, have) in pairs {
            match wanted.kind() {
                Kind::Ellipsis => {}
                Kind::Metavar => self.push(Goal::Node(wanted.id(), have.id())),
                _ if wanted.text() == have.text() => {}
                _ => return false,
            }
        }
        true
    }
}

/// The parts of what is imported, outermost first.
fn import_parts<'t>(module: Node<'t>, name: Node<'t>) -> Vec<Node<'t>> {
    let mut parts = Vec::new();
    if !name.is_absent() && name.kind() != Kind::Token {
        parts.push(name);
    }
    let mut at = module;
    while let (Kind::Member, Some(object), Some(last)) = (at.kind(), at.child(0), at.child(1)) {
        parts.push(last);
        at = object;
    }
    parts.push(at);
    parts.reverse();
    parts
}

/// The word that says what kind of class it is, where it is not `class`.
fn sort(modifiers: Node<'_>) -> Option<&str> {
    const SORTS: &[&str] =
        &["interface", "record", "trait", "struct", "library", "contract", "object"];
    modifiers.children().map(Node::text).find(|word| SORTS.contains(word))
}

fn is_declaration(word: &str) -> bool {
    matches!(word, "var" | "let" | "const")
}

/// Whether a function of the pattern stands where a value does.
fn is_lambda(p: Node<'_>) -> bool {
    let statement = |up: Node<'_>| {
        matches!(up.kind(), Kind::Root | Kind::Block | Kind::Sequence | Kind::Other | Kind::Dict)
    };
    p.child(1).is_none_or(Node::is_absent) || !p.parent().is_none_or(statement)
}

/// The key of the record entry whose value a function is.
fn keyed(function: Node<'_>) -> Option<Node<'_>> {
    let pair = function.parent().filter(|up| up.kind() == Kind::Pair)?;
    let named = function.child(1).is_some_and(|name| !name.is_absent());
    if named { None } else { pair.child(0).filter(|key| key.id() != function.id()) }
}

/// Whether as many values are assigned as there are targets.
fn is_tuple(target: Node<'_>, value: Node<'_>) -> bool {
    let tuple = |node: Node<'_>| node.kind() == Kind::Tuple;
    tuple(target) && tuple(value) && target.children().count() == value.children().count()
}
