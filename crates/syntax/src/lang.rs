//! The languages. To add one: a file here, and its two lines below.

mod bash;
mod csharp;
mod dockerfile;
mod go;
mod java;
mod javascript;
mod kotlin;
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
    &go::GO,
    &kotlin::KOTLIN,
    &csharp::CSHARP,
    &php::PHP,
    &ruby::RUBY,
    &solidity::SOLIDITY,
    &bash::BASH,
    &dockerfile::DOCKERFILE,
];
