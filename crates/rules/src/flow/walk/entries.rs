//! What is walked for itself: the code outside of functions, each function, each class.

use portcullis_syntax::{Kind, Node, NodeId};

use super::super::object::{Key, Object, Shape};
use super::super::scopes::has_token;
use super::super::state::join_into;
use super::super::value::{ObjectId, Thing, Value};
use super::{Activation, Walker};

impl<'t> Walker<'t> {
    /// Walks the whole file: the code outside first, then each function from the state that it
    /// left.
    pub(in crate::flow) fn walk_file(&mut self) {
        self.calls.push(self.activation(NodeId(0), None, Value::default()));
        self.eval(self.tree.root());
        if !self.live {
            let exit = self.calls.last_mut().and_then(|call| call.exit.take());
            self.go_on(Some(exit.unwrap_or_default()));
        }
        let mut at = 0;
        while let Some(node) = self.queue.get(at).copied() {
            at += 1;
            self.settle_statics(node);
            let before = self.state.clone();
            let node = self.tree.node(node);
            match node.kind() {
                Kind::Function => self.walk_entry(node, None, Value::default()),
                _ => self.walk_class(node.id()),
            }
            self.state = before;
            self.live = true;
        }
    }

    fn activation(&self, function: NodeId, class: Option<NodeId>, this: Value) -> Activation {
        Activation {
            function,
            class,
            this,
            implicit: None,
            context: self.context(),
            main: true,
            pads: self.pads.len(),
            result: None,
            exit: None,
        }
    }

    /// Whether walking a function can bring anything to light.
    fn is_needed(&self, function: NodeId) -> bool {
        if self.marks.is_empty() {
            return true;
        }
        let unit = self.program.unit(function);
        self.sinks.contains(&unit) && (self.shared_source || self.sources.contains(&unit))
    }

    /// Walks a function with nothing known of its arguments.
    fn walk_entry(&mut self, function: Node<'t>, class: Option<NodeId>, this: Value) {
        if self.is_needed(function.id()) {
            self.calls.push(self.activation(function.id(), class, this));
            self.bind_parameters(function, &[], None);
            self.run(function);
        }
    }

    /// A function's definition, or a lambda.
    pub(super) fn function(&mut self, node: Node<'t>) -> Value {
        let value = Value::clean(Thing::Function(node.id()));
        let name = node.child(1).filter(|name| name.kind() == Kind::Name);
        if let Some(symbol) = name.and_then(|name| self.program.scopes.symbol(name.id())) {
            self.write(symbol, value.clone());
        }
        if !self.is_main() {
            return value;
        }
        if node.child(0).is_some_and(|modifiers| !modifiers.is_leaf()) {
            self.child(node, 0);
        }
        if self.here() == NodeId(0) {
            self.queue.push(node.id());
        } else {
            let before = (self.state.clone(), self.live);
            self.walk_closure(node, &[]);
            (self.state, self.live) = before;
        }
        value
    }

    /// Walks a function inside another one, which sees what that one knows. The state is that at
    /// its end.
    pub(super) fn walk_closure(&mut self, node: Node<'t>, given: &[Value]) -> Value {
        let (class, main) = self.calls.last().map_or((None, true), |call| (call.class, call.main));
        let inner = self.activation(node.id(), class, self.this());
        self.calls.push(Activation { main, ..inner });
        self.bind_given(node, given);
        self.run(node)
    }

    /// A class's definition.
    pub(super) fn class(&mut self, node: Node<'t>) -> Value {
        let value = Value::clean(Thing::Class(node.id()));
        if self.is_main() {
            self.child(node, 0);
            self.class_body(node.id());
            if self.here() == NodeId(0) {
                self.queue.push(node.id());
            } else {
                let before = (self.state.clone(), self.live);
                self.walk_class(node.id());
                (self.state, self.live) = before;
            }
        }
        value
    }

    /// The fields of a class, and whatever else its body runs.
    pub(super) fn class_body(&mut self, class: NodeId) {
        let this = self.sample(class);
        let inner = self.activation(self.here(), Some(class), this);
        self.calls.push(inner);
        let body = self.program.class(class).map_or(&[][..], |class| class.body.as_slice());
        for statement in body.iter().map(|id| self.tree.node(*id)) {
            if self.program.class_of(statement.id()).is_none() {
                self.eval(statement);
            }
        }
        self.calls.pop();
        self.live = true;
    }

    /// The instance that stands for all when a class's own methods are walked.
    fn sample(&mut self, class: NodeId) -> Value {
        self.statics(class);
        let (id, thing) = self.allocate(class);
        if self.state.object(id).is_none() {
            self.state.place(id, Object::new(Shape::Map, Some(class)));
        }
        Value::clean(thing)
    }

    /// Walks the constructors of a class, then its methods from the state that those left.
    pub(super) fn walk_class(&mut self, class: NodeId) {
        let Some(known) = self.program.class(class) else { return };
        let methods = known.methods.values().flatten();
        let mut methods: Vec<NodeId> = methods.copied().collect();
        methods.sort_unstable();
        methods.retain(|method| self.is_needed(*method));
        let this = self.sample(class);
        let before = self.state.clone();
        let mut after = None;
        for constructor in &known.constructors {
            if methods.is_empty() && !self.is_needed(*constructor) {
                continue;
            }
            self.state = before.clone();
            self.live = true;
            let inner = self.activation(*constructor, Some(class), this.clone());
            self.calls.push(inner);
            let node = self.tree.node(*constructor);
            self.bind_parameters(node, &[], None);
            self.run(node);
            join_into(&mut after, &self.state);
        }
        self.go_on(Some(after.unwrap_or(before)));
        this.thing.objects().iter().for_each(|id| self.settle(*id, class));
        let start = self.state.clone();
        for method in methods {
            self.state = start.clone();
            self.live = true;
            let node = self.tree.node(method);
            let of_class = has_token(node, &["static", "staticmethod", "classmethod"]);
            let this = if of_class { Value::clean(Thing::Class(class)) } else { this.clone() };
            self.walk_entry(node, Some(class), this);
        }
    }

    fn settle_statics(&mut self, node: NodeId) {
        if self.program.class(node).is_some() {
            let id = self.statics(node);
            self.settle(id, node);
        }
    }

    /// Fields that may be written elsewhere are not constant when a method begins.
    fn settle(&mut self, id: ObjectId, class: NodeId) {
        let scopes = &self.program.scopes;
        let varies = |key: &Key| match key {
            Key::Name(name) => !scopes.is_stable(class, *name),
            Key::Number(_) => false,
        };
        if let Some(object) = self.state.object_mut(id) {
            for (_, value) in object.entries_mut().filter(|(key, _)| varies(key)) {
                *value = std::mem::take(value).unfixed();
            }
        }
    }
}
