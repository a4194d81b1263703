//! One pattern node against one target node: the kinds that need no more than their parts.

use portcullis_model::Span;
use portcullis_syntax::{Kind, Node, NodeId, Op};

use super::{Goal, Machine, Seq, Value, bind::same_integers};
use crate::{flow::Const, rule::Leaf};

impl<'a> Machine<'a> {
    pub(super) fn node(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        if let Some(value) = self.propagated(p, t) {
            self.or(Goal::Node(p.id(), value.id()));
        }
        match p.kind() {
            kind if t.kind() == Kind::Amended && !stands_for_all(kind) => self.amended(p, t),
            Kind::Metavar => self.metavariable(p, t),
            Kind::Ellipsis => true,
            Kind::EllipsisMetavar => self.lone(p, t),
            Kind::Deep => self.anywhere(p, t),
            Kind::TypedMetavar => self.typed(p, t),
            Kind::ExprStmt => self.expression_statement(p, t),
            Kind::Name => self.name(p, t),
            Kind::Member => self.member(p, t),
            Kind::String => self.string(p, t),
            Kind::Int | Kind::Float | Kind::Bool | Kind::Null => self.literal(p, t),
            Kind::Regex => self.regex_literal(p, t),
            Kind::Absent => t.is_absent(),
            Kind::Generic => self.generic(p, t),
            _ => self.composite(p, t),
        }
    }

    /// With symbolic propagation, the expression that a name stands for.
    fn propagated(&self, p: Node<'a>, t: Node<'a>) -> Option<Node<'a>> {
        let wanted = self.context.options.symbolic_propagation
            && t.kind() == Kind::Name
            && matches!(
                p.kind(),
                Kind::Call
                    | Kind::Member
                    | Kind::New
                    | Kind::Binary
                    | Kind::Index
                    | Kind::Dict
                    | Kind::List
                    | Kind::String
                    | Kind::Name
                    | Kind::Await
            );
        let value = wanted.then(|| self.subject.definitions().value(self.subject, t)).flatten()?;
        self.context.budget.take(1).then_some(value)
    }

    /// Kinds with parts. Some match more than their own kind.
    fn composite(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        match (p.kind(), t.kind()) {
            (Kind::Assign, Kind::Assign | Kind::VarDef) => self.assign(p, t),
            (Kind::Function, Kind::Function | Kind::Pair) => self.function(p, t),
            (Kind::For, Kind::ForEach) => self.any_for(p, t),
            (Kind::ForEach, _) if is_any_loop(p) => self.any_loops(p, t),
            (Kind::ForEach, Kind::ForEach) => self.for_each(p, t),
            (Kind::Import, Kind::VarDef) => self.required(p, t),
            (Kind::Pair, Kind::Name) => self.shorthand(p, t),
            (Kind::Other, Kind::Other) if self.is_element(p) => self.element(p, t),
            (Kind::List | Kind::Set, Kind::Comprehension | Kind::Dict) => open_collection(p, t),
            (Kind::Sequence, _) => self.several(p, t),
            (Kind::Block, _) if self.is_statement(t) => self.body(p, t),
            (pk, Kind::Block) if stands_alone(pk) => self.body(p, t),
            (Kind::Return, tk) if tk != Kind::Return => self.implicit_return(p, t),
            // Scala's `f { x => ... }` is `f { ... }`.
            (Kind::Block, Kind::Function) if t.child(1).is_some_and(Node::is_absent) => {
                t.child(4).is_some_and(|body| self.node(p, body))
            }
            (Kind::New, Kind::Call) if self.subject.is_scala() => self.applied(p, t),
            (pk, tk) if pk != tk => false,
            (Kind::Binary, _) => self.binary(p, t),
            (Kind::Call, _) => self.call(p, t),
            (Kind::New, _) => self.new_object(p, t),
            (Kind::Args, _) => {
                self.push(Goal::Args { p: self.below(p), t: self.below(t), used: super::NIL });
                true
            }
            (Kind::Dict, _) if self.subject.unordered_entries().is_some() => self.entries(p, t),
            (Kind::Catch, _) => self.handler(p, t),
            (Kind::Pair, _) => self.pair(p, t),
            (Kind::Modifiers, _) => self.modifiers(p, t),
            (Kind::Param, _) => self.param(p, t),
            (Kind::VarDef, _) => self.variable(p, t),
            (Kind::Class, _) => self.class(p, t),
            (Kind::If, _) => self.branch(p, t),
            (Kind::Try, _) => self.attempt(p, t),
            (Kind::With, _) => self.with(p, t),
            (Kind::For, _) => self.any_for(p, t),
            (Kind::Import, _) => self.import(p, t),
            (Kind::Annotation, _) => self.annotation(p, t),
            (Kind::Switch, _) if self.subject.is_rust() => self.arms(p, t),
            _ => self.plain(p, t),
        }
    }

    /// Scala's `T.apply(x)` makes what `new T(x)` makes.
    fn applied(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        let callee = t.child(0).filter(|callee| callee.kind() == Kind::Member);
        let parts = callee.and_then(|callee| callee.child(0).zip(callee.child(1)));
        let made = parts.filter(|(of, name)| {
            let class = of.kind() == Kind::Name && of.text().starts_with(char::is_uppercase);
            class && name.text() == "apply"
        });
        match (made, p.child(0), p.child(1).zip(t.child(1))) {
            (Some((of, _)), Some(name), Some((args, given))) => {
                self.push(Goal::Node(args.id(), given.id()));
                self.node(name, of)
            }
            _ => false,
        }
    }

    /// The arms of a `match` in any order.
    fn arms(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        let (Some(subject), Some(t_subject)) = (p.child(0), t.child(0)) else { return false };
        let rest = |node: Node<'a>, first: Node<'a>| Seq::Siblings {
            at: first.end().0,
            end: node.end().0,
        };
        let (p_arms, t_arms) = (rest(p, subject), rest(t, t_subject));
        self.push(Goal::AnyOrder { p: p_arms, t: t_arms, used: super::NIL, less: false });
        self.push(Goal::Slot(subject.id(), t_subject.id()));
        true
    }

    /// `return x` is what a function ends with, in languages in which that is its value.
    fn implicit_return(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        let given = self.subject.implicit_returns().binary_search(&t.id()).is_ok();
        let value = if t.kind() == Kind::ExprStmt { t.child(0) } else { Some(t) };
        match (p.child(0), value) {
            (Some(p), Some(value)) if given => self.node(p, value),
            _ => false,
        }
    }

    /// The entries of a dictionary in any order.
    fn entries(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        let less = self.subject.unordered_entries().unwrap_or(false);
        let less = less && self.context.options.implicit_ellipsis;
        self.unordered(self.below(p), self.below(t), less)
    }

    /// The same kind, operator and grammar kind, and children that match one after the other.
    pub(super) fn plain(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        if !same_operator(p.op(), t.op()) || p.tag() != t.tag() {
            return false;
        }
        match p.is_leaf() && t.is_leaf() {
            true if p.kind() == Kind::StringText => p.text() == t.text(),
            true if is_word(p) => p.text() == t.text() || self.is_same_word(p, t),
            true => true,
            false => {
                self.push(Goal::List(self.below(p), self.below(t)));
                true
            }
        }
    }

    /// A slot that either side may leave empty.
    pub(super) fn slot(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        match (p.kind(), t.is_absent()) {
            (Kind::Ellipsis, _) => true,
            (Kind::Absent, absent) => absent,
            (_, true) => false,
            _ => self.node(p, t),
        }
    }

    /// `$...X` alone in a slot is what stands there.
    fn lone(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        let seq = Seq::only(t);
        let after = Seq::Siblings { at: t.end().0, end: t.end().0 };
        let value = self.run(seq, after);
        self.bind(p.id(), value)
    }

    /// `<... e ...>`: the expression itself, or one inside it.
    fn anywhere(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        let Some(inner) = p.child(0) else { return false };
        // An expression lies in a statement, but not in a definition with statements of its own.
        if matches!(t.kind(), Kind::Class | Kind::Function) && self.is_statement(t) {
            return false;
        }
        self.push(Goal::Deep { p: inner.id(), at: t.id().0, end: t.end().0 });
        true
    }

    /// Tries the node at `at`, and keeps those after it for later.
    pub(super) fn deep(&mut self, p: NodeId, at: u32, end: u32) -> bool {
        if at >= end {
            return false;
        }
        self.or(Goal::Deep { p, at: at.saturating_add(1), end });
        let t = self.t(NodeId(at));
        self.is_value(t) && self.node(self.p(p), t)
    }

    fn literal(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        match (p.kind(), t.kind()) {
            (Kind::Int, Kind::Int) => same_integers(p.text(), t.text()),
            (Kind::Float, Kind::Float) if p.text() != t.text() => {
                matches!((p.text().parse::<f64>(), t.text().parse()), (Ok(x), Ok(y)) if x == y)
            }
            (Kind::Bool, Kind::Bool) => p.text().eq_ignore_ascii_case(t.text()),
            (pk, tk) if pk == tk => p.text() == t.text(),
            (_, Kind::Absent) => false,
            (_, Kind::String) if !self.subject.converts_strings() => false,
            _ if !self.context.options.constant_propagation => false,
            (pk, _) => match (pk, self.subject.constant(t.id())) {
                (Kind::Int, Some(Const::Int(n))) => crate::compare::integer(p.text()) == Some(*n),
                (Kind::Float, Some(Const::Float(x))) => {
                    p.text().parse::<f64>().is_ok_and(|y| y == *x)
                }
                (Kind::Bool, Some(Const::Bool(on))) => {
                    p.text().eq_ignore_ascii_case(&on.to_string())
                }
                _ if self.subject.converts_strings() => self.subject.content(t) == Some(p.text()),
                _ => false,
            },
        }
    }

    /// `List<String>` in the pattern; in the target its arguments may be more than the pattern
    /// says.
    fn generic(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        t.kind() == Kind::Generic && self.plain(p, t)
    }

    fn call(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        let (Some(pf), Some(pa)) = (p.child(0), p.child(1)) else { return false };
        let (Some(tf), Some(ta)) = (t.child(0), t.child(1)) else { return false };
        if super::lists::is_ellipsis(pf) && pa.children().next().is_some() {
            return self.words([pf, pa], [tf, ta]);
        }
        // A tagged template is a call, but not one in parentheses.
        let tagged = |args: Node<'_>| args.text().starts_with('`');
        let templates = self.subject.has_records();
        let open = pa.children().all(super::lists::is_ellipsis);
        if templates && tagged(pa) != tagged(ta) && !open {
            return false;
        }
        self.push(Goal::Node(pa.id(), ta.id()));
        // A pattern without type arguments says nothing about them.
        let bare = tf.kind() == Kind::Generic && matches!(pf.kind(), Kind::Member | Kind::Name);
        match tf.child(0).filter(|_| bare) {
            Some(tf) => self.node(pf, tf),
            None => self.node(pf, tf),
        }
    }

    /// A pattern that says nothing of amendments matches what is amended; of those that it names,
    /// all must be there.
    fn amended(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        let Some(t_inner) = t.child(0) else { return false };
        if p.kind() != Kind::Amended {
            self.push(Goal::Node(p.id(), t_inner.id()));
            return true;
        }
        let Some(p_inner) = p.child(0) else { return false };
        self.push(Goal::Slot(p_inner.id(), t_inner.id()));
        let after = |inner: Node<'_>, whole: Node<'_>| Seq::Siblings {
            at: inner.end().0,
            end: whole.end().0,
        };
        self.unordered(after(p_inner, p), after(t_inner, t), true)
    }

    /// A command whose name is left open is a list of words, of which the first is the name.
    fn words(&mut self, p: [Node<'a>; 2], t: [Node<'a>; 2]) -> bool {
        let words = |[name, args]: [Node<'a>; 2]| {
            [name].into_iter().chain(args.children()).map(Node::id).collect()
        };
        let (p, t) = (self.gathered(words(p)), self.gathered(words(t)));
        self.push(Goal::List(p, t));
        true
    }

    /// `/re/`: `...` and metavariables stand for the whole expression between the slashes.
    fn regex_literal(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        let t = match (t.kind(), t.kind() == Kind::Name) {
            (Kind::Regex, _) => t,
            (_, true) => match self.subject.definitions().value(self.subject, t) {
                Some(value) if value.kind() == Kind::Regex => value,
                _ => return false,
            },
            _ => return false,
        };
        let (Some((body, flags)), Some((t_body, t_flags))) = (slashed(p), slashed(t)) else {
            return p.text() == t.text();
        };
        let start = t.span().start.saturating_add(1);
        let end = start.saturating_add(u32::try_from(t_body.len()).unwrap_or(0));
        // In Ruby a value may be put into one.
        let plain = !self.subject.is_ruby() || !t_body.contains("#{");
        (flags == t_flags || (self.subject.is_ruby() && flags.is_empty()))
            && match self.leaf(p.id()) {
                Leaf::Var(_) => plain && self.bind(p.id(), Value::Text(Span::new(start, end))),
                Leaf::Any => true,
                _ => body == "..." || body == t_body,
            }
    }

    /// `new T(...)`; the body of an anonymous class must be in the pattern where it is in the
    /// target.
    fn new_object(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        let mut parts = p.children().zip(t.children());
        let (Some((pt, tt)), Some((pa, ta))) = (parts.next(), parts.next()) else { return false };
        if let Some((pb, tb)) = parts.next() {
            self.push(Goal::Slot(pb.id(), tb.id()));
        }
        self.push(Goal::Node(pa.id(), ta.id()));
        self.node(pt, tt)
    }

    /// Several definitions or imports in one statement, which may have more of them.
    fn several(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        match t.kind() {
            Kind::Sequence => self.unordered(self.below(p), self.below(t), true),
            // One statement that brings in all of them, such as `const {a, b} = require("m")`.
            Kind::Import | Kind::VarDef => {
                let parts = p.children().filter(|part| !super::lists::is_ellipsis(*part));
                for part in parts.map(|part| Goal::Node(part.id(), t.id())).collect::<Vec<_>>() {
                    self.push(part);
                }
                true
            }
            _ => false,
        }
    }

    /// `{a}` is `{a: a}`.
    fn shorthand(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        let (Some(key), Some(value)) = (p.child(0), p.child(1)) else { return false };
        if !self.subject.has_records() || t.parent().is_none_or(|up| up.kind() != Kind::Dict) {
            return false;
        }
        self.push(Goal::Node(value.id(), t.id()));
        self.node(key, t)
    }

    /// `key: value`; a key that is a name is the same as one that is a string, in records.
    fn pair(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        let (Some(pk), Some(pv)) = (p.child(0), p.child(1)) else { return false };
        let (Some(tk), Some(tv)) = (t.child(0), t.child(1)) else { return false };
        self.push(Goal::Node(pv.id(), tv.id()));
        if self.subject.has_records() && pk.kind() == Kind::Int && tk.kind() == Kind::Float {
            return pk.text().parse::<f64>().ok() == tk.text().parse::<f64>().ok();
        }
        if self.subject.has_records() && pk.kind() == Kind::Name && tk.kind() == Kind::String {
            return self.subject.content(tk) == Some(pk.text());
        }
        if self.subject.has_records() && pk.kind() == Kind::String && tk.kind() == Kind::Name {
            let inside = crate::subject::content(pk);
            return inside.is_some_and(|span| span.text(self.pattern.source()) == tk.text());
        }
        self.node(pk, tk)
    }
}

/// `...` in place of what a loop goes through.
fn is_any_loop(p: Node<'_>) -> bool {
    let ellipsis = p.child(0).is_some_and(|target| target.kind() == Kind::Ellipsis);
    ellipsis && p.child(1).is_some_and(Node::is_absent)
}

/// What stands between the slashes of a regular expression, and its flags.
fn slashed(node: Node<'_>) -> Option<(&str, &str)> {
    node.text().strip_prefix('/')?.rsplit_once('/')
}

/// `a.b` matches `a?.b`, which says more.
fn same_operator(p: Op, t: Op) -> bool {
    p == t || (p == Op::None && t == Op::Optional)
}

/// `[...]` is any list, and `{...}` any set or dictionary, comprehensions included.
fn open_collection(p: Node<'_>, t: Node<'_>) -> bool {
    let open = p.children().all(super::lists::is_ellipsis);
    let list = |op| op == Op::ListOf;
    open && match (p.kind(), t.kind()) {
        (Kind::List, Kind::Comprehension) => list(t.op()),
        (Kind::Set, Kind::Comprehension) => matches!(t.op(), Op::SetOf | Op::DictOf),
        (Kind::Set, Kind::Dict) => true,
        // PHP writes lists and dictionaries alike.
        (Kind::List, Kind::Dict) => t.text().starts_with('[') || t.text().starts_with("array"),
        _ => false,
    }
}

/// Kinds of a pattern that take a node with its amendments.
fn stands_for_all(kind: Kind) -> bool {
    let statement = matches!(kind, Kind::ExprStmt | Kind::Sequence | Kind::Absent);
    statement || (Kind::Ellipsis..=Kind::TypedMetavar).contains(&kind)
}

/// Statements that may stand where a block may.
fn stands_alone(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Return
            | Kind::Throw
            | Kind::If
            | Kind::While
            | Kind::For
            | Kind::ForEach
            | Kind::DoWhile
            | Kind::Break
            | Kind::Continue
            | Kind::Assign
            | Kind::VarDef
            | Kind::Switch
            | Kind::Try
            | Kind::Assert
            | Kind::Delete
    )
}

/// Whether a leaf says something by its text; the others are told apart by kind and operator.
fn is_word(node: Node<'_>) -> bool {
    matches!(node.kind(), Kind::Token | Kind::Other | Kind::Regex)
}
