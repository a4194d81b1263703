//! What flows between commands and into files: a text as far as it is known, with marks that say
//! where it comes from.

use std::sync::Arc;

use portcullis_syntax::shell::Field;

/// It came over the network.
pub(super) const NETWORK: u32 = 1;
/// It holds credentials.
pub(super) const SECRET: u32 = 2;
/// It was decoded from another form.
pub(super) const DECODED: u32 = 4;

/// The user's home stands in it as `~`: good for a path, not for a content.
pub(super) const HOME: u32 = 8;

/// A text on its way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Stream {
    /// The text; `None` where nothing is known of it.
    pub(super) text: Option<Arc<str>>,
    /// Whether some of the text only stands for what is not known.
    pub(super) partial: bool,
    /// Where it comes from.
    pub(super) marks: u32,
}

impl Stream {
    pub(super) fn known(text: impl Into<Arc<str>>) -> Self {
        Self { text: Some(text.into()), partial: false, marks: 0 }
    }

    pub(super) fn empty() -> Self {
        Self::known("")
    }

    pub(super) fn unknown() -> Self {
        Self::default()
    }

    pub(super) fn of(field: &Field) -> Self {
        let text = Some(Arc::from(field.text.as_str()));
        let partial = !field.known || field.marks & HOME != 0;
        Self { text, partial, marks: field.marks & !HOME }
    }

    #[must_use]
    pub(super) fn marked(mut self, marks: u32) -> Self {
        self.marks |= marks;
        self
    }

    pub(super) fn has(&self, mark: u32) -> bool {
        self.marks & mark != 0
    }

    /// The text where all of it is known.
    pub(super) fn whole(&self) -> Option<&str> {
        self.text.as_deref().filter(|_| !self.partial)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.whole() == Some("")
    }

    /// The same stream with its text changed; unknown where the change cannot be told.
    #[must_use]
    pub(super) fn map(&self, change: impl FnOnce(&str) -> Option<String>) -> Self {
        let text = self.text.as_deref().and_then(change).map(Arc::from);
        Self { text, ..self.clone() }
    }

    /// One stream behind the other.
    pub(super) fn concat(streams: &[Self]) -> Self {
        match streams {
            [] => Self::empty(),
            [only] => only.clone(),
            _ => {
                let texts: Option<Vec<&str>> = streams.iter().map(|s| s.text.as_deref()).collect();
                Self {
                    text: texts.map(|texts| texts.concat().into()),
                    partial: streams.iter().any(|s| s.partial),
                    marks: streams.iter().fold(0, |marks, s| marks | s.marks),
                }
            }
        }
    }
}
