//! The languages. To add one: a file here, and its two lines below.

mod bash;
mod c;
mod cpp;
mod csharp;
mod dockerfile;
mod go;
mod hcl;
mod html;
mod java;
mod javascript;
mod json;
mod kotlin;
mod php;
mod python;
mod ruby;
mod rust;
mod scala;
mod solidity;
mod sql;
mod swift;
mod typescript;
mod xml;
mod yaml;

use crate::Language;

/// Every language.
pub(crate) static ALL: &[&Language] = &[
    &python::PYTHON,
    &javascript::JAVASCRIPT,
    &typescript::TYPESCRIPT,
    &java::JAVA,
    &go::GO,
    &c::C,
    &cpp::CPP,
    &kotlin::KOTLIN,
    &csharp::CSHARP,
    &php::PHP,
    &ruby::RUBY,
    &rust::RUST,
    &scala::SCALA,
    &solidity::SOLIDITY,
    &swift::SWIFT,
    &hcl::HCL,
    &json::JSON,
    &yaml::YAML,
    &sql::SQL,
    &html::HTML,
    &xml::XML,
    &bash::BASH,
    &dockerfile::DOCKERFILE,
];
