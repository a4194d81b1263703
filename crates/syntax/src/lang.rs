//! The languages. To add one: a file here, and its two lines below.

mod java;
mod javascript;
mod php;
mod python;
mod ruby;
mod solidity;
mod typescript;

use crate::Language;

/// Every language.
pub(crate) static ALL: &[&Language] = &[
    &python::PYTHON,
    &javascript::JAVASCRIPT,
    &typescript::TYPESCRIPT,
    &java::JAVA,
    &php::PHP,
    &ruby::RUBY,
    &solidity::SOLIDITY,
];
