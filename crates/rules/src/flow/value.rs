//! What an expression may be: a constant, objects, a function, and what taints it.

use std::rc::Rc;
use std::sync::Arc;

use portcullis_syntax::NodeId;

/// A constant. Strings hold their text as the source writes it, escapes included.
#[derive(Clone, Debug, PartialEq)]
pub enum Const {
    /// A string.
    Str(Arc<str>),
    /// An integer.
    Int(i64),
    /// A number with a fraction.
    Float(f64),
    /// A truth value.
    Bool(bool),
    /// `null`, `None`, `undefined`.
    Null,
}

impl Const {
    /// A string constant.
    pub(super) fn text(text: &str) -> Self {
        Self::Str(Arc::from(text))
    }
}

/// Number of an object in the abstract heap. 0 is any object that the file does not make.
pub(super) type ObjectId = u32;

/// The object that could be anything.
pub(super) const FOREIGN: ObjectId = 0;

/// Objects that one value may be at most; more are not told apart.
const ALTERNATIVES: usize = 12;

/// What a value is, apart from what taints it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Thing {
    /// Not known.
    #[default]
    Unknown,
    /// This constant.
    Const(Const),
    /// One of several constant strings.
    Text,
    /// One of these objects, sorted.
    Objects(Rc<[ObjectId]>),
    /// This function of the file.
    Function(NodeId),
    /// This class of the file.
    Class(NodeId),
}

impl Thing {
    /// One object.
    pub(super) fn object(id: ObjectId) -> Self {
        Self::Objects(Rc::new([id]))
    }

    /// The objects that it may be.
    pub(super) fn objects(&self) -> &[ObjectId] {
        match self {
            Self::Objects(ids) => ids,
            _ => &[],
        }
    }

    /// Whether it is a constant string, whichever.
    pub(super) fn is_text(&self) -> bool {
        matches!(self, Self::Text | Self::Const(Const::Str(_)))
    }

    /// What stays of it in a place that may also hold `other`; `None` where that is the thing
    /// itself.
    fn join(&self, other: &Self) -> Option<Self> {
        if self == other {
            return None;
        }
        match (self, other) {
            (Self::Objects(a), Self::Objects(b)) => union(a, b),
            (Self::Objects(a), _) => union(a, &[FOREIGN]),
            (_, Self::Objects(b)) => Some(union(b, &[FOREIGN]).unwrap_or_else(|| other.clone())),
            (Self::Unknown, _) => None,
            (Self::Text, _) if other.is_text() => None,
            (Self::Const(_), _) if self.is_text() && other.is_text() => Some(Self::Text),
            _ => Some(Self::Unknown),
        }
    }
}

fn union(a: &Rc<[ObjectId]>, b: &[ObjectId]) -> Option<Thing> {
    let mut all: Vec<ObjectId> = a.iter().chain(b).copied().collect();
    all.sort_unstable();
    all.dedup();
    all.truncate(ALTERNATIVES);
    (all.len() > a.len()).then(|| Thing::Objects(all.into()))
}

/// A set of rules of one walk.
pub(super) type Specs = u128;

/// One source in a value: where it began, for which rules, and the last step that carried it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// Node of the source.
    pub(super) origin: NodeId,
    /// Rules that it is a source of.
    pub(super) specs: Specs,
    /// Last step, in the walk's list of steps.
    pub(super) hop: u32,
}

/// Sources in one value at most. Past that only those stay that bring a rule in of their own.
const SOURCES: usize = 12;

/// The sources that reach a value, sorted by origin.
#[derive(Clone, Debug, Default)]
pub(super) struct Taint(Option<Rc<[Entry]>>);

impl Taint {
    /// One source.
    pub(super) fn source(entry: Entry) -> Self {
        Self((entry.specs != 0).then(|| Rc::from([entry])))
    }

    /// Its entries.
    pub(super) fn entries(&self) -> &[Entry] {
        self.0.as_deref().unwrap_or(&[])
    }

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// Rules for which it is tainted.
    pub(super) fn specs(&self) -> Specs {
        self.entries().iter().fold(0, |all, entry| all | entry.specs)
    }

    fn of(entries: Vec<Entry>) -> Self {
        Self((!entries.is_empty()).then(|| entries.into()))
    }

    /// Both.
    pub(super) fn union(&self, other: &Self) -> Self {
        match (&self.0, &other.0) {
            (_, None) => self.clone(),
            (None, _) => other.clone(),
            (Some(a), Some(b)) if Rc::ptr_eq(a, b) => self.clone(),
            (Some(a), Some(b)) => Self::of(merged(a, b)),
        }
    }

    /// Whether all of `other` is in it, whatever way it came.
    pub(super) fn covers(&self, other: &Self) -> bool {
        if let (Some(a), Some(b)) = (&self.0, &other.0)
            && Rc::ptr_eq(a, b)
        {
            return true;
        }
        let own = self.entries();
        let full = own.len() >= SOURCES;
        let all = self.specs();
        other.entries().iter().all(|entry| {
            let held = own.iter().find(|mine| mine.origin == entry.origin);
            held.is_some_and(|mine| entry.specs & !mine.specs == 0)
                || (full && entry.specs & !all == 0)
        })
    }

    /// What is left for other rules than these.
    pub(super) fn without(&self, specs: Specs) -> Self {
        if self.specs() & specs == 0 {
            return self.clone();
        }
        self.map(|entry| Entry { specs: entry.specs & !specs, ..*entry })
    }

    /// Every entry changed; those without a rule drop out.
    pub(super) fn map(&self, change: impl FnMut(&Entry) -> Entry) -> Self {
        Self::of(self.entries().iter().map(change).filter(|entry| entry.specs != 0).collect())
    }
}

fn merged(a: &[Entry], b: &[Entry]) -> Vec<Entry> {
    let mut all = a.to_vec();
    for entry in b {
        match all.binary_search_by_key(&entry.origin, |mine| mine.origin) {
            Ok(at) => all.get_mut(at).into_iter().for_each(|mine| mine.specs |= entry.specs),
            Err(at) => insert(&mut all, at, *entry),
        }
    }
    all
}

fn insert(all: &mut Vec<Entry>, at: usize, entry: Entry) {
    let held = all.iter().fold(0, |specs, mine| specs | mine.specs);
    if all.len() < SOURCES || entry.specs & !held != 0 {
        all.insert(at, entry);
    }
}

/// What an expression may be, and what taints it.
#[derive(Clone, Debug, Default)]
pub(super) struct Value {
    /// What it is.
    pub(super) thing: Thing,
    /// What taints it as a whole. What objects hold is tainted apart.
    pub(super) taint: Taint,
}

impl Value {
    /// Nothing is known but what taints it.
    pub(super) fn tainted(taint: Taint) -> Self {
        Self { thing: Thing::Unknown, taint }
    }

    /// A thing that nothing taints.
    pub(super) fn clean(thing: Thing) -> Self {
        Self { thing, taint: Taint::default() }
    }

    /// A constant where there is one.
    pub(super) fn constant(constant: Option<Const>, taint: Taint) -> Self {
        Self { thing: constant.map_or(Thing::Unknown, Thing::Const), taint }
    }

    /// The constant that it is.
    pub(super) fn as_const(&self) -> Option<&Const> {
        match &self.thing {
            Thing::Const(constant) => Some(constant),
            _ => None,
        }
    }

    /// The same without its constant: the place may have been written unseen.
    pub(super) fn unfixed(mut self) -> Self {
        if !matches!(self.thing, Thing::Objects(_)) {
            self.thing = Thing::Unknown;
        }
        self
    }

    /// With this taint as well.
    pub(super) fn with(mut self, taint: &Taint) -> Self {
        self.taint = self.taint.union(taint);
        self
    }

    /// What a place holds that may hold either; `None` where that is what it holds already.
    pub(super) fn join(&self, other: &Self) -> Option<Self> {
        let thing = self.thing.join(&other.thing);
        if thing.is_none() && self.taint.covers(&other.taint) {
            return None;
        }
        let thing = thing.unwrap_or_else(|| self.thing.clone());
        Some(Self { thing, taint: self.taint.union(&other.taint) })
    }

    /// The same, as a value.
    pub(super) fn or(self, other: &Self) -> Self {
        self.join(other).unwrap_or(self)
    }
}
