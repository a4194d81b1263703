//! A map from small numbers that shares what two copies have in common.
//!
//! A copy costs nothing, a join costs as much as the two sides differ: that keeps branches linear.

use std::rc::Rc;

const BITS: u32 = 4;
const WIDTH: usize = 1 << BITS;

type Slots<T> = [Option<T>; WIDTH];

#[derive(Debug)]
enum Branch<V> {
    Inner(Slots<Rc<Branch<V>>>),
    Leaf(Slots<V>),
}

impl<V: Clone> Clone for Branch<V> {
    fn clone(&self) -> Self {
        match self {
            Self::Inner(slots) => Self::Inner(slots.clone()),
            Self::Leaf(slots) => Self::Leaf(slots.clone()),
        }
    }
}

/// A persistent map from `u32` to `V`.
#[derive(Debug)]
pub(super) struct Trie<V> {
    root: Option<Rc<Branch<V>>>,
    /// Levels above the leaves.
    height: u32,
}

impl<V> Clone for Trie<V> {
    fn clone(&self) -> Self {
        Self { root: self.root.clone(), height: self.height }
    }
}

impl<V> Default for Trie<V> {
    fn default() -> Self {
        Self { root: None, height: 0 }
    }
}

fn slot(key: u32, level: u32) -> usize {
    (key >> (level * BITS)) as usize & (WIDTH - 1)
}

fn empty<V>(level: u32) -> Branch<V> {
    match level {
        0 => Branch::Leaf(std::array::from_fn(|_| None)),
        _ => Branch::Inner(std::array::from_fn(|_| None)),
    }
}

impl<V: Clone> Trie<V> {
    /// The value under `key`.
    pub(super) fn get(&self, key: u32) -> Option<&V> {
        if !self.fits(key) {
            return None;
        }
        let mut branch = self.root.as_deref()?;
        let mut level = self.height;
        loop {
            match branch {
                Branch::Leaf(slots) => return slots.get(slot(key, 0))?.as_ref(),
                Branch::Inner(slots) => branch = slots.get(slot(key, level))?.as_deref()?,
            }
            level = level.saturating_sub(1);
        }
    }

    /// Puts `value` under `key`.
    pub(super) fn set(&mut self, key: u32, value: V) {
        while !self.fits(key) {
            self.grow();
        }
        let height = self.height;
        set(self.root.get_or_insert_with(|| Rc::new(empty(height))), key, height, value);
    }

    /// The value under `key`, to be changed.
    pub(super) fn get_mut(&mut self, key: u32) -> Option<&mut V> {
        if !self.fits(key) {
            return None;
        }
        let mut level = self.height;
        let mut branch = self.root.as_mut()?;
        loop {
            match Rc::make_mut(branch) {
                Branch::Leaf(slots) => return slots.get_mut(slot(key, 0))?.as_mut(),
                Branch::Inner(slots) => branch = slots.get_mut(slot(key, level))?.as_mut()?,
            }
            level = level.saturating_sub(1);
        }
    }

    /// Takes in what `other` holds. `join` gets both values of a key (one may be missing) and
    /// returns the new one where that differs from ours. Says whether anything changed.
    pub(super) fn merge<J>(&mut self, other: &Self, join: &mut J) -> bool
    where
        J: FnMut(Option<&V>, Option<&V>) -> Option<V>,
    {
        let mut other = other.clone();
        while other.height < self.height {
            other.grow();
        }
        while self.height < other.height {
            self.grow();
        }
        if self.root.is_none() && other.root.is_none() {
            return false;
        }
        let (height, blank) = (self.height, Rc::new(empty(self.height)));
        let ours = self.root.get_or_insert_with(|| Rc::clone(&blank));
        merge(ours, &other.root.unwrap_or(blank), height, join)
    }

    fn fits(&self, key: u32) -> bool {
        let bits = (self.height + 1) * BITS;
        bits >= u32::BITS || key >> bits == 0
    }

    fn grow(&mut self) {
        self.height += 1;
        if let Some(old) = self.root.take() {
            let mut slots: Slots<Rc<Branch<V>>> = std::array::from_fn(|_| None);
            if let Some(first) = slots.first_mut() {
                *first = Some(old);
            }
            self.root = Some(Rc::new(Branch::Inner(slots)));
        }
    }
}

fn set<V: Clone>(branch: &mut Rc<Branch<V>>, key: u32, level: u32, value: V) {
    match Rc::make_mut(branch) {
        Branch::Leaf(slots) => {
            if let Some(place) = slots.get_mut(slot(key, 0)) {
                *place = Some(value);
            }
        }
        Branch::Inner(slots) => {
            let below = level.saturating_sub(1);
            if let Some(place) = slots.get_mut(slot(key, level)) {
                let child = place.get_or_insert_with(|| Rc::new(empty(below)));
                set(child, key, below, value);
            }
        }
    }
}

fn merge<V: Clone, J>(
    ours: &mut Rc<Branch<V>>,
    theirs: &Rc<Branch<V>>,
    level: u32,
    join: &mut J,
) -> bool
where
    J: FnMut(Option<&V>, Option<&V>) -> Option<V>,
{
    if Rc::ptr_eq(ours, theirs) {
        return false;
    }
    match &**theirs {
        Branch::Leaf(slots) => merge_leaf(ours, slots, join),
        Branch::Inner(slots) => merge_inner(ours, slots, level.saturating_sub(1), join),
    }
}

fn merge_leaf<V: Clone, J>(ours: &mut Rc<Branch<V>>, theirs: &Slots<V>, join: &mut J) -> bool
where
    J: FnMut(Option<&V>, Option<&V>) -> Option<V>,
{
    let Branch::Leaf(mine) = &**ours else { return false };
    let pairs = mine.iter().zip(theirs).enumerate();
    let new: Vec<(usize, V)> = pairs
        .filter(|(_, (a, b))| a.is_some() || b.is_some())
        .filter_map(|(at, (a, b))| Some((at, join(a.as_ref(), b.as_ref())?)))
        .collect();
    let changed = !new.is_empty();
    if changed && let Branch::Leaf(slots) = Rc::make_mut(ours) {
        for (at, value) in new {
            if let Some(place) = slots.get_mut(at) {
                *place = Some(value);
            }
        }
    }
    changed
}

fn merge_inner<V: Clone, J>(
    ours: &mut Rc<Branch<V>>,
    theirs: &Slots<Rc<Branch<V>>>,
    below: u32,
    join: &mut J,
) -> bool
where
    J: FnMut(Option<&V>, Option<&V>) -> Option<V>,
{
    let mut changed = false;
    for (at, other) in theirs.iter().enumerate() {
        let Branch::Inner(slots) = &**ours else { return changed };
        let mine = slots.get(at).and_then(Option::as_ref);
        let same = match (mine, other) {
            (Some(a), Some(b)) => Rc::ptr_eq(a, b),
            (None, None) => true,
            _ => false,
        };
        if same {
            continue;
        }
        let blank = || Rc::new(empty(below));
        let mut child = mine.cloned().unwrap_or_else(blank);
        let other = other.clone().unwrap_or_else(blank);
        if merge(&mut child, &other, below, join) {
            changed = true;
            if let Branch::Inner(slots) = Rc::make_mut(ours)
                && let Some(place) = slots.get_mut(at)
            {
                *place = Some(child);
            }
        }
    }
    changed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn larger(a: Option<&u32>, b: Option<&u32>) -> Option<u32> {
        (b > a).then(|| b.copied().unwrap_or(0))
    }

    #[test]
    fn copies_are_apart_and_joins_see_only_differences() {
        let mut one = Trie::default();
        for key in [0, 3, 17, 300, 70_000] {
            one.set(key, key);
        }
        let mut two = one.clone();
        two.set(17, 99);
        two.set(5_000_000, 1);
        assert_eq!((one.get(17), one.get(5_000_000)), (Some(&17), None));
        let mut seen = 0;
        let mut count = |a: Option<&u32>, b: Option<&u32>| {
            seen += 1;
            larger(a, b)
        };
        assert!(one.merge(&two, &mut count));
        assert!(seen <= 4, "shared branches are skipped, looked at {seen}");
        assert_eq!((one.get(17), one.get(5_000_000), one.get(3)), (Some(&99), Some(&1), Some(&3)));
        assert!(!one.merge(&two, &mut larger));
    }
}
