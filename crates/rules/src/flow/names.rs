//! Names as numbers.

use std::collections::HashMap;
use std::sync::Arc;

/// Number of a name; 0 is no name.
pub(super) type NameId = u32;

/// Gives equal texts equal numbers.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    ids: HashMap<Arc<str>, NameId>,
    /// Names that were there when this one was forked from another.
    base: u32,
}

impl Names {
    /// The number of a name, a new one where it was not seen before.
    pub(super) fn intern(&mut self, text: &str) -> NameId {
        if let Some(id) = self.ids.get(text) {
            return *id;
        }
        let id = self.base.saturating_add(u32::try_from(self.ids.len()).unwrap_or(u32::MAX));
        let id = id.saturating_add(1);
        self.ids.insert(Arc::from(text), id);
        id
    }

    /// The number of a name that was seen.
    pub(super) fn find(&self, text: &str) -> Option<NameId> {
        self.ids.get(text).copied()
    }

    /// An empty set whose new numbers differ from all of these.
    pub(super) fn fork(&self) -> Self {
        let own = u32::try_from(self.ids.len()).unwrap_or(u32::MAX);
        Self { ids: HashMap::new(), base: self.base.saturating_add(own) }
    }
}
