//! A rule engine for Semgrep's rule files, over the common tree of `portcullis-syntax`.
//!
//! Text in, matches out: [`load`] reads rule files, [`RuleSet`] compiles them, [`scan`] runs them
//! over one parsed file. The rule language and its meaning are Semgrep's; beside it there are lists
//! of sources and sinks that rules share (`use:`), and confidence. Reads no files, knows no clock
//! and no policy; what a match means is decided elsewhere.
//!
//! ```
//! use portcullis_rules::{File, Library, RuleSet, load, scan};
//! use portcullis_syntax::{Language, parse};
//!
//! let rules = "
//! rules:
//!   - id: eval-used
//!     languages: [python]
//!     severity: ERROR
//!     message: eval of `$X`
//!     pattern: eval($X)
//! ";
//! let loaded = load(rules, &Library::default());
//! assert!(loaded.errors.is_empty());
//! let set = RuleSet::new(loaded.rules);
//!
//! let text = "x = input()\ny = eval(x)\n";
//! let language = Language::by_name("python").unwrap();
//! let parsed = parse(language, text);
//! let file =
//!     File { path: "a.py", language: Some(language), text, parsed: Some(&parsed) };
//! let report = scan(&set, &file);
//! assert_eq!(report.matches.len(), 1);
//! assert_eq!(report.matches[0].message, "eval of `x`");
//! ```

mod compare;
mod definitions;
mod dump;
mod error;
pub mod flow;
mod formula;
mod generic;
mod load;
mod matcher;
mod message;
mod prefilter;
mod ranges;
mod regexes;
mod resolve;
mod roles;
mod rule;
mod scan;
mod set;
mod shared;
mod subject;
mod taint;
mod types;
mod yaml;

pub use error::{RuleError, SetError};
pub use load::{LANGUAGE_VERSION, Library, Loaded, LoadedRule, load};
pub use rule::Meta;
pub use scan::{Binding, File, Limit, Match, Report, scan};
pub use set::{ENGINE_VERSION, RuleSet};

#[cfg(test)]
mod tests;
