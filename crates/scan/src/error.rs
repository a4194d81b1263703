//! What can be wrong with the data that a scan works with. Scanning itself cannot fail.

/// Data of the scan that is not right.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScanError {
    /// A secure pattern's file.
    #[error("{file}: {what}")]
    Pattern {
        /// The file.
        file: String,
        /// What is wrong with it.
        what: String,
    },
    /// A compiled library or catalog.
    #[error("the compiled library of secure patterns is damaged ({0}); build Portcullis again")]
    Library(String),
}
