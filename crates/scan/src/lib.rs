//! What an action's content means: weaknesses in code, secrets, dependencies, commands, and what to
//! write instead.
//!
//! Pure: no I/O, no clock, not `async`. [`needs`] names the paths whose contents [`assess`] works
//! on; the gate reads them. [`Scanner::scan`] looks at one text, for those who have no action.

mod assess;
mod baseline;
mod built_in;
mod catalog;
pub mod command;
pub mod dependency;
pub mod edit;
mod error;
mod library;
mod parts;
mod path_class;
mod remedy;
mod report;
mod scanner;
pub mod secret;
pub mod suppress;
pub mod taxonomy;

pub use assess::{Surroundings, assess, needs};
pub use built_in::{explain_built_in, redacted};
pub use catalog::{Catalog, Example};
pub use error::ScanError;
pub use library::{Library, SecurePattern};
pub use path_class::path_classes;
pub use report::TextReport;
pub use scanner::{Scanner, Suppressions};
