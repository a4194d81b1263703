//! Objects of the abstract heap: lists by position, maps and instances by key, string buffers.

use std::collections::BTreeMap;

use portcullis_syntax::NodeId;

use super::value::{Taint, Value};

/// Entries that an object tells apart at most; past that they are one.
const ENTRIES: usize = 64;

/// What sort of object it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Numbered from 0 without gaps.
    List,
    /// By key; an instance's fields too.
    Map,
    /// A string that grows.
    Text,
}

/// A key: a field's or a map's, by the interned text; or a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    /// Interned text.
    Name(u32),
    /// A number.
    Number(i64),
}

/// What one object holds.
#[derive(Clone, Debug)]
pub(super) struct Object {
    /// Its sort.
    pub(super) shape: Shape,
    /// The class of the file that it is an instance of, or whose static fields it holds.
    pub(super) class: Option<NodeId>,
    /// Elements of a list whose positions are known; the text of a buffer is the first.
    items: Vec<Value>,
    /// Whether `items` are all there is, in order.
    exact: bool,
    entries: BTreeMap<Key, Value>,
    /// What stands at keys or positions that are not known.
    rest: Taint,
    /// Whether something was written at a key that is not known.
    blurred: bool,
}

impl Object {
    /// An empty one.
    pub(super) fn new(shape: Shape, class: Option<NodeId>) -> Self {
        let (items, entries) = (Vec::new(), BTreeMap::new());
        let (rest, blurred) = (Taint::default(), false);
        Self { shape, class, items, exact: true, entries, rest, blurred }
    }

    /// One that may hold more than is known.
    pub(super) fn open(shape: Shape, rest: Taint) -> Self {
        Self { exact: false, rest, ..Self::new(shape, None) }
    }

    /// A list of these.
    pub(super) fn list(items: Vec<Value>) -> Self {
        let mut list = Self { items, ..Self::new(Shape::List, None) };
        list.shrink();
        list
    }

    /// A string buffer.
    pub(super) fn buffer(text: Value) -> Self {
        Self { items: vec![text], ..Self::new(Shape::Text, None) }
    }

    /// The elements, where all are known in order.
    pub(super) fn items(&self) -> Option<&[Value]> {
        (self.exact && self.shape != Shape::Map).then_some(self.items.as_slice())
    }

    /// Number of entries, where that is known.
    pub(super) fn len(&self) -> Option<usize> {
        match self.shape {
            Shape::List => self.items().map(<[Value]>::len),
            Shape::Map => (self.exact && !self.blurred).then_some(self.entries.len()),
            Shape::Text => None,
        }
    }

    /// What stands at a key; `None` for one that was not written.
    pub(super) fn get(&self, key: Key) -> Option<Value> {
        if self.shape == Shape::List && self.exact {
            return match key {
                Key::Number(at) => self.position(at).and_then(|at| self.items.get(at)).cloned(),
                Key::Name(_) => self.entries.get(&key).cloned(),
            };
        }
        if let Key::Number(..0) = key
            && self.shape == Shape::List
            && key != ANY
        {
            return self.values().cloned().reduce(|all, value| all.or(&value));
        }
        let found = self.entries.get(&key)?.clone();
        Some(if self.blurred { found.unfixed().with(&self.rest) } else { found })
    }

    /// What taints the entries at keys that are not known.
    pub(super) fn rest(&self) -> &Taint {
        &self.rest
    }

    /// Writes at a key.
    pub(super) fn put(&mut self, key: Key, value: Value) {
        if self.shape == Shape::List
            && let Key::Number(at) = key
        {
            return self.put_at(at, value);
        }
        if self.entries.len() < ENTRIES || self.entries.contains_key(&key) {
            self.entries.insert(key, value);
        } else {
            self.blur(&value.taint);
        }
    }

    fn put_at(&mut self, at: i64, value: Value) {
        let position = self.position(at).filter(|_| self.exact);
        if position == Some(self.items.len()) {
            self.push(value);
        } else if let Some(place) = position.and_then(|at| self.items.get_mut(at)) {
            *place = value;
        } else {
            self.collapse();
            self.entries.insert(Key::Number(at), value);
            self.cap();
        }
    }

    /// Writes at a key that may or may not be the one.
    pub(super) fn put_weakly(&mut self, key: Key, value: &Value) {
        let joined = self.get(key).map_or_else(|| value.clone().unfixed(), |old| old.or(value));
        self.put(key, joined);
    }

    /// Writes somewhere.
    pub(super) fn blur(&mut self, taint: &Taint) {
        self.collapse();
        self.blurred = true;
        self.rest = self.rest.union(taint);
    }

    /// Adds an element at the end.
    pub(super) fn push(&mut self, value: Value) {
        if self.exact && self.shape == Shape::List {
            self.items.push(value);
            self.shrink();
        } else {
            self.rest = self.rest.union(&value.taint);
            self.keep_objects(std::slice::from_ref(&value));
        }
    }

    /// Adds an element before position `at`.
    pub(super) fn insert(&mut self, at: Option<i64>, value: Value) {
        match at.and_then(|at| self.position(at)).or((at == Some(0)).then_some(0)) {
            Some(at) if self.exact && at <= self.items.len() => {
                self.items.insert(at, value);
                self.shrink();
            }
            _ => self.push_somewhere(&value),
        }
    }

    fn push_somewhere(&mut self, value: &Value) {
        self.blur(&value.taint);
    }

    /// Takes the element at position `at` out; `None` where positions are not known.
    pub(super) fn take(&mut self, at: Option<i64>) -> Option<Value> {
        match at.and_then(|at| self.position(at)) {
            Some(at) if self.exact && at < self.items.len() => Some(self.items.remove(at)),
            _ => {
                self.collapse();
                None
            }
        }
    }

    /// Takes the entry of a key out.
    pub(super) fn remove(&mut self, key: Key) -> Option<Value> {
        match key {
            Key::Number(at) if self.shape == Shape::List => self.take(Some(at)),
            _ => {
                let found = self.get(key);
                self.entries.remove(&key);
                found
            }
        }
    }

    /// Forgets all entries.
    pub(super) fn clear(&mut self) {
        *self = Self::new(self.shape, self.class);
    }

    /// Forgets which element stands where.
    pub(super) fn collapse(&mut self) {
        self.exact = false;
        if self.shape != Shape::List {
            return;
        }
        let mut items = std::mem::take(&mut self.items);
        let numbered = std::mem::take(&mut self.entries);
        for (key, value) in numbered {
            match key {
                Key::Number(_) if key != ANY => items.push(value),
                _ => {
                    self.entries.insert(key, value);
                }
            }
        }
        self.rest = items.iter().fold(self.rest.clone(), |all, item| all.union(&item.taint));
        self.keep_objects(&items);
    }

    /// Elements that are objects stay reachable: they move to keys that no position has.
    fn keep_objects(&mut self, items: &[Value]) {
        let objects = items.iter().filter(|item| !item.thing.objects().is_empty());
        if let Some(any) = objects.cloned().reduce(|all, item| all.or(&item)) {
            let old = self.entries.get(&ANY).cloned();
            self.entries.insert(ANY, old.map_or(any.clone(), |old| old.or(&any)));
        }
    }

    /// Forgets the constants in it: somebody else may have written to it.
    pub(super) fn unfix(&mut self) {
        for value in self.items.iter_mut().chain(self.entries.values_mut()) {
            *value = std::mem::take(value).unfixed();
        }
        if self.shape != Shape::Text {
            self.loosen();
        }
    }

    /// Everything in it.
    pub(super) fn values(&self) -> impl Iterator<Item = &Value> {
        self.items.iter().chain(self.entries.values())
    }

    /// Its entries by key.
    pub(super) fn entries_mut(&mut self) -> impl Iterator<Item = (&Key, &mut Value)> {
        self.entries.iter_mut()
    }

    /// Its entries by key.
    pub(super) fn entries(&self) -> impl Iterator<Item = (&Key, &Value)> {
        self.entries.iter()
    }

    /// What an object may hold that is either of two; `None` where that is ours already.
    pub(super) fn join(&self, other: &Self) -> Option<Self> {
        let mut new = self.clone();
        let mut other = std::borrow::Cow::Borrowed(other);
        let alike = self.exact && other.exact && self.items.len() == other.items.len();
        let mut changed = if alike {
            new.join_positions(&other.items)
        } else {
            other.to_mut().loosen();
            new.loosen()
        };
        changed |= new.join_entries(&other.entries);
        if !new.rest.covers(&other.rest) {
            new.rest = new.rest.union(&other.rest);
            changed = true;
        }
        changed |= other.blurred && !new.blurred;
        new.blurred |= other.blurred;
        changed.then_some(new)
    }

    /// How many elements there are is no longer known; where they stand is. Says whether it was.
    fn loosen(&mut self) -> bool {
        let was = self.exact;
        if self.shape == Shape::List {
            let items = std::mem::take(&mut self.items);
            self.entries.extend((0..).map(Key::Number).zip(items));
        }
        self.exact = false;
        was
    }

    fn join_entries(&mut self, theirs: &BTreeMap<Key, Value>) -> bool {
        let mut changed = false;
        for (key, value) in theirs {
            changed |= self.join_entry(*key, Some(value));
        }
        let missing = self.entries.keys().filter(|key| !theirs.contains_key(key));
        for key in missing.copied().collect::<Vec<_>>() {
            changed |= self.join_entry(key, None);
        }
        changed
    }

    fn join_positions(&mut self, theirs: &[Value]) -> bool {
        let mut changed = false;
        for (mine, other) in self.items.iter_mut().zip(theirs) {
            if let Some(new) = mine.join(other) {
                *mine = new;
                changed = true;
            }
        }
        changed
    }

    fn join_entry(&mut self, key: Key, theirs: Option<&Value>) -> bool {
        let new = match (self.entries.get(&key), theirs) {
            (Some(mine), Some(theirs)) => mine.join(theirs),
            (Some(mine), None) => mine.as_const().map(|_| mine.clone().unfixed()),
            (None, Some(theirs)) => Some(theirs.clone().unfixed()),
            (None, None) => None,
        };
        let changed = new.is_some();
        self.entries.extend(new.map(|value| (key, value)));
        changed
    }

    fn position(&self, at: i64) -> Option<usize> {
        if at < 0 {
            return self.items.len().checked_sub(usize::try_from(at.unsigned_abs()).ok()?);
        }
        usize::try_from(at).ok()
    }

    fn shrink(&mut self) {
        if self.items.len() > ENTRIES {
            self.collapse();
        }
    }

    fn cap(&mut self) {
        if self.entries.len() > ENTRIES {
            let all = std::mem::take(&mut self.entries);
            let taint = all.values().fold(Taint::default(), |all, value| all.union(&value.taint));
            self.blur(&taint);
        }
    }
}

/// Where elements go whose position is lost.
pub(super) const ANY: Key = Key::Number(i64::MIN);
