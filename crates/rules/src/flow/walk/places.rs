//! Variables, fields and elements: reading and writing them.

use std::collections::HashSet;
use std::rc::Rc;

use portcullis_syntax::{Kind, Node, NodeId, Op};

use super::super::names::NameId;
use super::super::object::{ANY, Key, Object, Shape};
use super::super::scopes::{Meaning, Symbol, SymbolId, has_token};
use super::super::value::{Const, FOREIGN, ObjectId, Specs, Taint, Thing, Value};
use super::trail::Step;
use super::{Pad, Walker};

/// Objects inside an object, at whatever depth, that are looked into.
const INSIDE: usize = 2000;

impl<'t> Walker<'t> {
    /// The value of a name.
    pub(super) fn name(&mut self, node: Node<'t>) -> Value {
        let this = self.this();
        let known = !matches!(this.thing, Thing::Unknown) || !this.taint.is_empty();
        let symbol = self.program.scopes.symbol(node.id());
        if let Some(given) = self.implicit(node) {
            return given;
        }
        match symbol {
            Some(_) if known && self.names_this(node) => this,
            Some(symbol) => self.read(symbol),
            None => Value::default(),
        }
    }

    /// What the parameter holds that a lambda does not name.
    fn implicit(&self, node: Node<'t>) -> Option<Value> {
        let symbol = self.program.scopes.symbol(node.id());
        let known = symbol.and_then(|symbol| self.program.scopes.get(symbol));
        let free = known.is_none_or(|symbol| symbol.writes == 0);
        let named = node.text() == self.program.dialect.implicit_parameter;
        let mut calls = self.calls.iter().rev().filter(|_| free && named);
        calls.find_map(|call| call.implicit.clone())
    }

    /// Whether a name stands for the object itself, rather than for a parameter of that name.
    fn names_this(&self, node: Node<'t>) -> bool {
        let own = matches!(node.text(), "this" | "self" | "$this" | "super");
        let symbol = self.program.scopes.symbol(node.id());
        let known = symbol.and_then(|symbol| self.program.scopes.get(symbol));
        own && known.is_some_and(|symbol| symbol.writes == 0)
    }

    /// The object that the method being walked belongs to.
    pub(super) fn this(&self) -> Value {
        self.calls.last().map(|call| call.this.clone()).unwrap_or_default()
    }

    /// What a variable or field holds here.
    pub(super) fn read(&mut self, symbol: SymbolId) -> Value {
        let Some(known) = self.program.scopes.get(symbol) else { return Value::default() };
        match known.meaning {
            Meaning::Field { class, .. } => self.read_own(class, known.name),
            Meaning::Class => {
                let class = self.program.class_named(known.name);
                class.map(|class| Value::clean(Thing::Class(class))).unwrap_or_default()
            }
            _ => {
                let value = self.state.variable(symbol).cloned();
                let value = value.unwrap_or_else(|| self.unset(known));
                let fixed = !known.leaks && (known.writes < 2 || known.owner == self.here());
                if fixed { value } else { value.unfixed() }
            }
        }
    }

    /// A function may be used before its definition is walked, a class where no scope sees it.
    fn unset(&self, symbol: &Symbol) -> Value {
        let class = self.program.class_named(symbol.name).filter(|_| symbol.writes == 0);
        let thing = match (symbol.meaning, self.program.functions_named(symbol.name)) {
            (Meaning::Function, [one]) => Thing::Function(*one),
            (Meaning::Variable, _) => class.map_or(Thing::Unknown, Thing::Class),
            _ => Thing::Unknown,
        };
        Value::clean(thing)
    }

    /// A field named without its object: of `this`, or of the class.
    fn read_own(&mut self, class: NodeId, name: NameId) -> Value {
        let this = self.this();
        let own = self.calls.last().and_then(|call| call.class) == Some(class);
        let owner = match own {
            true => this,
            false => Value::clean(Thing::object(self.statics(class))),
        };
        let value = self.get(&owner, Key::Name(name));
        match value.thing {
            Thing::Unknown if value.taint.is_empty() => self.fixed_field(class, name),
            _ => value,
        }
    }

    /// A field of every instance that holds the literal which it was declared with.
    fn fixed_field(&mut self, class: NodeId, name: NameId) -> Value {
        let body = self.program.class(class).map_or(&[][..], |class| class.body.as_slice());
        let field = body.iter().map(|id| self.tree.node(*id)).find(|field| {
            let named = field.child(2).map(|target| self.program.scopes.name(target.id()));
            field.kind() == Kind::VarDef && named == Some(name)
        });
        let fixed = field.filter(|field| has_token(*field, &["final", "const", "readonly", "val"]));
        let literal =
            |init: &Node<'t>| matches!(init.kind(), Kind::String | Kind::Int | Kind::Bool);
        match fixed.and_then(|field| field.child(3)).filter(literal) {
            Some(init) => self.eval(init),
            None => Value::default(),
        }
    }

    /// The object that holds the static fields of a class.
    pub(super) fn statics(&mut self, class: NodeId) -> ObjectId {
        let next = u32::try_from(self.objects.len()).unwrap_or(u32::MAX).saturating_add(1);
        let id = *self.objects.entry((class, u32::MAX)).or_insert(next);
        if self.state.object(id).is_none() {
            self.state.place(id, Object::new(Shape::Map, Some(class)));
        }
        id
    }

    /// What stands under a key of a value.
    pub(super) fn get(&mut self, value: &Value, key: Key) -> Value {
        let ids: Vec<ObjectId> = value.thing.objects().to_vec();
        if let Thing::Class(class) = value.thing {
            let owner = Thing::object(self.statics(class));
            return self.get(&Value::clean(owner), key).with(&value.taint);
        }
        let parts = ids.into_iter().map(|id| self.get_from(id, key, value)).collect::<Vec<_>>();
        let joined = parts.into_iter().reduce(|all, part| all.or(&part));
        let assigned = self.marks.assumed.operators;
        joined.unwrap_or_else(|| Value::tainted(value.taint.without(assigned)))
    }

    fn get_from(&mut self, id: ObjectId, key: Key, whole: &Value) -> Value {
        let Some(object) = self.state.object(id).filter(|_| id != FOREIGN) else {
            return Value::tainted(whole.taint.without(self.marks.assumed.operators));
        };
        if let Some(found) = object.get(key) {
            return found;
        }
        if let (Some(class), Key::Name(name)) = (object.class, key)
            && let Some(found) = self.inherited(class, name, id)
        {
            return found.with(&whole.taint);
        }
        self.missing(id, whole)
    }

    /// What may stand under a key that was not written.
    fn missing(&self, id: ObjectId, whole: &Value) -> Value {
        let Some(object) = self.state.object(id) else { return Value::default() };
        let value = Value::tainted(object.rest().union(&whole.taint));
        match object.get(ANY) {
            Some(any) => any.or(&value),
            None => value,
        }
    }

    /// A static field of the class or of one above it.
    fn inherited(&self, class: NodeId, name: NameId, own: ObjectId) -> Option<Value> {
        let classes = self.program.lineage(class);
        let ids = classes.into_iter().filter_map(|class| self.objects.get(&(class, u32::MAX)));
        let mut objects = ids.filter(|id| **id != own).filter_map(|id| self.state.object(*id));
        objects.find_map(|object| object.get(Key::Name(name)))
    }

    /// Any element of a value.
    pub(super) fn element(&self, value: &Value) -> Value {
        let ids = value.thing.objects();
        let objects = ids.iter().filter_map(|id| self.state.object(*id));
        let mut joined: Option<Value> = None;
        let mut rest = value.taint.clone();
        for object in objects {
            rest = rest.union(object.rest());
            for part in object.values() {
                joined = Some(joined.map_or_else(|| part.clone(), |all| all.or(part)));
            }
        }
        let joined = joined.filter(|_| !ids.contains(&FOREIGN));
        match joined {
            Some(value) if rest.is_empty() => value,
            Some(value) => value.with(&rest),
            None => Value::tainted(rest.union(&self.deep(value))),
        }
    }

    /// What taints a value or anything inside it.
    pub(super) fn deep(&self, value: &Value) -> Taint {
        let mut taint = value.taint.clone();
        if self.tainted && !value.thing.objects().is_empty() {
            self.deepen(value, &mut taint);
        }
        taint
    }

    fn deepen(&self, value: &Value, taint: &mut Taint) {
        let mut open: Vec<ObjectId> = value.thing.objects().to_vec();
        let mut seen: HashSet<ObjectId> = open.iter().copied().collect();
        while let Some(object) = open.pop().map(|id| self.state.object(id)) {
            let Some(object) = object else { continue };
            *taint = taint.union(object.rest());
            for part in object.values() {
                *taint = taint.union(&part.taint);
                let inner = part.thing.objects().iter();
                open.extend(inner.copied().filter(|id| seen.insert(*id)));
            }
            if seen.len() > INSIDE {
                self.overflow.set(true);
                break;
            }
        }
        self.state.add_cost(seen.len() as u64);
    }

    /// What taints a value, or the elements of a collection; not the fields of an instance.
    pub(super) fn contents(&self, value: &Value) -> Taint {
        let objects = value.thing.objects().iter().filter_map(|id| self.state.object(*id));
        let plain = objects.filter(|object| object.class.is_none()).count();
        if plain == 0 { value.taint.clone() } else { self.deep(value) }
    }

    /// Writes a value to what an assignment's left side names.
    pub(super) fn bind(&mut self, target: Node<'t>, value: Value) {
        match target.kind() {
            Kind::Name => self.write_name(target, value),
            Kind::Member => self.write_member(target, value),
            Kind::Index => self.write_index(target, value),
            Kind::Tuple | Kind::List | Kind::Sequence => self.spread(target, &value),
            Kind::Dict => self.take_apart(target, &value),
            Kind::Typed | Kind::Spread => self.bind_child(target, 0, value),
            Kind::VarDef => self.bind_child(target, 2, value),
            Kind::Assign => self.bind_or_default(target, value),
            // What a pointer points to is what it holds.
            Kind::Unary if matches!(target.op(), Op::Mul | Op::BitAnd) => {
                self.bind_child(target, 0, value);
            }
            // `Some(x)` as a pattern takes the value apart.
            Kind::Call => {
                for part in target.child(1).into_iter().flat_map(Node::children) {
                    self.bind(part, value.clone());
                }
            }
            Kind::Absent => {}
            Kind::Other if self.program.dialect.cases_bind => {
                let value = self.mark_target(target, value);
                let taint = self.deep(&value);
                for name in super::super::scopes::targets(target) {
                    self.write_name(name, Value::tainted(taint.clone()));
                }
            }
            _ => {
                self.eval(target);
            }
        }
    }

    fn bind_child(&mut self, target: Node<'t>, slot: usize, value: Value) {
        if let Some(target) = target.child(slot) {
            self.bind(target, value);
        }
    }

    fn bind_or_default(&mut self, target: Node<'t>, value: Value) {
        let default = self.child(target, 1);
        self.bind_child(target, 0, value.or(&default));
    }

    fn write_name(&mut self, target: Node<'t>, value: Value) {
        let value = self.mark_target(target, value);
        let taint = self.trail.carry(&value.taint, target.id(), Step::Takes);
        let value = Value { taint, ..value };
        if let Some(symbol) = self.program.scopes.symbol(target.id()) {
            self.write(symbol, value);
        }
    }

    /// A target may itself be a source, a sanitizer or a sink.
    pub(super) fn mark_target(&mut self, target: Node<'t>, value: Value) -> Value {
        match self.marks.of(target.id()) {
            Some(part) => {
                self.operands = Taint::default();
                self.apply(target, value, part)
            }
            None => value,
        }
    }

    /// Assigns a variable or field.
    pub(super) fn write(&mut self, symbol: SymbolId, value: Value) {
        let Some(known) = self.program.scopes.get(symbol) else { return };
        if let Meaning::Field { class, shared } = known.meaning {
            let own = self.calls.last().and_then(|call| call.class) == Some(class) && !shared;
            let owner = match self.this().thing {
                Thing::Objects(ids) if own => Thing::Objects(ids),
                _ => Thing::object(self.statics(class)),
            };
            return self.put(&owner, Some(Key::Name(known.name)), value);
        }
        for pad in &mut self.pads {
            if let Pad::Handler { state } = pad {
                state.assign_weakly(symbol, &value);
            }
        }
        self.state.assign(symbol, value);
    }

    fn write_member(&mut self, target: Node<'t>, value: Value) {
        let Some((object, name)) = target.child(0).zip(target.child(1)) else { return };
        let value = self.mark_target(target, value);
        let value =
            Value { taint: self.trail.carry(&value.taint, target.id(), Step::Takes), ..value };
        let owner = self.owner(object, Shape::Map);
        let key = self.program.scopes.name(name.id());
        self.put(&owner, Some(Key::Name(key)), value);
    }

    fn write_index(&mut self, target: Node<'t>, value: Value) {
        let Some(object) = target.child(0) else { return };
        let value = self.mark_target(target, value);
        let value =
            Value { taint: self.trail.carry(&value.taint, target.id(), Step::Takes), ..value };
        let keys: Vec<Value> = target.children().skip(1).map(|key| self.eval(key)).collect();
        let shape = match keys.first().and_then(Value::as_const) {
            Some(Const::Int(_)) => Shape::List,
            _ => Shape::Map,
        };
        let owner = self.owner(object, shape);
        let key = keys.first().and_then(|key| self.key(key));
        self.put(&owner, key, value);
    }

    /// The objects that a place holds; where it is not known what it holds, it gets an object of
    /// which nothing but what is written from here on is known.
    pub(super) fn owner(&mut self, place: Node<'t>, shape: Shape) -> Thing {
        let value = self.eval(place);
        match &value.thing {
            Thing::Objects(_) => value.thing,
            Thing::Class(class) => {
                let class = *class;
                Thing::object(self.statics(class))
            }
            _ if matches!(place.kind(), Kind::Name | Kind::Member | Kind::Index) => {
                let (id, thing) = self.allocate(place.id());
                self.state.place(id, Object::open(shape, Taint::default()));
                let held = Value { thing: thing.clone(), taint: value.taint };
                self.hold(place, held);
                thing
            }
            _ => Thing::Unknown,
        }
    }

    /// Writes back to a place what is now known of it, without a step in the trace.
    pub(super) fn hold(&mut self, place: Node<'t>, value: Value) {
        match place.kind() {
            Kind::Name => {
                if let Some(symbol) = self.program.scopes.symbol(place.id()) {
                    self.write(symbol, value);
                }
            }
            Kind::Member | Kind::Index if self.enter() => {
                self.hold_inside(place, value);
                self.depth = self.depth.saturating_sub(1);
            }
            _ => {}
        }
    }

    fn hold_inside(&mut self, place: Node<'t>, value: Value) {
        let Some((object, name)) = place.child(0).zip(place.child(1)) else { return };
        let owner = self.owner(object, Shape::Map);
        let key = match place.kind() {
            Kind::Member => Some(Key::Name(self.program.scopes.name(name.id()))),
            _ => {
                let key = self.eval(name);
                self.key(&key)
            }
        };
        self.put(&owner, key, value);
    }

    /// Writes under a key, or at an unknown one, of each of these objects.
    pub(super) fn put(&mut self, owner: &Thing, key: Option<Key>, value: Value) {
        let ids = owner.objects();
        let sure = ids.len() == 1;
        for id in ids {
            let value = value.clone();
            self.change(*id, |object| match key {
                Some(key) if sure => object.put(key, value),
                Some(key) => object.put_weakly(key, &value),
                None => {
                    object.blur(&value.taint);
                    object.put_weakly(ANY, &value);
                }
            });
        }
    }

    /// Changes an object; handlers of a `try` around see it before and after.
    pub(super) fn change(&mut self, id: ObjectId, change: impl FnOnce(&mut Object)) {
        if id == FOREIGN {
            return;
        }
        if let Some(object) = self.state.object_mut(id) {
            change(object);
        }
        if self.pads.iter().any(|pad| matches!(pad, Pad::Handler { .. }))
            && let Some(object) = self.state.shared(id).map(Rc::clone)
        {
            for pad in &mut self.pads {
                if let Pad::Handler { state } = pad {
                    state.place_weakly(id, &object);
                }
            }
        }
    }

    /// The key that a value is, where it is constant.
    pub(super) fn key(&mut self, value: &Value) -> Option<Key> {
        match value.as_const()? {
            Const::Str(text) => Some(Key::Name(self.intern(&text.clone()))),
            Const::Int(number) => Some(Key::Number(*number)),
            Const::Bool(bit) => Some(Key::Number(i64::from(*bit))),
            Const::Float(_) | Const::Null => None,
        }
    }

    /// Destructures by position.
    fn spread(&mut self, target: Node<'t>, value: &Value) {
        let count = target.children().count();
        let rest = target.children().position(|part| part.kind() == Kind::Spread);
        for (at, part) in target.children().enumerate() {
            let item = match rest {
                Some(rest) if at == rest => Value::tainted(self.deep(value)),
                Some(rest) if at > rest => self.item(value, back(at, count)),
                _ => self.item(value, i64::try_from(at).ok()),
            };
            self.bind(part, item);
        }
    }

    fn item(&mut self, value: &Value, at: Option<i64>) -> Value {
        let lists = value.thing.objects().iter().filter_map(|id| self.state.object(*id));
        let known = lists.filter(|object| object.items().is_some()).count();
        match at {
            Some(at) if known > 0 => self.get(value, Key::Number(at)),
            _ => self.element(value),
        }
    }

    /// Destructures by key.
    fn take_apart(&mut self, target: Node<'t>, value: &Value) {
        for part in target.children() {
            let name = match part.kind() {
                Kind::Pair | Kind::Assign => part.child(0),
                _ => Some(part),
            };
            let key = name.filter(|name| name.kind() == Kind::Name);
            let key = key.map(|name| Key::Name(self.program.scopes.name(name.id())));
            let found = match key {
                Some(key) if part.kind() != Kind::Spread => self.get(value, key),
                _ => Value::tainted(self.deep(value)),
            };
            match part.kind() {
                Kind::Pair => self.bind_child(part, 1, found),
                _ => self.bind(part, found),
            }
        }
    }

    /// A place is clean from here on for these rules.
    pub(super) fn clean_place(&mut self, place: Node<'t>, specs: Specs) {
        if !matches!(place.kind(), Kind::Name | Kind::Member | Kind::Index) {
            return;
        }
        let value = self.look(place);
        if self.deep(&value).specs() & specs != 0 {
            let value = self.cleaned(value, specs);
            self.hold(place, value);
        }
    }

    /// A place is tainted from here on.
    pub(super) fn taint_place(&mut self, place: Node<'t>, taint: &Taint) {
        if taint.is_empty() || !matches!(place.kind(), Kind::Name | Kind::Member | Kind::Index) {
            return;
        }
        let taint = self.trail.carry(taint, place.id(), Step::Takes);
        let value = self.look(place);
        self.hold(place, Value::tainted(self.deep(&value).union(&taint)));
    }

    /// What a place holds, its marks left aside.
    fn look(&mut self, place: Node<'t>) -> Value {
        match place.kind() {
            Kind::Name => self.name(place),
            Kind::Member => self.member(place),
            _ => self.index(place),
        }
    }

    /// `a.b`.
    pub(super) fn member(&mut self, node: Node<'t>) -> Value {
        let object = self.child(node, 0);
        let Some(name) = node.child(1) else { return object };
        let value = self.field(&object, name);
        match name.text() {
            "length" | "size" | "Length" | "Count" => {
                let taint = value.taint.without(self.marks.assumed.numbers);
                Value { taint, ..value }
            }
            _ => value,
        }
    }

    /// A field by the node of its name.
    pub(super) fn field(&mut self, object: &Value, name: Node<'t>) -> Value {
        let counted = |id: &ObjectId| self.state.object(*id).map(|object| object.shape);
        let map = object.thing.objects().iter().any(|id| counted(id) == Some(Shape::Map));
        if name.text() == "length"
            && !map
            && let Some(length) = self.length(object)
        {
            return Value::constant(Some(length), object.taint.clone());
        }
        self.get(object, Key::Name(self.program.scopes.name(name.id())))
    }

    /// `a[i]`.
    pub(super) fn index(&mut self, node: Node<'t>) -> Value {
        let object = self.child(node, 0);
        let mut taint = Taint::default();
        let mut first = None;
        for part in node.children().skip(1) {
            if part.kind() == Kind::Slice {
                return self.slice(&object, part);
            }
            let index = self.eval(part);
            taint = taint.union(&self.deep(&index));
            first.get_or_insert(index);
        }
        let taint = taint.without(self.marks.assumed.indexes);
        let first = first.unwrap_or_default();
        self.at(&object, &first).with(&taint)
    }

    /// The element at an index or key.
    pub(super) fn at(&mut self, object: &Value, index: &Value) -> Value {
        if let (Some(Const::Str(text)), Some(Const::Int(at))) =
            (object.as_const(), index.as_const())
        {
            let found = super::super::fold::letter(text, *at);
            return Value::constant(found, object.taint.clone());
        }
        match self.key(index) {
            Some(key) => self.get(object, key),
            None => self.element(object),
        }
    }

    /// The number of letters or elements, where it is known.
    pub(super) fn length(&self, value: &Value) -> Option<Const> {
        if let Some(Const::Str(text)) = value.as_const() {
            return super::super::fold::length(text);
        }
        let [id] = value.thing.objects() else { return None };
        let length = self.state.object(*id)?.len()?;
        i64::try_from(length).ok().map(Const::Int)
    }

    /// `x = v`, `x += v`.
    pub(super) fn assign(&mut self, node: Node<'t>) -> Value {
        let Some(target) = node.child(0) else { return Value::default() };
        let plain = matches!(node.op(), Op::Assign | Op::Walrus | Op::None);
        let old = if plain { Value::default() } else { self.eval(target) };
        let new = self.child(node, 1);
        let value = if plain { new } else { self.operate(node, &old, &new) };
        self.bind(target, value.clone());
        value
    }
}

fn back(at: usize, count: usize) -> Option<i64> {
    Some(i64::try_from(at).ok()? - i64::try_from(count).ok()?)
}
