//! What imported names stand for: `np` is `numpy`, `exec` is `child_process.exec`.
//!
//! An alias belongs to a variable of the file, so that a parameter of the same name is no alias.
//! What a wildcard brings in is not known; a qualified pattern may match through it.

use std::collections::HashMap;

use portcullis_model::Span;
use portcullis_syntax::{Kind, Node};

use crate::subject::Subject;

/// A qualified name, outermost part first.
pub(crate) type Path = Vec<String>;

/// What the imports of a file bring in.
#[derive(Debug, Default)]
pub(crate) struct Imports {
    paths: Vec<Path>,
    by_symbol: HashMap<u32, Vec<u32>>,
    by_text: HashMap<String, Vec<u32>>,
    /// Modules of which everything is imported, as numbers of paths.
    wildcards: Vec<u32>,
}

/// Components of one qualified name.
const PARTS_MAX: usize = 32;

impl Imports {
    /// The parts of a qualified name.
    pub(crate) fn path(&self, number: u32) -> &[String] {
        self.paths.get(number as usize).map_or(&[], Vec::as_slice)
    }

    /// The qualified names that a name may stand for.
    pub(crate) fn of(&self, subject: &Subject<'_>, name: Node<'_>) -> &[u32] {
        if self.paths.is_empty() {
            return &[];
        }
        let found = match subject.symbol(name.id()) {
            Some(symbol) => self.by_symbol.get(&symbol),
            None => self.by_text.get(name.text()),
        };
        found.map_or(&[], Vec::as_slice)
    }

    /// Whether a name is part of a qualified name that an alias may stand for.
    pub(crate) fn mentions(&self, name: &str) -> bool {
        self.paths.iter().flatten().any(|part| part == name)
    }

    /// Modules of which everything is imported.
    pub(crate) fn wildcards(&self) -> &[u32] {
        &self.wildcards
    }

    fn add(&mut self, subject: &Subject<'_>, local: Node<'_>, path: Path) {
        if path.is_empty() || path.len() > PARTS_MAX || path == [local.text()] {
            return;
        }
        let number = self.push(path);
        if let Some(symbol) = subject.symbol(local.id()) {
            self.by_symbol.entry(symbol).or_default().push(number);
        }
        self.by_text.entry(local.text().to_owned()).or_default().push(number);
    }

    fn push(&mut self, path: Path) -> u32 {
        self.paths.push(path);
        u32::try_from(self.paths.len() - 1).unwrap_or(u32::MAX)
    }
}

/// Gathers the imports of a file.
pub(crate) fn imports(subject: &Subject<'_>) -> Imports {
    let mut found = Imports::default();
    for id in subject.of_kind(Kind::Import) {
        import(&mut found, subject, subject.tree.node(*id));
    }
    if subject.has_records() {
        for id in subject.of_kind(Kind::VarDef) {
            require(&mut found, subject, subject.tree.node(*id));
        }
    }
    found
}

fn import(found: &mut Imports, subject: &Subject<'_>, node: Node<'_>) {
    let (Some(module), Some(name), Some(alias)) = (node.child(0), node.child(1), node.child(2))
    else {
        return;
    };
    let mut path = dotted(module).unwrap_or_default();
    if subject.calls_modules_by_path() {
        path = path.iter().map(|path| package(path).to_owned()).collect();
    }
    if name.kind() == Kind::Token {
        match alias.is_absent() {
            true if at_top(node) => {
                let number = found.push(path);
                found.wildcards.push(number);
            }
            true => {}
            false => found.add(subject, alias, path),
        }
        return;
    }
    let plain = if name.is_absent() { last_name(module) } else { Some(name) };
    let python_module = subject.is_python() && name.is_absent();
    let default = name.text() == "default";
    if !name.is_absent() && !default {
        path.push(name.text().to_owned());
    }
    if !alias.is_absent() {
        found.add(subject, alias, path);
    } else if let Some(local) = plain
        && !python_module
    {
        found.add(subject, local, path);
    }
}

/// The name that a package most likely has, by its path: `github.com/a/jwt-go/v4` is `jwt`.
fn package(path: &str) -> &str {
    let version =
        |part: &&str| part.strip_prefix('v').is_some_and(|n| n.bytes().all(|b| b.is_ascii_digit()));
    let last = path.rsplit('/').find(|part| !version(part)).unwrap_or(path);
    let last = last.split_once(".v").map_or(last, |(name, _)| name);
    let bare = last.strip_prefix("go-").unwrap_or(last);
    bare.strip_suffix("-go").or_else(|| bare.strip_suffix(".go")).unwrap_or(bare)
}

/// Whether an import stands outside of functions and classes.
fn at_top(import: Node<'_>) -> bool {
    import.ancestors().all(|up| matches!(up.kind(), Kind::Root | Kind::Sequence))
}

/// `const cp = require('x')` and `const {a, b: c} = require('x')`.
fn require(found: &mut Imports, subject: &Subject<'_>, node: Node<'_>) {
    let (Some(target), Some(init)) = (node.child(2), node.child(3)) else { return };
    let Some(module) = required(init) else { return };
    match target.kind() {
        Kind::Name => found.add(subject, target, vec![module]),
        Kind::Dict => {
            for entry in target.children() {
                let (key, local) = match entry.kind() {
                    Kind::Name => (entry, entry),
                    Kind::Pair => match (entry.child(0), entry.child(1)) {
                        (Some(key), Some(local)) if local.kind() == Kind::Name => (key, local),
                        _ => continue,
                    },
                    _ => continue,
                };
                found.add(subject, local, vec![module.clone(), key.text().to_owned()]);
            }
        }
        _ => {}
    }
}

/// The module of a call `require('x')`.
fn required(call: Node<'_>) -> Option<String> {
    let callee = call.child(0).filter(|_| call.kind() == Kind::Call)?;
    let module = call.child(1)?.child(0)?;
    (callee.text() == "require").then(|| dotted(module)).flatten()?.pop()
}

fn last_name(module: Node<'_>) -> Option<Node<'_>> {
    module.descendants().filter(|node| node.kind() == Kind::Name).last()
}

/// The parts of a chain of names, or the text of a string as one part.
pub(crate) fn dotted(node: Node<'_>) -> Option<Path> {
    let mut parts = Vec::new();
    let mut at = node;
    while at.kind() == Kind::Member && parts.len() < PARTS_MAX {
        parts.push(at.child(1)?.text().to_owned());
        at = at.child(0)?;
    }
    match at.kind() {
        Kind::Name => parts.push(at.text().to_owned()),
        Kind::String => {
            let inside: Span = crate::subject::content(at)?;
            parts.push(inside.text(at.tree().source()).to_owned());
        }
        _ => return None,
    }
    parts.reverse();
    Some(parts)
}
