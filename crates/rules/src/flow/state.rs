//! What is known at one point of the program: the variables and the heap.

use std::cell::Cell;
use std::rc::Rc;

use super::object::Object;
use super::trie::Trie;
use super::value::{ObjectId, Taint, Value};

/// Values of variables and contents of objects. A copy is cheap.
#[derive(Clone, Debug, Default)]
pub(super) struct State {
    variables: Trie<Value>,
    heap: Trie<Rc<Object>>,
    /// What taints all that runs from here on.
    pub(super) control: Taint,
    /// What the joins of this state and all its copies have cost.
    cost: Rc<Cell<u64>>,
}

impl State {
    /// What a variable holds; `None` before the first assignment.
    pub(super) fn variable(&self, symbol: u32) -> Option<&Value> {
        self.variables.get(symbol)
    }

    /// Assigns a variable.
    pub(super) fn assign(&mut self, symbol: u32, value: Value) {
        self.variables.set(symbol, value);
    }

    /// A variable may hold this as well.
    pub(super) fn assign_weakly(&mut self, symbol: u32, value: &Value) {
        if let Some(new) = join_values(self.variables.get(symbol), Some(value)) {
            self.variables.set(symbol, new);
        }
    }

    /// An object's contents.
    pub(super) fn object(&self, id: ObjectId) -> Option<&Object> {
        self.heap.get(id).map(Rc::as_ref)
    }

    /// An object's contents, to be changed.
    pub(super) fn object_mut(&mut self, id: ObjectId) -> Option<&mut Object> {
        self.heap.get_mut(id).map(Rc::make_mut)
    }

    /// Makes or replaces an object.
    pub(super) fn place(&mut self, id: ObjectId, object: Object) {
        self.heap.set(id, Rc::new(object));
    }

    /// An object may look like this as well.
    pub(super) fn place_weakly(&mut self, id: ObjectId, object: &Rc<Object>) {
        if let Some(new) = join_objects(self.heap.get(id), Some(object)) {
            self.heap.set(id, new);
        }
    }

    /// An object as it is shared.
    pub(super) fn shared(&self, id: ObjectId) -> Option<&Rc<Object>> {
        self.heap.get(id)
    }

    /// Takes in another state that may be the one. Says whether anything changed.
    pub(super) fn join(&mut self, other: &State) -> bool {
        let mut work = 0;
        let mut values = |ours: Option<&Value>, theirs: Option<&Value>| {
            work += 1;
            join_values(ours, theirs)
        };
        let variables = self.variables.merge(&other.variables, &mut values);
        let mut objects = |ours: Option<&Rc<Object>>, theirs: Option<&Rc<Object>>| {
            work += 1;
            join_objects(ours, theirs)
        };
        let heap = self.heap.merge(&other.heap, &mut objects);
        self.add_cost(work);
        let control = !self.control.covers(&other.control);
        if control {
            self.control = self.control.union(&other.control);
        }
        variables | heap | control
    }

    /// What was spent on joins, in values that were compared.
    pub(super) fn cost(&self) -> u64 {
        self.cost.get()
    }

    /// Counts work that is not seen from the tree.
    pub(super) fn add_cost(&self, work: u64) {
        self.cost.set(self.cost.get().saturating_add(work));
    }
}

/// A variable that is set on one side only is not constant.
fn join_values(ours: Option<&Value>, theirs: Option<&Value>) -> Option<Value> {
    match (ours, theirs) {
        (Some(a), Some(b)) => a.join(b),
        (Some(a), None) => a.as_const().map(|_| a.clone().unfixed()),
        (None, Some(b)) => Some(b.clone().unfixed()),
        (None, None) => None,
    }
}

/// An object that is on one side only cannot be reached from the other.
fn join_objects(ours: Option<&Rc<Object>>, theirs: Option<&Rc<Object>>) -> Option<Rc<Object>> {
    match (ours, theirs) {
        (Some(a), Some(b)) if Rc::ptr_eq(a, b) => None,
        (Some(a), Some(b)) => a.join(b).map(Rc::new),
        (None, Some(b)) => Some(Rc::clone(b)),
        _ => None,
    }
}

/// Joins a state into a place that may still be empty.
pub(super) fn join_into(place: &mut Option<State>, state: &State) -> bool {
    match place {
        Some(old) => old.join(state),
        None => {
            *place = Some(state.clone());
            true
        }
    }
}
