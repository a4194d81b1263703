//! Operators, literals of collections, conditionals and casts.

use portcullis_syntax::{Kind, Node, Op};

use super::super::dialect::Numbers;
use super::super::fold;
use super::super::object::{Key, Object, Shape};
use super::super::state::join_into;
use super::super::value::{Const, Taint, Thing, Value};
use super::Walker;

/// Types whose values are numbers.
const NUMBERS: &[&str] = &[
    "int",
    "long",
    "short",
    "byte",
    "float",
    "double",
    "Integer",
    "Long",
    "Short",
    "Byte",
    "Float",
    "Double",
    "number",
    "uint",
    "uint256",
    "uint8",
    "int256",
    "bigint",
    "BigInteger",
    "BigDecimal",
    "Int",
    "decimal",
    "ulong",
    "size_t",
    "i32",
    "i64",
    "u32",
    "u64",
    "usize",
    "f64",
    "int64",
    "int32",
    "float64",
];

/// Whether one side of a sum is a number, and the other no text that is known.
fn adds_number(left: &Value, right: &Value) -> bool {
    let number = |value: &Value| matches!(value.as_const(), Some(Const::Int(_) | Const::Float(_)));
    let text = |value: &Value| matches!(value.as_const(), Some(Const::Str(_)));
    (number(left) && !text(right)) || (number(right) && !text(left))
}

/// Whether the name of a type or conversion is that of numbers.
pub(super) fn is_number(name: &str) -> bool {
    NUMBERS.contains(&name)
}

impl<'t> Walker<'t> {
    /// A number, a truth value, a null.
    pub(super) fn literal(&mut self, node: Node<'t>) -> Value {
        let constant = match node.kind() {
            Kind::Int => fold::integer(node.text()),
            Kind::Float => fold::float(node.text()),
            Kind::Bool => Some(Const::Bool(node.text().eq_ignore_ascii_case("true"))),
            _ => Some(Const::Null),
        };
        Value::constant(constant, Taint::default())
    }

    /// An operator with two operands. Chains are long in practice: they are not gone into by
    /// recursion.
    pub(super) fn binary(&mut self, node: Node<'t>) -> Value {
        let mut chain = vec![node];
        let mut left = node.child(0);
        while let Some(inner) = left
            && inner.kind() == Kind::Binary
            && self.marks.of(inner.id()).is_none()
        {
            chain.push(inner);
            left = inner.child(0);
        }
        let mut value = left.map(|left| self.eval(left)).unwrap_or_default();
        while let Some(link) = chain.pop() {
            value = self.combine(link, value);
            if !chain.is_empty() {
                value = self.finish(link, value, None);
            }
        }
        value
    }

    /// The right operand of an operator joins the left one.
    fn combine(&mut self, node: Node<'t>, left: Value) -> Value {
        let Some(right) = node.child(1) else { return left };
        match node.op() {
            Op::And | Op::Or | Op::Coalesce => self.shortcut(node.op(), left, right),
            _ => {
                let right = self.eval(right);
                if node.op() == Op::ShiftLeft
                    && self.program.dialect.mutable_strings
                    && left.thing.is_text()
                    && let Some(place) = node.child(0)
                {
                    self.add_to_text(place, &left, vec![right.clone()]);
                }
                self.operate(node, &left, &right)
            }
        }
    }

    /// `and`, `or`, `??`: the right operand may not be looked at.
    fn shortcut(&mut self, op: Op, left: Value, right: Node<'t>) -> Value {
        let decided = left.as_const().map(|known| match op {
            Op::And => !fold::truth(known),
            Op::Or => fold::truth(known),
            _ => *known != Const::Null,
        });
        if decided == Some(true) {
            self.prune(right);
            return left;
        }
        let before = self.state.clone();
        self.reach(right);
        let value = self.eval(right);
        if decided == Some(false) {
            return value;
        }
        self.state.join(&before);
        let strict = matches!(self.program.dialect.numbers, Numbers::Machine | Numbers::Wide);
        match value.as_const() {
            Some(Const::Bool(bit)) if strict && *bit == (op == Op::Or) => value.with(&left.taint),
            _ => left.or(&value),
        }
    }

    /// An operator on two values.
    pub(super) fn operate(&mut self, node: Node<'t>, left: &Value, right: &Value) -> Value {
        let op = node.op();
        if op == Op::Add
            && let Some(joined) = self.joined_lists(node, left, right)
        {
            return joined;
        }
        let taint = self.deep(left).union(&self.deep(right));
        let dialect = self.program.dialect;
        let both = left.as_const().zip(right.as_const()).filter(|_| !mixes_letters(node, dialect));
        let folded = both.and_then(|(left, right)| fold::binary(op, left, right, dialect));
        let folded = folded.or_else(|| self.in_list(op, left, right));
        let assumed = self.marks.assumed;
        let safe = match op {
            _ if is_comparison(op) => assumed.comparisons | assumed.booleans,
            Op::Sub | Op::Mul | Op::Div | Op::FloorDiv | Op::Pow => assumed.numbers,
            Op::Add if adds_number(left, right) => assumed.numbers,
            _ => 0,
        };
        let texts = left.thing.is_text() && (op == Op::Mul || right.thing.is_text());
        let taint = taint.without(safe | assumed.operators);
        match folded {
            None if texts && matches!(op, Op::Add | Op::Mul) => Value { thing: Thing::Text, taint },
            folded => Value::constant(folded, taint),
        }
    }

    /// `"a" in ["a", "b"]`.
    fn in_list(&self, op: Op, left: &Value, right: &Value) -> Option<Const> {
        let wanted = left.as_const()?;
        let [id] = right.thing.objects() else { return None };
        let items = self.state.object(*id)?.items()?;
        let same = |item: &Value| {
            let found = fold::binary(Op::Eq, item.as_const()?, wanted, self.program.dialect)?;
            Some(fold::truth(&found))
        };
        let found = items.iter().map(same).collect::<Option<Vec<bool>>>()?.contains(&true);
        match op {
            Op::In => Some(Const::Bool(found)),
            Op::NotIn => Some(Const::Bool(!found)),
            _ => None,
        }
    }

    fn joined_lists(&mut self, node: Node<'t>, left: &Value, right: &Value) -> Option<Value> {
        let items = |value: &Value| match value.thing.objects() {
            [id] => self.state.object(*id)?.items().map(<[Value]>::to_vec),
            _ => None,
        };
        let mut all = items(left)?;
        all.extend(items(right)?);
        let taint = left.taint.union(&right.taint);
        Some(self.make(node, Object::list(all)).with(&taint))
    }

    /// A new object, made at a node.
    pub(super) fn make(&mut self, node: Node<'t>, object: Object) -> Value {
        let (id, thing) = self.allocate(node.id());
        self.state.place(id, object);
        Value::clean(thing)
    }

    /// An operator with one operand.
    pub(super) fn unary(&mut self, node: Node<'t>) -> Value {
        let value = self.child(node, 0);
        // A pointer and what it points to hold the same.
        if matches!(node.op(), Op::Mul | Op::BitAnd) {
            return value;
        }
        let changed = match node.op() {
            Op::PreIncrement | Op::PostIncrement => Some(Op::Add),
            Op::PreDecrement | Op::PostDecrement => Some(Op::Sub),
            _ => None,
        };
        if let Some(op) = changed {
            return self.step(node, op, value);
        }
        let folded = value.as_const().and_then(|known| fold::unary(node.op(), known));
        let assumed = self.marks.assumed;
        let safe = if node.op() == Op::Not { assumed.booleans } else { 0 };
        Value::constant(folded, self.deep(&value).without(safe))
    }

    /// `x++` and its like.
    fn step(&mut self, node: Node<'t>, op: Op, old: Value) -> Value {
        let one = Const::Int(1);
        let folded =
            old.as_const().and_then(|known| fold::binary(op, known, &one, self.program.dialect));
        let new = Value::constant(folded, old.taint.clone());
        if let Some(target) = node.child(0) {
            self.bind(target, new.clone());
        }
        match node.op() {
            Op::PostIncrement | Op::PostDecrement => old,
            _ => new,
        }
    }

    /// `c ? a : b`.
    pub(super) fn conditional(&mut self, node: Node<'t>) -> Value {
        let condition = self.child(node, 0);
        let truth = condition.as_const().map(fold::truth);
        let before = self.state.clone();
        let mut end = None;
        let mut joined: Option<Value> = None;
        for (slot, taken) in [(1, truth != Some(false)), (2, truth != Some(true))] {
            let Some(branch) = node.child(slot) else { continue };
            if !taken {
                self.prune(branch);
                continue;
            }
            self.state = before.clone();
            self.reach(branch);
            let value = self.eval(branch);
            joined = Some(joined.map_or(value.clone(), |all| all.or(&value)));
            join_into(&mut end, &self.state);
        }
        if let Some(end) = end {
            self.state = end;
        }
        joined.unwrap_or_default()
    }

    /// `(T) x`.
    pub(super) fn cast(&mut self, node: Node<'t>) -> Value {
        let value = self.child(node, 1);
        let name = node.child(0).map_or("", Node::text);
        if is_number(name) {
            let constant = value.as_const().filter(|known| matches!(known, Const::Int(_))).cloned();
            return Value::constant(constant, value.taint.without(self.marks.assumed.numbers));
        }
        value
    }

    /// A list, tuple or set literal.
    pub(super) fn list(&mut self, node: Node<'t>) -> Value {
        let (mut items, mut loose) = (Vec::new(), None);
        for child in node.children() {
            let value = self.eval(child);
            match (child.kind(), self.items_of(&value)) {
                (Kind::Spread, Some(all)) => items.extend(all),
                (Kind::Spread, None) => {
                    let taint = self.deep(&value);
                    loose = Some(loose.map_or(taint.clone(), |all: Taint| all.union(&taint)));
                }
                _ => items.push(value),
            }
        }
        let mut object = Object::list(items);
        if let Some(taint) = loose {
            object.blur(&taint);
        }
        if node.kind() == Kind::Set {
            object.collapse();
        }
        self.make(node, object)
    }

    /// The elements of a list whose positions are known.
    pub(super) fn items_of(&self, value: &Value) -> Option<Vec<Value>> {
        let [id] = value.thing.objects() else { return None };
        let object = self.state.object(*id).filter(|object| object.shape == Shape::List)?;
        object.items().filter(|_| value.taint.is_empty()).map(<[Value]>::to_vec)
    }

    /// A dictionary or object literal.
    pub(super) fn dict(&mut self, node: Node<'t>) -> Value {
        let mut object = Object::new(Shape::Map, None);
        for entry in node.children() {
            match entry.kind() {
                Kind::Pair => {
                    let key = self.entry_key(entry);
                    let value = self.eval(entry);
                    self.add_entry(&mut object, key, value);
                }
                Kind::Name => {
                    let key = Key::Name(self.program.scopes.name(entry.id()));
                    let value = self.eval(entry);
                    self.add_entry(&mut object, Some(key), value);
                }
                Kind::Function => {
                    let name = entry.child(1).map_or(0, |n| self.program.scopes.name(n.id()));
                    let value = self.eval(entry);
                    self.add_entry(&mut object, Some(Key::Name(name)), value);
                }
                _ => self.add_all(&mut object, entry),
            }
        }
        self.make(node, object)
    }

    fn add_entry(&mut self, object: &mut Object, key: Option<Key>, value: Value) {
        match key {
            Some(key) => object.put(key, value),
            None => object.blur(&self.deep(&value)),
        }
    }

    fn entry_key(&mut self, pair: Node<'t>) -> Option<Key> {
        let key = pair.child(0)?;
        if key.kind() == Kind::Name && self.program.dialect.bare_keys {
            return Some(Key::Name(self.program.scopes.name(key.id())));
        }
        let value = self.eval(key);
        self.key(&value)
    }

    /// `{...other}`: the entries of another object, where they are known.
    fn add_all(&mut self, object: &mut Object, entry: Node<'t>) {
        let value = self.eval(entry);
        match value.thing.objects() {
            [id] if value.taint.is_empty() && entry.kind() == Kind::Spread => {
                if let Some(other) = self.state.object(*id) {
                    other.entries().for_each(|(key, value)| object.put(*key, value.clone()));
                    object.blur(other.rest());
                }
            }
            _ => object.blur(&self.deep(&value)),
        }
    }

    /// `[f(x) for x in xs if p]`.
    pub(super) fn comprehension(&mut self, node: Node<'t>) -> Value {
        let before = self.state.clone();
        for clause in node.children().skip(1) {
            match clause.kind() {
                Kind::ForEach => {
                    let iterable = self.child(clause, 1);
                    self.bind_element(clause, &iterable);
                }
                _ => {
                    self.child(clause, 0);
                }
            }
        }
        let element = self.child(node, 0);
        self.state.join(&before);
        let taint = self.deep(&element);
        let mut object = Object::open(Shape::List, taint.clone());
        if !element.thing.objects().is_empty() {
            object.put(super::super::object::ANY, element);
        }
        let value = self.make(node, object);
        Value { thing: value.thing, taint }
    }

    /// The target of a `for` takes any element.
    pub(super) fn bind_element(&mut self, node: Node<'t>, iterable: &Value) {
        let element = self.element(iterable);
        if let Some(target) = node.child(0) {
            self.bind(target, element);
        }
    }

    /// `a[from:to]` or the like.
    pub(super) fn slice(&mut self, object: &Value, slice: Node<'t>) -> Value {
        let parts: Vec<(bool, Value)> =
            slice.children().map(|part| (part.is_absent(), self.eval(part))).collect();
        let number = |at: usize| match parts.get(at) {
            None | Some((true, _)) => Some(None),
            Some((_, value)) => match value.as_const() {
                Some(Const::Int(number)) => Some(Some(*number)),
                _ => None,
            },
        };
        let range = number(0).zip(number(1)).filter(|_| parts.get(2).is_none_or(|part| part.0));
        let cut = match (object.as_const(), range) {
            (Some(Const::Str(text)), Some((from, to))) => fold::cut(text, from.unwrap_or(0), to),
            _ => None,
        };
        Value::constant(cut, self.deep(object))
    }

    /// A branch that never runs here.
    pub(super) fn prune(&mut self, node: Node<'t>) {
        if self.is_main() {
            self.record.pruned(node.id());
        }
    }

    /// A branch that may run.
    pub(super) fn reach(&mut self, node: Node<'t>) {
        if self.is_main() {
            self.record.executed(node.id());
        }
    }
}

fn is_comparison(op: Op) -> bool {
    matches!(
        op,
        Op::Eq
            | Op::NotEq
            | Op::StrictEq
            | Op::StrictNotEq
            | Op::Less
            | Op::LessEq
            | Op::Greater
            | Op::GreaterEq
            | Op::In
            | Op::NotIn
            | Op::Is
            | Op::IsNot
            | Op::InstanceOf
    )
}

/// `'a' + 1` is a number where `'a'` is a letter rather than a string.
fn mixes_letters(node: Node<'_>, dialect: &super::super::dialect::Dialect) -> bool {
    let letters = matches!(dialect.numbers, Numbers::Machine);
    let letter = |node: Node<'_>| node.kind() == Kind::String && node.text().starts_with('\'');
    letters && node.op() == Op::Add && node.children().any(letter)
}
