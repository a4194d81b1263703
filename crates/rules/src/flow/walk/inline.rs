//! Calls of functions, methods and constructors of the same file: they are gone into.

use std::collections::HashMap;

use portcullis_syntax::{Kind, Node, NodeId, Op};

use super::super::names::NameId;
use super::super::object::{Object, Shape};
use super::super::scopes::{OF_CLASS, has_token};
use super::super::state::join_into;
use super::super::value::{Const, Thing, Value};
use super::trail::Step;
use super::{Activation, DEPTH, Walker};

/// Calls inside calls that are gone into; fewer once half of the work that may go there is done.
const CALLS: usize = 4;

/// Levels of the tree that a callee is sure to have.
const ROOM: u32 = 60;

/// Nodes of a function that is gone into for its constants alone.
const SMALL: u32 = 250;

/// An argument of a call.
#[derive(Clone, Debug)]
pub(super) struct Argument<'t> {
    pub(super) node: Node<'t>,
    /// Its keyword, 0 where it has none.
    pub(super) name: NameId,
    /// `*args`.
    pub(super) spread: bool,
    pub(super) value: Value,
}

/// A function to be called, and on what.
#[derive(Clone, Debug)]
pub(super) struct Callee {
    pub(super) function: NodeId,
    pub(super) class: Option<NodeId>,
    pub(super) this: Value,
}

/// What to do about a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Course {
    /// Go into it.
    Enter,
    /// It has nothing to bring.
    Pass,
    /// Too deep or too much: treat it as a function that is not known.
    Unknown,
}

impl<'t> Walker<'t> {
    /// The result of a call of functions of the file; `None` where it is to be treated as unknown.
    pub(super) fn call_functions(
        &mut self,
        callees: &[Callee],
        args: &[Argument<'t>],
        call: Node<'t>,
    ) -> Option<Value> {
        if let [one] = callees {
            return self.call_function(one, args, call);
        }
        let before = self.state.clone();
        let (mut end, mut joined) = (None, None::<Value>);
        for callee in callees {
            self.state = before.clone();
            self.live = true;
            let value = self.call_function(callee, args, call)?;
            joined = Some(joined.map_or(value.clone(), |all| all.or(&value)));
            if self.live {
                join_into(&mut end, &self.state);
            }
        }
        self.go_on(end);
        joined
    }

    fn call_function(
        &mut self,
        callee: &Callee,
        args: &[Argument<'t>],
        call: Node<'t>,
    ) -> Option<Value> {
        let function = self.tree.node(callee.function);
        match self.course(callee, function, args) {
            Course::Unknown => None,
            Course::Pass => {
                args.iter().for_each(|arg| self.escape(&arg.value));
                Some(Value::default())
            }
            Course::Enter => {
                let context = self.context_of(call);
                self.calls.push(Activation {
                    function: callee.function,
                    class: callee.class,
                    this: callee.this.clone(),
                    implicit: None,
                    context,
                    main: false,
                    pads: self.pads.len(),
                    result: None,
                    exit: None,
                });
                self.bind_parameters(function, args, Some(call));
                Some(self.run(function))
            }
        }
    }

    fn course(&mut self, callee: &Callee, function: Node<'t>, args: &[Argument<'t>]) -> Course {
        let inside = self.calls.iter().filter(|call| !call.main).count();
        let work = &self.work;
        let spent = work.inside.saturating_mul(4) / work.inside_allowed.max(1);
        let calls = match spent {
            0 | 1 => CALLS,
            2 => 2,
            _ => 1,
        };
        let cyclic = self.calls.iter().any(|call| call.function == callee.function);
        let bodiless = function.child(4).is_none_or(Node::is_absent);
        if cyclic || bodiless || inside >= calls || self.depth + ROOM > DEPTH {
            return Course::Unknown;
        }
        if self.work.inside > self.work.inside_allowed {
            self.limit = true;
            return Course::Unknown;
        }
        let known = |arg: &Argument<'_>| !matches!(arg.value.thing, Thing::Unknown);
        let small = function.end().0.saturating_sub(function.id().0) <= SMALL;
        let telling = small && (args.is_empty() || args.iter().any(known));
        if telling || self.carries_taint(callee, args) { Course::Enter } else { Course::Pass }
    }

    /// Whether taint can come out of a call or arrive somewhere inside it.
    fn carries_taint(&self, callee: &Callee, args: &[Argument<'t>]) -> bool {
        if self.marks.is_empty() {
            return false;
        }
        let nested = self.program.unit_start(callee.function) != Some(callee.function);
        nested
            || self.shared_source
            || self.sources.contains(&self.program.unit(callee.function))
            || !self.deep(&callee.this).is_empty()
            || args.iter().any(|arg| !self.deep(&arg.value).is_empty())
    }

    /// The number of the chain of calls that a call makes.
    fn context_of(&mut self, call: Node<'t>) -> u32 {
        let next = u32::try_from(self.contexts.len()).unwrap_or(u32::MAX).saturating_add(1);
        *self.contexts.entry((self.context(), call.id())).or_insert(next)
    }

    /// Walks the body of the function on top of the stack of calls, and takes it off.
    pub(super) fn run(&mut self, function: Node<'t>) -> Value {
        let loops = std::mem::take(&mut self.loops);
        let depth = std::mem::take(&mut self.loop_depth);
        let below = (std::mem::take(&mut self.clean_below), self.source_below.take());
        if let Some(body) = function.child(4).filter(|body| !body.is_absent()) {
            let value = self.eval(body);
            let lambda = function.child(1).is_none_or(Node::is_absent);
            let dialect = self.program.dialect;
            let gives_last = dialect.functions_give_last || (lambda && dialect.lambdas_give_last);
            if body.kind() != Kind::Block || (self.live && gives_last) {
                self.returned(&value);
                self.live = false;
            }
        }
        (self.clean_below, self.source_below) = below;
        (self.loops, self.loop_depth) = (loops, depth);
        self.finish_call()
    }

    fn finish_call(&mut self) -> Value {
        let Some(Activation { exit: mut end, result, pads, .. }) = self.calls.pop() else {
            return Value::default();
        };
        self.pads.truncate(pads);
        let falls = self.live;
        if falls {
            join_into(&mut end, &self.state);
        }
        self.go_on(end);
        match result {
            Some(value) if falls => value.or(&Value::clean(Thing::Const(Const::Null))),
            Some(value) => value,
            None => Value::default(),
        }
    }

    /// Parameters that arguments are bound to, the object itself left out.
    fn parameters(&mut self, function: Node<'t>) -> Vec<Node<'t>> {
        let list = function.child(2);
        let mut params: Vec<Node<'t>> = list.into_iter().flat_map(Node::children).collect();
        params.retain(|param| param.kind() == Kind::Param);
        let method = self.program.class_of(function.id()).is_some();
        let explicit = method && self.program.dialect.explicit_self;
        if explicit && !has_token(function, &["staticmethod"]) && !params.is_empty() {
            let this = self.this();
            let first = params.remove(0);
            self.bind_parameter(first, this);
        }
        params
    }

    /// Parameters take the arguments of a call; without one they are not known.
    pub(super) fn bind_parameters(
        &mut self,
        function: Node<'t>,
        args: &[Argument<'t>],
        call: Option<Node<'t>>,
    ) {
        let params = self.parameters(function);
        if params.is_empty() {
            self.bind_implicit(function, args.first().map(|arg| arg.value.clone()));
        }
        let loose = args.iter().filter(|arg| arg.spread).map(|arg| arg.value.clone());
        let loose = loose.reduce(|all, value| all.or(&value));
        let plain = |arg: &&Argument<'t>| arg.name == 0 && !arg.spread;
        let positional: Vec<&Argument<'t>> = args.iter().filter(plain).collect();
        let named = args.iter().filter(|arg| arg.name != 0);
        let named: HashMap<NameId, &Argument<'t>> = named.map(|arg| (arg.name, arg)).collect();
        for (at, param) in params.into_iter().enumerate() {
            let Some(target) = param.child(2) else { continue };
            let name = self.program.scopes.name(target.id());
            let value = if matches!(param.op(), Op::Spread | Op::SpreadDict) {
                self.rest_of(param, positional.get(at..).unwrap_or(&[]))
            } else if let Some(arg) = named.get(&name).or(positional.get(at)) {
                self.pass(arg, target, call)
            } else if let Some(value) = &loose {
                self.element(value)
            } else if call.is_some() {
                self.child(param, 3)
            } else {
                // What it is where nothing is passed, among other things.
                self.child(param, 3).unfixed()
            };
            self.bind_parameter(param, value);
        }
    }

    /// Kotlin's lambdas have a parameter `it` where they name none.
    fn bind_implicit(&mut self, function: Node<'t>, given: Option<Value>) {
        let lambda = function.child(1).is_none_or(Node::is_absent);
        let named = !self.program.dialect.implicit_parameter.is_empty();
        if let Some(call) = self.calls.last_mut().filter(|_| lambda && named) {
            call.implicit = given;
        }
    }

    /// Parameters take these values in order.
    pub(super) fn bind_given(&mut self, function: Node<'t>, given: &[Value]) {
        let params = self.parameters(function);
        if params.is_empty() {
            self.bind_implicit(function, given.first().cloned());
        }
        for (at, param) in params.into_iter().enumerate() {
            self.bind_parameter(param, given.get(at).cloned().unwrap_or_default());
        }
    }

    fn pass(&mut self, arg: &Argument<'t>, target: Node<'t>, call: Option<Node<'t>>) -> Value {
        let Some(call) = call else { return arg.value.clone() };
        let step = Step::Passed { call: call.id(), parameter: target.id() };
        let taint = self.trail.carry(&arg.value.taint, arg.node.id(), step);
        Value { taint, ..arg.value.clone() }
    }

    /// `*args` takes what is left.
    fn rest_of(&mut self, param: Node<'t>, args: &[&Argument<'t>]) -> Value {
        let items = args.iter().map(|arg| arg.value.clone()).collect();
        let main = self.is_main();
        match param.op() {
            Op::Spread if !main => self.make(param, Object::list(items)),
            _ => Value::default(),
        }
    }

    fn bind_parameter(&mut self, param: Node<'t>, value: Value) {
        let target = param.child(2).map_or(param.id(), Node::id);
        let value = value.with(&self.fed(param.id())).with(&self.fed(target));
        let declared = param.child(1).map_or("", Node::text);
        let value = match self.marks.of(param.id()) {
            Some(part) => self.apply(param, value, part),
            None => value,
        };
        let safe = self.safe_type(declared, true);
        let Some(target) = param.child(2) else { return };
        match self.program.scopes.symbol(target.id()) {
            Some(symbol) if target.kind() == Kind::Name => {
                let mut value = self.mark_target(target, value);
                value.taint = value.taint.without(safe);
                self.write(symbol, value);
            }
            _ => self.bind(target, value),
        }
    }

    /// An instance of a class of the file.
    pub(super) fn construct(
        &mut self,
        class: NodeId,
        args: &[Argument<'t>],
        call: Node<'t>,
    ) -> Value {
        let (id, thing) = self.allocate(call.id());
        self.statics(class);
        self.state.place(id, Object::new(Shape::Map, Some(class)));
        let this = Value::clean(thing);
        let lineage = self.program.lineage(class);
        self.set_fields(&lineage, &this, call);
        let constructors = lineage.iter().filter_map(|class| self.program.class(*class));
        let found = constructors
            .map(|class| &class.constructors)
            .find(|constructors| !constructors.is_empty());
        let Some(constructors) = found else { return self.filled(this, args) };
        let Some(function) = self.fitting(constructors, args.len()) else { return this };
        let owner = self.program.class_of(function).or(Some(class));
        let callee = Callee { function, class: owner, this: this.clone() };
        match self.call_function(&callee, args, call) {
            Some(_) => this,
            None => self.filled(this, args),
        }
    }

    /// An object whose constructor is not known holds its arguments somewhere.
    fn filled(&mut self, this: Value, args: &[Argument<'t>]) -> Value {
        args.iter().fold(this, |this, arg| {
            let taint = self.deep(&arg.value).without(self.marks.assumed.functions);
            this.with(&taint)
        })
    }

    /// The fields that a new instance begins with, those of its superclasses first.
    fn set_fields(&mut self, lineage: &[NodeId], this: &Value, call: Node<'t>) {
        let context = self.context_of(call);
        for class in lineage.iter().rev() {
            let body = self.program.class(*class).map_or(&[][..], |class| class.body.as_slice());
            let fields = body.iter().map(|id| self.tree.node(*id));
            let own = |node: &Node<'t>| node.kind() == Kind::VarDef && !has_token(*node, OF_CLASS);
            let fields: Vec<Node<'t>> = fields.filter(own).collect();
            if fields.is_empty() || self.program.dialect.assignment_declares {
                continue;
            }
            self.calls.push(Activation {
                function: self.here(),
                class: Some(*class),
                this: this.clone(),
                implicit: None,
                context,
                main: false,
                pads: self.pads.len(),
                result: None,
                exit: None,
            });
            for field in fields {
                self.eval(field);
            }
            self.calls.pop();
        }
    }

    /// Of several functions of one name, the one that takes so many arguments.
    pub(super) fn fitting(&self, functions: &[NodeId], count: usize) -> Option<NodeId> {
        let own = usize::from(self.program.dialect.explicit_self);
        let fits = |id: &&NodeId| {
            let list = self.tree.node(**id).child(2);
            list.is_some_and(|list| list.children().count() == count + own)
        };
        let bodied = |id: &&NodeId| self.tree.node(**id).child(4).is_some_and(|b| !b.is_absent());
        let fitting = functions.iter().filter(bodied).find(fits);
        fitting.or_else(|| functions.iter().rev().find(bodied)).copied()
    }
}
