//! Calls: what is called, and what comes of it where the file does not define it.

use portcullis_syntax::{Kind, Node, NodeId};

use super::super::fold;
use super::super::marks::Part;
use super::super::names::NameId;
use super::super::object::{Key, Shape};
use super::super::scopes::Meaning;
use super::super::value::{Const, Taint, Thing, Value};
use super::Walker;
use super::expressions::is_number;
use super::inline::{Argument, Callee};

/// Functions of one method name that a call may mean.
const CALLEES: usize = 4;

/// Methods and functions that call their argument with the elements of a collection or the value of
/// a promise, and return what it returns.
const APPLIES: &[&str] = &[
    "map",
    "flatMap",
    "forEach",
    "filter",
    "reduce",
    "then",
    "some",
    "every",
    "find",
    "each",
    "finally",
    "catch",
    "sort",
    "sorted",
    "ifPresent",
    "apply",
    "computeIfAbsent",
    "findFirst",
    "use",
    "let",
    "also",
    "run",
    "onEach",
    "select",
    "selectMany",
    "where",
    "any",
    "all",
];

/// Names of classes and modules whose functions turn their argument into text.
const AS_TEXT: &[&str] = &["str", "String", "valueOf", "toString", "unicode"];

/// Functions that quote or trim a text, and know nothing else.
const QUOTES: &[&str] = &[
    "escapeshellarg",
    "escapeshellcmd",
    "htmlspecialchars",
    "htmlentities",
    "addslashes",
    "trim",
    "strtolower",
    "strtoupper",
    "quote",
    "escape",
    "dirname",
    "basename",
];

/// Functions whose result is a number.
const AS_NUMBER: &[&str] = &[
    "parseInt",
    "parseLong",
    "parseFloat",
    "parseDouble",
    "parseShort",
    "parseByte",
    "Number",
    "len",
    "ord",
    "intValue",
    "longValue",
    "compareTo",
    "hashCode",
];

/// Functions whose result is a truth value.
const AS_BOOLEAN: &[&str] = &["bool", "Boolean", "parseBoolean", "isEmpty", "equals"];

impl<'t> Walker<'t> {
    /// `f(x)`, `a.f(x)`.
    pub(super) fn call(&mut self, node: Node<'t>) -> Value {
        let Some((callee, list)) = node.child(0).zip(node.child(1)) else { return self.each(node) };
        let (value, args) = match callee.kind() {
            Kind::Member => self.method_call(node, callee, list),
            _ => self.plain_call(node, callee, list),
        };
        self.set_operands(node, &args);
        value
    }

    /// A sink that is a call looks at its arguments too.
    pub(super) fn set_operands(&mut self, node: Node<'t>, args: &[Argument<'t>]) {
        self.operands = Taint::default();
        if self.marks.of(node.id()).is_some_and(Part::looks_at_operands) {
            let each = args.iter().map(|arg| self.deep(&arg.value));
            self.operands = each.fold(Taint::default(), |all, taint| all.union(&taint));
        }
    }

    /// Arguments in order. A function literal among them is walked by whoever calls it.
    pub(super) fn arguments(&mut self, list: Node<'t>) -> Vec<Argument<'t>> {
        let mut args = Vec::new();
        for node in list.children() {
            let (name, inner) = match node.kind() {
                Kind::Keyword => {
                    let name = node.child(0).map_or(0, |name| self.program.scopes.name(name.id()));
                    (name, node.child(1).unwrap_or(node))
                }
                _ => (0, node),
            };
            let value = match inner.kind() {
                Kind::Function => Value::clean(Thing::Function(inner.id())),
                _ => self.eval(node),
            };
            args.push(Argument { node: inner, name, spread: node.kind() == Kind::Spread, value });
        }
        args
    }

    fn plain_call(
        &mut self,
        node: Node<'t>,
        callee: Node<'t>,
        list: Node<'t>,
    ) -> (Value, Vec<Argument<'t>>) {
        let target = match callee.kind() {
            Kind::Function => Value::clean(Thing::Function(callee.id())),
            _ => self.eval(callee),
        };
        let args = self.arguments(list);
        let name = self.program.last_name(callee);
        let text = if callee.kind() == Kind::Name { callee.text() } else { "" };
        let value = match target.thing {
            Thing::Function(_) if callee.kind() == Kind::Function => {
                let given: Vec<Value> = args.iter().map(|arg| arg.value.clone()).collect();
                Some(self.walk_closure(callee, &given))
            }
            Thing::Function(function) => {
                let callee = Callee { function, ..self.own(function) };
                self.call_functions(&[callee], &args, node)
            }
            Thing::Class(class) => Some(self.construct(class, &args, node)),
            _ if matches!(text, "super" | "this") && !self.program.dialect.explicit_self => {
                self.sibling_constructor(text, &args, node)
            }
            _ => {
                let callees = self.own_methods(name, args.len());
                self.call_some(&callees, &args, node)
            }
        };
        let value = value.or_else(|| self.builtin(node, text, &args));
        let value = match value {
            Some(value) => self.after_known(value, &args),
            None => self.unknown_call(node, text, &target, None, &args),
        };
        (value, args)
    }

    /// Function literals that were passed to a function of the file are walked for themselves too.
    pub(super) fn after_known(&mut self, value: Value, args: &[Argument<'t>]) -> Value {
        let live = self.live;
        for arg in args.iter().filter(|arg| arg.node.kind() == Kind::Function) {
            self.function(arg.node);
        }
        self.live = live;
        value
    }

    fn call_some(
        &mut self,
        callees: &[Callee],
        args: &[Argument<'t>],
        node: Node<'t>,
    ) -> Option<Value> {
        if callees.is_empty() { None } else { self.call_functions(callees, args, node) }
    }

    /// A function called by its bare name belongs to the object at hand, if to any.
    fn own(&self, function: NodeId) -> Callee {
        let (class, this) = match self.calls.last() {
            Some(call) => (call.class, call.this.clone()),
            None => (None, Value::default()),
        };
        Callee { function, class: self.program.class_of(function).or(class), this }
    }

    /// Methods of the class at hand, or of those around it, called without an object.
    fn own_methods(&self, name: NameId, count: usize) -> Vec<Callee> {
        if !self.program.dialect.implicit_fields || name == 0 {
            return Vec::new();
        }
        let this = self.this();
        let class = self.calls.last().and_then(|call| call.class);
        let found = class.map_or(Vec::new(), |class| self.methods(class, name, count, &this));
        if !found.is_empty() {
            return found;
        }
        let around = self.tree.node(self.here()).ancestors().take(64);
        for class in around.filter(|node| node.kind() == Kind::Class) {
            let found = self.methods(class.id(), name, count, &Value::default());
            if !found.is_empty() {
                return found;
            }
        }
        let functions = self.program.functions_named(name);
        let one = self.fitting(functions, count);
        one.map(|function| Callee { function, class: None, this }).into_iter().collect()
    }

    /// `super(...)`, `this(...)`.
    fn sibling_constructor(
        &mut self,
        text: &str,
        args: &[Argument<'t>],
        node: Node<'t>,
    ) -> Option<Value> {
        let class = self.calls.last().and_then(|call| call.class)?;
        let lineage = self.program.lineage(class);
        let above = lineage.into_iter().skip(usize::from(text == "super"));
        let known = above.filter_map(|class| Some((class, self.program.class(class)?)));
        let (class, function) = known
            .filter_map(|(id, class)| Some((id, self.fitting(&class.constructors, args.len())?)))
            .next()?;
        let callee = Callee { function, class: Some(class), this: self.this() };
        self.call_functions(&[callee], args, node)
    }

    fn method_call(
        &mut self,
        node: Node<'t>,
        callee: Node<'t>,
        list: Node<'t>,
    ) -> (Value, Vec<Argument<'t>>) {
        let (Some(object), Some(name)) = (callee.child(0), callee.child(1)) else {
            return (Value::default(), Vec::new());
        };
        let mut receiver = self.eval(object);
        if let Some(class) = self.declared_class(object, &receiver) {
            receiver.thing = self.instance_at(object, class);
        }
        let whole = match self.marks.of(callee.id()) {
            Some(part) => {
                let value = self.field(&receiver, name);
                self.finish(callee, value, Some(part))
            }
            None => Value::default(),
        };
        let args = self.arguments(list);
        let callees = self.callees(object, &receiver, name, args.len());
        let known = self.program.dialect.method_name(name.text());
        let value = self
            .call_some(&callees, &args, node)
            .or_else(|| self.collection(node, object, &receiver, &known, &args))
            .or_else(|| self.text_call(&receiver, &known, &args));
        let value = match value {
            Some(value) => self.after_known(value, &args),
            None => self.unknown_call(node, &known, &whole, Some(&receiver), &args),
        };
        (value.with(&whole.taint), args)
    }

    /// The functions of the file that a method call may mean.
    fn callees(
        &mut self,
        object: Node<'t>,
        receiver: &Value,
        name: Node<'t>,
        count: usize,
    ) -> Vec<Callee> {
        let key = self.program.scopes.name(name.id());
        let mut classes: Vec<NodeId> = match &receiver.thing {
            Thing::Class(class) => vec![*class],
            Thing::Objects(ids) => {
                ids.iter().filter_map(|id| self.state.object(*id)?.class).collect()
            }
            _ => Vec::new(),
        };
        let above = object.text() == "super" || self.is_super_call(object);
        if above && let Some(class) = self.calls.last().and_then(|call| call.class) {
            classes = self.program.lineage(class).into_iter().skip(1).collect();
        }
        classes.dedup();
        let this = if above { self.this() } else { receiver.clone() };
        let mut found: Vec<Callee> = Vec::new();
        for class in classes {
            for callee in self.methods(class, key, count, &this) {
                if !found.iter().any(|other| other.function == callee.function) {
                    found.push(callee);
                }
            }
        }
        if found.is_empty()
            && let Thing::Function(function) = self.get(receiver, Key::Name(key)).thing
        {
            found.push(Callee { this: receiver.clone(), ..self.own(function) });
        }
        found.truncate(CALLEES);
        found
    }

    /// `super().method()`.
    fn is_super_call(&self, object: Node<'t>) -> bool {
        object.kind() == Kind::Call
            && object.child(0).is_some_and(|callee| callee.text() == "super")
    }

    /// The class that a variable was declared with.
    fn declared_class(&self, object: Node<'t>, held: &Value) -> Option<NodeId> {
        if !matches!(held.thing, Thing::Unknown) {
            return None;
        }
        let symbol = self.program.scopes.get(self.program.scopes.symbol(object.id())?)?;
        let plain = matches!(symbol.meaning, Meaning::Variable | Meaning::Field { .. });
        self.program.class_named(symbol.type_name).filter(|_| plain)
    }

    /// A variable of which only the class is known holds an instance of which nothing is known.
    fn instance_at(&mut self, object: Node<'t>, class: NodeId) -> Thing {
        let thing = self.owner(object, Shape::Map);
        if let [id] = thing.objects()
            && let Some(object) = self.state.object_mut(*id)
        {
            object.class = Some(class);
        }
        thing
    }

    /// Methods of this name of a class, of those above it, or else of those below it.
    fn methods(&self, class: NodeId, name: NameId, count: usize, this: &Value) -> Vec<Callee> {
        let of_class = |class: NodeId| {
            let known = self.program.class(class)?;
            let methods = known.methods.get(&name).or_else(|| {
                let named = |id: &NodeId| self.tree.node(*id).child(1).map(Node::id);
                let first = named(known.constructors.first()?)?;
                (self.program.scopes.name(first) == name).then_some(&known.constructors)
            });
            let function = self.fitting(methods?, count)?;
            Some(Callee { function, class: Some(class), this: this.clone() })
        };
        let own = self.program.lineage(class).into_iter().find_map(of_class);
        match own {
            Some(callee) => vec![callee],
            None => self.program.heirs(class).iter().copied().filter_map(of_class).collect(),
        }
    }

    /// A call of something that the file does not define: what goes in taints what comes out.
    pub(super) fn unknown_call(
        &mut self,
        node: Node<'t>,
        name: &str,
        target: &Value,
        receiver: Option<&Value>,
        args: &[Argument<'t>],
    ) -> Value {
        let callee = node.child(0).map_or(node.id(), Node::id);
        let called = target.taint.without(self.marks.assumed.operators);
        let mut taint = called.union(&self.fed(callee));
        let held = receiver.map(|receiver| self.contents(receiver));
        let mut given = held.unwrap_or_default();
        for arg in args {
            given = given.union(&self.deep(&arg.value));
            self.escape(&arg.value);
        }
        taint = taint.union(&given.without(self.marks.assumed.functions));
        let applied = self.call_back(node, name, receiver, args);
        let boxed = node.child(0).and_then(|callee| callee.child(0)).map_or("", Node::text);
        let safe = self.safe_results(name) | self.safe_type(boxed, name == "valueOf");
        taint = taint.union(&applied).without(safe);
        let constant = if receiver.is_none() { converted(name, args) } else { None };
        let texts = !args.is_empty() && args.iter().all(|arg| arg.value.thing.is_text());
        match constant {
            None if texts && QUOTES.contains(&name) => Value { thing: Thing::Text, taint },
            constant => Value::constant(constant, taint),
        }
    }

    fn safe_results(&self, name: &str) -> u128 {
        let assumed = self.marks.assumed;
        match name {
            _ if AS_NUMBER.contains(&name) || is_number(name) => assumed.numbers,
            _ if AS_BOOLEAN.contains(&name) => assumed.booleans,
            _ => 0,
        }
    }

    /// Rules for which values of a type are clean, if it is one of numbers or of truth values.
    pub(super) fn safe_type(&self, name: &str, counts: bool) -> u128 {
        let assumed = self.marks.assumed;
        match name {
            _ if !counts => 0,
            "boolean" | "Boolean" | "bool" => assumed.booleans,
            _ if is_number(name) => assumed.numbers,
            _ => 0,
        }
    }

    /// Somebody else may change what is inside a value.
    pub(super) fn escape(&mut self, value: &Value) {
        for id in value.thing.objects() {
            self.change(*id, super::super::object::Object::unfix);
        }
    }

    /// Functions among the arguments may run, with elements of the receiver where the name says so.
    fn call_back(
        &mut self,
        node: Node<'t>,
        name: &str,
        receiver: Option<&Value>,
        args: &[Argument<'t>],
    ) -> Taint {
        let mut taint = Taint::default();
        let applies = APPLIES.contains(&name);
        for arg in args {
            let Thing::Function(function) = arg.value.thing else { continue };
            let given = if applies { self.given_to(receiver, args) } else { Vec::new() };
            let literal = arg.node.kind() == Kind::Function;
            let clean = given.iter().all(|value| value.taint.is_empty());
            if literal && clean && self.is_main() && self.here() == NodeId(0) {
                self.queue.push(function);
                continue;
            }
            let before = self.state.clone();
            let value = if literal {
                let literal = self.tree.node(function);
                self.walk_closure(literal, &given)
            } else if applies {
                self.call_named(function, &given, node)
            } else {
                continue;
            };
            self.state.join(&before);
            self.live = true;
            if applies {
                taint = taint.union(&self.deep(&value));
            }
        }
        taint
    }

    /// What such a function is called with: an element twice, for what is folded and what is added.
    fn given_to(&mut self, receiver: Option<&Value>, args: &[Argument<'t>]) -> Vec<Value> {
        let sources = args.iter().map(|arg| &arg.value);
        let all = match receiver {
            Some(receiver) if !self.contents(receiver).is_empty() => self.element(receiver),
            _ => {
                let others = sources.filter(|value| !matches!(value.thing, Thing::Function(_)));
                let own = receiver.map(|receiver| receiver.taint.clone()).unwrap_or_default();
                let taint = others.fold(own, |all, one| all.union(&self.deep(one)));
                Value::tainted(taint)
            }
        };
        vec![all.clone(), all]
    }

    fn call_named(&mut self, function: NodeId, given: &[Value], node: Node<'t>) -> Value {
        let literal =
            |value: &Value| Argument { node, name: 0, spread: false, value: value.clone() };
        let args: Vec<Argument<'t>> = given.iter().map(literal).collect();
        let callee = self.own(function);
        self.call_functions(&[callee], &args, node).unwrap_or_default()
    }

    /// A method of constant text.
    fn text_call(&mut self, receiver: &Value, name: &str, args: &[Argument<'t>]) -> Option<Value> {
        let values: Vec<Value> = args.iter().map(|arg| arg.value.clone()).collect();
        let constants: Option<Vec<&Const>> = values.iter().map(Value::as_const).collect();
        let each = values.iter().map(|value| value.taint.clone());
        let taint = each.fold(receiver.taint.clone(), |all, taint| all.union(&taint));
        let found = match receiver.as_const() {
            Some(Const::Str(text)) if name == "format" => self.formatted(text, &values),
            Some(Const::Str(text)) => fold::method(text, name, constants?.as_slice()),
            Some(_) => None,
            None if name == "format" => {
                let (format, rest) = values.split_first()?;
                match format.as_const() {
                    Some(Const::Str(format)) => self.formatted(format, rest),
                    _ => None,
                }
            }
            None => converted(name, args),
        };
        found.map(|constant| Value::constant(Some(constant), taint))
    }
}

/// `str(1)`, `Integer.parseInt("1")`.
fn converted(name: &str, args: &[Argument<'_>]) -> Option<Const> {
    let [Argument { value, .. }] = args else { return None };
    let known = value.as_const()?;
    if AS_TEXT.contains(&name) {
        return fold::written(known).and_then(|text| fold::text(&text));
    }
    match known {
        Const::Str(text) if matches!(name, "int" | "parseInt" | "parseLong" | "Number") => {
            text.parse().ok().map(Const::Int)
        }
        Const::Int(number) if matches!(name, "int" | "Number") => Some(Const::Int(*number)),
        Const::Str(text) if name == "len" => fold::length(text),
        _ => None,
    }
}
