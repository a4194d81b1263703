//! Lists, maps and string buffers of the standard libraries.

use portcullis_syntax::{Kind, Node};

use super::super::fold;
use super::super::object::{ANY, Key, Object, Shape};
use super::super::value::{Const, ObjectId, Taint, Thing, Value};
use super::Walker;
use super::inline::Argument;
use super::trail::Step;

const LISTS: &[&str] = &[
    "ArrayList",
    "LinkedList",
    "Vector",
    "Stack",
    "ArrayDeque",
    "Array",
    "List",
    "list",
    "deque",
    "tuple",
    "CopyOnWriteArrayList",
    "MutableList",
    "ListBuffer",
    "ArrayBuffer",
];

const SETS: &[&str] = &["HashSet", "LinkedHashSet", "TreeSet", "Set", "set", "frozenset"];

const MAPS: &[&str] = &[
    "HashMap",
    "LinkedHashMap",
    "TreeMap",
    "Hashtable",
    "ConcurrentHashMap",
    "Map",
    "Properties",
    "dict",
    "OrderedDict",
    "defaultdict",
    "ConfigParser",
    "RawConfigParser",
    "SafeConfigParser",
    "WeakMap",
    "Dictionary",
];

const BUFFERS: &[&str] = &["StringBuilder", "StringBuffer", "StringWriter", "StringIO"];

/// Methods that add to a collection or buffer, for receivers of which nothing is known.
const ADDS: &[&str] = &[
    "add",
    "append",
    "push",
    "addLast",
    "addFirst",
    "offer",
    "addElement",
    "insert",
    "unshift",
    "appendleft",
    "extend",
    "addAll",
];

/// Methods that put a value under a key.
const PUTS: &[&str] =
    &["put", "set", "setdefault", "putIfAbsent", "setProperty", "setAttribute", "set_item"];

/// Methods that change a string in its place.
const CHANGES_TEXT: &[&str] = &["concat", "insert", "prepend", "replace", "append"];

/// Methods that look something up by key.
const GETS: &[&str] = &["get", "getOrDefault", "getProperty", "getAttribute", "at", "elementAt"];

/// Methods that change nothing and whose result is no element.
const READS: &[&str] = &[
    "contains",
    "includes",
    "indexOf",
    "lastIndexOf",
    "isEmpty",
    "forEach",
    "map",
    "filter",
    "reduce",
    "join",
    "some",
    "every",
    "find",
    "index",
    "count",
    "containsKey",
    "has",
    "hasNext",
    "toString",
    "stream",
    "iterator",
    "values",
    "keys",
    "items",
    "entries",
    "keySet",
    "entrySet",
];

/// A call of a method of an object that the walk knows.
struct Method<'a, 't> {
    node: Node<'t>,
    id: ObjectId,
    receiver: &'a Value,
    name: &'a str,
    args: &'a [Argument<'t>],
}

impl<'t> Walker<'t> {
    /// `new T(x)`.
    pub(super) fn new_object(&mut self, node: Node<'t>) -> Value {
        let (Some(of_type), Some(list)) = (node.child(0), node.child(1)) else {
            return self.each(node);
        };
        let mut args = self.arguments(list);
        if let Some(items) = node.child(2).filter(|items| items.kind() == Kind::List) {
            return self.eval(items);
        }
        let body = node.child(2).filter(|body| body.kind() == Kind::Block);
        let name = self.program.last_name(of_type);
        let literal = body.or(Some(of_type).filter(|of_type| of_type.kind() == Kind::Class));
        // PHP makes objects of classes that variables name.
        if of_type.kind() == Kind::Class || of_type.text().starts_with('$') {
            self.eval(of_type);
        }
        let class = literal.map(Node::id).or_else(|| self.program.class_named(name));
        let value = match class {
            Some(class) => {
                if let Some(body) = body.filter(|_| self.is_main()) {
                    self.anonymous(body);
                }
                let value = self.construct(class, &args, node);
                self.after_known(value, &args)
            }
            None => {
                args.extend(self.properties(node));
                let text = last_word(of_type.text());
                match self.builtin(node, text, &args) {
                    Some(value) => self.after_known(value, &args),
                    None => self.unknown_call(node, "", &Value::default(), None, &args),
                }
            }
        };
        self.set_operands(node, &args);
        value
    }

    /// What is set in braces after the arguments, as one more argument.
    fn properties(&mut self, created: Node<'t>) -> Option<Argument<'t>> {
        let set = created.child(2).filter(|set| set.kind() == Kind::Dict)?;
        let value = self.eval(set);
        Some(Argument { node: set, name: 0, spread: false, value })
    }

    fn anonymous(&mut self, body: Node<'t>) {
        let before = (self.state.clone(), self.live);
        self.class_body(body.id());
        self.walk_class(body.id());
        (self.state, self.live) = before;
    }

    /// A collection or buffer made by a function or constructor of the standard library.
    pub(super) fn builtin(
        &mut self,
        node: Node<'t>,
        name: &str,
        args: &[Argument<'t>],
    ) -> Option<Value> {
        let shape = shape_of(name)?;
        let first = args.first().filter(|arg| arg.name == 0).map(|arg| arg.value.clone());
        let sized = first.as_ref().is_some_and(|v| matches!(v.as_const(), Some(Const::Int(_))));
        let first = first.filter(|_| !sized || name == "list");
        let mut object = match (shape, first) {
            (Shape::Text, first) => {
                let empty = Value::constant(Some(Const::text("")), Taint::default());
                Object::buffer(first.unwrap_or(empty))
            }
            (_, None) => Object::new(shape, None),
            (_, Some(first)) => self.copied(shape, &first),
        };
        for arg in args.iter().filter(|arg| arg.name != 0) {
            object.put(Key::Name(arg.name), arg.value.clone());
        }
        if SETS.contains(&name) {
            object.collapse();
        }
        Some(self.make(node, object))
    }

    /// A copy of a collection of which something may be known.
    fn copied(&self, shape: Shape, from: &Value) -> Object {
        if let [id] = from.thing.objects()
            && let Some(object) = self.state.object(*id)
            && object.shape == shape
            && object.class.is_none()
            && from.taint.is_empty()
        {
            return object.clone();
        }
        Object::open(shape, self.deep(from))
    }

    /// A method of a collection; `None` where it is none or the method is not one of theirs.
    pub(super) fn collection(
        &mut self,
        node: Node<'t>,
        object: Node<'t>,
        receiver: &Value,
        name: &str,
        args: &[Argument<'t>],
    ) -> Option<Value> {
        if let Some(made) = self.factory(node, object, name, args) {
            return Some(made);
        }
        let named = self.property(object, receiver, name, args);
        if let Some(value) = named.or_else(|| self.setting(object, receiver, name, args)) {
            return Some(value);
        }
        let owner = match receiver.thing.objects() {
            [] => self.guessed(object, receiver, name, args)?,
            _ => receiver.clone(),
        };
        match owner.thing.objects() {
            [id] => {
                let known = self.state.object(*id)?;
                let (id, shape, class) = (*id, known.shape, known.class);
                if class.is_some() {
                    return None;
                }
                let method = Method { node, id, receiver: &owner, name, args };
                match shape {
                    Shape::List => self.list_method(&method),
                    Shape::Map => self.map_method(&method),
                    Shape::Text => self.text_method(&method),
                }
            }
            _ => self.any_method(&owner, name, args),
        }
    }

    /// `List.of(a, b)`, `Arrays.asList(a, b)`, `Map.of(k, v)`.
    fn factory(
        &mut self,
        node: Node<'t>,
        object: Node<'t>,
        name: &str,
        args: &[Argument<'t>],
    ) -> Option<Value> {
        let items = || args.iter().map(|arg| arg.value.clone()).collect::<Vec<_>>();
        let made = match (object.text(), name) {
            ("List" | "Arrays" | "Set" | "Stream" | "Array", "of" | "asList") => {
                Object::list(items())
            }
            ("Map", "of") => {
                let mut map = Object::new(Shape::Map, None);
                for pair in items().chunks(2) {
                    if let [key, value] = pair {
                        match self.key(key) {
                            Some(key) => map.put(key, value.clone()),
                            None => map.blur(&self.deep(value)),
                        }
                    }
                }
                map
            }
            _ => return None,
        };
        Some(self.make(node, made))
    }

    /// `a.setName(x)` and `a.getName()` are about a field of that name.
    fn property(
        &mut self,
        object: Node<'t>,
        receiver: &Value,
        name: &str,
        args: &[Argument<'t>],
    ) -> Option<Value> {
        let known = receiver.thing.objects().iter().any(|id| {
            let map = self.state.object(*id).filter(|object| object.shape == Shape::Map);
            map.is_some_and(|object| object.values().next().is_some())
        });
        let place = self.program.scopes.symbol(object.id()).is_some();
        match args {
            [arg] if place && (known || !self.deep(&arg.value).is_empty()) => {
                let key = Key::Name(self.intern(&field(name.strip_prefix("set")?)?));
                Some(self.put_into(object, receiver, Some(key), arg))
            }
            [] if known => {
                let key = Key::Name(self.intern(&field(name.strip_prefix("get")?)?));
                Some(self.get(receiver, key))
            }
            _ => None,
        }
    }

    /// `a.set("s", "k", x)` and `a.get("s", "k")`, as files of settings have it: two keys in one.
    fn setting(
        &mut self,
        object: Node<'t>,
        receiver: &Value,
        name: &str,
        args: &[Argument<'t>],
    ) -> Option<Value> {
        let place = self.program.scopes.symbol(object.id()).is_some();
        match (name, args) {
            ("set", [section, option, arg]) if place => {
                let known = !receiver.thing.objects().is_empty();
                if !known && self.deep(&arg.value).is_empty() {
                    return None;
                }
                let key = self.joined_key(section, option);
                Some(self.put_into(object, receiver, key, arg))
            }
            ("get", [section, option]) => {
                let key = self.joined_key(section, option)?;
                let [id] = receiver.thing.objects() else { return None };
                self.state.object(*id)?.get(key).map(|value| value.with(&receiver.taint))
            }
            _ => None,
        }
    }

    /// A place takes a value in under a key; what it holds then.
    fn put_into(
        &mut self,
        place: Node<'t>,
        before: &Value,
        key: Option<Key>,
        arg: &Argument<'t>,
    ) -> Value {
        let taint = self.trail.carry(&arg.value.taint, place.id(), Step::Joins);
        let value = Value { taint, ..arg.value.clone() };
        let owner = self.owner(place, Shape::Map);
        self.put(&owner, key, value);
        Value { thing: owner, taint: before.taint.clone() }
    }

    /// One key of two constant ones.
    fn joined_key(&mut self, first: &Argument<'t>, second: &Argument<'t>) -> Option<Key> {
        match (first.value.as_const()?, second.value.as_const()?) {
            (Const::Str(a), Const::Str(b)) => Some(Key::Name(self.intern(&format!("{a}\0{b}")))),
            _ => None,
        }
    }

    /// A variable of which nothing is known is taken for a collection once something tainted is put
    /// into it.
    fn guessed(
        &mut self,
        object: Node<'t>,
        receiver: &Value,
        name: &str,
        args: &[Argument<'t>],
    ) -> Option<Value> {
        if self.program.dialect.mutable_strings && receiver.thing.is_text() {
            if CHANGES_TEXT.contains(&name) {
                let added = args.iter().map(|arg| arg.value.clone());
                self.add_to_text(object, receiver, added.collect());
            }
            return None;
        }
        let shape = match name {
            _ if ADDS.contains(&name) && (1..=2).contains(&args.len()) => Shape::List,
            _ if PUTS.contains(&name) && args.len() == 2 => Shape::Map,
            _ => return None,
        };
        let tainted = args.iter().any(|arg| !self.deep(&arg.value).is_empty());
        let place = self.program.scopes.symbol(object.id()).is_some();
        if !tainted || !place || receiver.as_const().is_some() {
            return None;
        }
        let thing = self.owner(object, shape);
        Some(Value { thing, taint: receiver.taint.clone() })
    }

    /// A string in a place takes others in.
    pub(super) fn add_to_text(&mut self, place: Node<'t>, text: &Value, added: Vec<Value>) {
        let all = added.iter().all(|value| value.thing.is_text());
        let each = added.iter().map(|value| self.deep(value));
        let taint = each.fold(self.deep(text), |all, one| all.union(&one));
        let thing = if all { Thing::Text } else { Thing::Unknown };
        self.hold(place, Value { thing, taint });
    }

    /// A method of one of several collections.
    fn any_method(&mut self, owner: &Value, name: &str, args: &[Argument<'t>]) -> Option<Value> {
        if ADDS.contains(&name) || PUTS.contains(&name) {
            let value = args.last().map(|arg| arg.value.clone()).unwrap_or_default();
            let key = match args {
                [key, _] if PUTS.contains(&name) => self.key(&key.value),
                _ => None,
            };
            self.put(&owner.thing, key, value);
            return Some(owner.clone());
        }
        match args {
            [index] if GETS.contains(&name) => Some(self.at(owner, &index.value)),
            _ => None,
        }
    }

    fn carried(&mut self, method: &Method<'_, 't>, at: usize) -> Value {
        let value = method.args.get(at).map(|arg| arg.value.clone()).unwrap_or_default();
        let place = method.node.child(0).and_then(|callee| callee.child(0));
        let place = place.map_or(method.node.id(), Node::id);
        Value { taint: self.trail.carry(&value.taint, place, Step::Joins), ..value }
    }

    fn number(method: &Method<'_, 't>, at: usize) -> Option<i64> {
        match method.args.get(at)?.value.as_const()? {
            Const::Int(number) => Some(*number),
            _ => None,
        }
    }

    fn list_method(&mut self, method: &Method<'_, 't>) -> Option<Value> {
        match (method.name, method.args.len()) {
            ("add" | "insert" | "splice", 2..) | ("unshift" | "addFirst" | "appendleft", 1) => {
                self.insert(method);
            }
            (
                "add" | "append" | "push" | "addLast" | "offer" | "addElement" | "enqueue"
                | "push_back",
                1..,
            ) => {
                for at in 0..method.args.len() {
                    let value = self.carried(method, at);
                    self.change(method.id, |list| list.push(value));
                }
            }
            ("extend" | "addAll" | "concat", 1) => self.extend(method),
            ("set" | "setElementAt", 2) => {
                let at = usize::from(method.name != "set");
                let value = self.carried(method, 1 - at);
                let key = Self::number(method, at).map(Key::Number);
                self.put(&method.receiver.thing, key, value);
            }
            ("clear", 0) => self.change(method.id, Object::clear),
            ("sort" | "reverse" | "shuffle", _) => self.change(method.id, Object::collapse),
            _ => return self.list_read(method),
        }
        Some(method.receiver.clone())
    }

    fn insert(&mut self, method: &Method<'_, 't>) {
        let (at, value) = match method.args.len() {
            1 => (Some(0), self.carried(method, 0)),
            2 if method.name != "splice" => (Self::number(method, 0), self.carried(method, 1)),
            last => (None, self.carried(method, last - 1)),
        };
        self.change(method.id, |list| list.insert(at, value));
    }

    fn extend(&mut self, method: &Method<'_, 't>) {
        let value = self.carried(method, 0);
        match self.items_of(&value) {
            Some(items) => self.change(method.id, |list| {
                items.into_iter().for_each(|item| list.push(item));
            }),
            None => {
                let taint = self.deep(&value);
                self.change(method.id, |list| list.blur(&taint));
            }
        }
    }

    fn list_read(&mut self, method: &Method<'_, 't>) -> Option<Value> {
        let at = match (method.name, method.args.len()) {
            ("getFirst" | "first" | "element", 0) => Some(0),
            ("getLast" | "last" | "peek", 0) => Some(-1),
            _ => None,
        };
        if let Some(at) = at {
            return Some(self.get(method.receiver, Key::Number(at)));
        }
        match (method.name, method.args.len()) {
            (name, 1) if GETS.contains(&name) => {
                Some(self.at(method.receiver, &method.args.first()?.value))
            }
            ("shift" | "removeFirst" | "poll" | "popleft" | "dequeue", 0) => {
                Some(self.take(method, Some(0)))
            }
            ("pop" | "removeLast" | "pollLast", 0) => Some(self.take(method, Some(-1))),
            ("remove", 1) if self.program.dialect.explicit_self => {
                self.change(method.id, Object::collapse);
                None
            }
            ("remove" | "pop" | "removeAt", 1) => Some(self.take(method, Self::number(method, 0))),
            ("size" | "length" | "count", 0) => self.size(method),
            ("copy" | "clone" | "toArray" | "stream" | "iterator" | "slice" | "toList", 0) => {
                self.copy(method)
            }
            _ => self.other(method),
        }
    }

    fn take(&mut self, method: &Method<'_, 't>, at: Option<i64>) -> Value {
        let found = match at {
            Some(at) => self.get(method.receiver, Key::Number(at)),
            None => self.element(method.receiver),
        };
        self.change(method.id, |list| {
            list.take(at);
        });
        found
    }

    fn size(&mut self, method: &Method<'_, 't>) -> Option<Value> {
        let length = self.length(method.receiver)?;
        let assumed = self.marks.assumed;
        let taint = self.deep(method.receiver).without(assumed.functions | assumed.numbers);
        Some(Value::constant(Some(length), taint))
    }

    fn copy(&mut self, method: &Method<'_, 't>) -> Option<Value> {
        let object = self.state.object(method.id)?.clone();
        Some(self.make(method.node, object).with(&method.receiver.taint))
    }

    /// A method that is not known may change what it belongs to.
    fn other(&mut self, method: &Method<'_, 't>) -> Option<Value> {
        if !READS.contains(&method.name) {
            self.change(method.id, Object::unfix);
        }
        None
    }

    fn map_method(&mut self, method: &Method<'_, 't>) -> Option<Value> {
        let args = method.args;
        match (method.name, args.len()) {
            (name, 2 | 3) if PUTS.contains(&name) || name == "add" => {
                let value = self.carried(method, args.len() - 1);
                let key = self.keys(args.get(..args.len() - 1)?);
                self.put(&method.receiver.thing, key, value);
                Some(method.receiver.clone())
            }
            (name, 1..=3) if GETS.contains(&name) => Some(self.look_up(method)),
            ("remove" | "pop" | "delete", 1 | 2) => {
                let found = self.look_up(method);
                if let Some(key) = self.key(&args.first()?.value) {
                    self.change(method.id, |map| {
                        map.remove(key);
                    });
                }
                Some(found)
            }
            ("update" | "putAll" | "assign", 1) => Some(self.update(method)),
            ("clear", 0) => {
                self.change(method.id, Object::clear);
                Some(Value::default())
            }
            ("size" | "length", 0) => self.size(method),
            ("copy" | "clone", 0) => self.copy(method),
            ("values", 0) => {
                let element = self.element(method.receiver);
                let mut list = Object::open(Shape::List, self.deep(method.receiver));
                list.put(ANY, element);
                Some(self.make(method.node, list))
            }
            _ => self.other(method),
        }
    }

    /// One key of several parts: a section and an option.
    fn keys(&mut self, args: &[Argument<'t>]) -> Option<Key> {
        if let [one] = args {
            return self.key(&one.value);
        }
        let parts: Option<Vec<String>> =
            args.iter().map(|arg| arg.value.as_const().and_then(fold::written)).collect();
        Some(Key::Name(self.intern(&parts?.join("\0"))))
    }

    /// `get(key)`, `get(section, option)`, `get(key, default)`.
    fn look_up(&mut self, method: &Method<'_, 't>) -> Value {
        let args: Vec<Argument<'t>> =
            method.args.iter().filter(|arg| arg.name == 0).cloned().collect();
        let Some(first) = args.first() else { return Value::tainted(self.deep(method.receiver)) };
        let object = self.state.object(method.id);
        if let Some(second) = args.get(1) {
            let both = self.keys(args.get(..2).unwrap_or(&[]));
            if let Some(found) = both.and_then(|key| self.state.object(method.id)?.get(key)) {
                return found;
            }
            return self.at(method.receiver, &first.value).or(&second.value);
        }
        let nested = object.is_some_and(|object| object.shape == Shape::Map);
        match self.key(&first.value) {
            Some(key) if nested => self.get(method.receiver, key),
            _ => self.element(method.receiver),
        }
    }

    fn update(&mut self, method: &Method<'_, 't>) -> Value {
        let value = self.carried(method, 0);
        let known = match value.thing.objects() {
            [id] if value.taint.is_empty() => self.state.object(*id).cloned(),
            _ => None,
        };
        let taint = self.deep(&value);
        self.change(method.id, |map| match known {
            Some(other) => {
                other.entries().for_each(|(key, value)| map.put(*key, value.clone()));
                if !other.rest().is_empty() {
                    map.blur(other.rest());
                }
            }
            None => map.blur(&taint),
        });
        method.receiver.clone()
    }

    fn text_method(&mut self, method: &Method<'_, 't>) -> Option<Value> {
        let old = self.state.object(method.id)?.items()?.first()?.clone();
        let new = match (method.name, method.args.len()) {
            ("append" | "write" | "concat" | "print", 1) => {
                let added = self.carried(method, 0);
                let taint = old.taint.union(&self.deep(&added));
                let texts = old.as_const().and_then(fold::written);
                let texts = texts.zip(added.as_const().and_then(fold::written));
                Value::constant(texts.and_then(|(a, b)| fold::text(&(a + &b))), taint)
            }
            ("setLength", 1) if Self::number(method, 0) == Some(0) => {
                Value::constant(Some(Const::text("")), Taint::default())
            }
            ("toString" | "getvalue", 0) => return Some(old.with(&method.receiver.taint)),
            (
                "append" | "write" | "insert" | "replace" | "reverse" | "delete" | "deleteCharAt"
                | "setCharAt" | "setLength" | "println" | "print" | "printf" | "format",
                _,
            ) => {
                let each = method.args.iter().map(|arg| self.deep(&arg.value));
                Value::tainted(each.fold(old.taint.clone(), |all, taint| all.union(&taint)))
            }
            _ => return self.read_text(&old, method),
        };
        self.change(method.id, |buffer| *buffer = Object::buffer(new));
        Some(method.receiver.clone())
    }

    fn read_text(&mut self, text: &Value, method: &Method<'_, 't>) -> Option<Value> {
        let constants: Option<Vec<&Const>> =
            method.args.iter().map(|arg| arg.value.as_const()).collect();
        let constants = constants?;
        let Some(Const::Str(known)) = text.as_const() else { return None };
        let found = fold::method(known, method.name, &constants)?;
        Some(Value::constant(Some(found), text.taint.clone()))
    }
}

/// The last word of a type's name, without its parameters.
fn last_word(of_type: &str) -> &str {
    let plain = of_type.split(['<', '[', '(']).next().unwrap_or("").trim();
    plain.rsplit(['.', ' ']).next().unwrap_or("")
}

fn shape_of(name: &str) -> Option<Shape> {
    match name {
        _ if LISTS.contains(&name) || SETS.contains(&name) => Some(Shape::List),
        _ if MAPS.contains(&name) => Some(Shape::Map),
        _ if BUFFERS.contains(&name) => Some(Shape::Text),
        _ => None,
    }
}

/// The field that `Name` in `getName` stands for.
fn field(name: &str) -> Option<String> {
    let first = name.chars().next().filter(char::is_ascii_uppercase)?;
    Some(format!("{}{}", first.to_ascii_lowercase(), name.get(1..).unwrap_or("")))
}
