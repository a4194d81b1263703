//! A tree-sitter grammar joined with the table that says what its kinds become.
//!
//! Rows name grammar kinds; they are resolved to an array by kind id once per grammar, on first
//! use.

use std::{borrow::Cow, collections::HashMap, sync::OnceLock};

use crate::{Kind, Language, concrete::Concrete, lower::Writer};

/// One line of a language's table: grammar kinds (separated by spaces) and what they become. A kind
/// with `'` before it is an anonymous token that counts as a node of its own.
pub(crate) struct Row(pub(crate) &'static str, pub(crate) How);

/// What a grammar kind becomes.
pub(crate) enum How {
    /// A leaf of this kind, whatever stands below.
    Leaf(Kind),
    /// This kind with these slots.
    Node(Kind, &'static [Slot]),
    /// The same with the operator that stands among its tokens.
    Op(Kind, &'static [Slot]),
    /// Its only child stands in its place.
    One,
    /// All its children stand in its place; for what only ever stands in a list.
    Flat,
    /// Its children are names, joined by `Member`.
    Dotted,
    /// A string literal with its parts.
    String,
    /// Not in the tree.
    Skip,
    /// Something that needs code.
    Code(fn(&mut Writer<'_>, Concrete<'_>)),
}

/// One slot of a node, in the order of the common tree's shape.
pub(crate) enum Slot {
    /// The named child in this field, or nothing.
    Field(&'static str),
    /// All named children in this field.
    Fields(&'static str),
    /// The n-th named child, or nothing.
    Nth(usize),
    /// All named children.
    All,
    /// The first named child of this grammar kind, or nothing.
    Kind(&'static str),
    /// All named children of this grammar kind.
    Kinds(&'static str),
    /// Nothing ever stands here in this language.
    Absent,
}

/// Another language in some nodes of a grammar.
pub(crate) struct Inner {
    pub(crate) language: &'static Language,
    /// What is to be read in a node of this text; patterns are told apart.
    pub(crate) inside: fn(tree_sitter::Node<'_>, &str, bool) -> Inside,
}

/// What becomes of a node that may hold another language.
pub(crate) enum Inside {
    /// It is what its own grammar says.
    Plain,
    /// It belongs to what another node holds.
    Skip,
    /// Nothing that anybody would write there.
    Unreadable,
    /// This text, from where the node starts, in the other language; byte for byte the original's.
    Text(String),
}

/// The text as a grammar is to see it: what would mislead it is covered, byte for byte.
type Cover = fn(&str) -> Cow<'_, str>;

/// A grammar that is joined with its language's table on first use.
pub(crate) struct Dialect {
    load: fn() -> tree_sitter::Language,
    inner: Option<&'static Inner>,
    cover: Option<Cover>,
    grammar: OnceLock<Grammar>,
}

impl Dialect {
    pub(crate) const fn new(load: fn() -> tree_sitter::Language) -> Self {
        Self { load, inner: None, cover: None, grammar: OnceLock::new() }
    }

    /// The same with another language in it.
    pub(crate) const fn holding(mut self, inner: &'static Inner) -> Self {
        self.inner = Some(inner);
        self
    }

    /// The same for a grammar that must not see all of a text.
    pub(crate) const fn covering(mut self, cover: Cover) -> Self {
        self.cover = Some(cover);
        self
    }

    /// The grammar, joined with the rows of the first language that asks: each dialect has one.
    pub(crate) fn grammar(&'static self, language: &'static Language) -> &'static Grammar {
        self.grammar.get_or_init(|| Grammar::new((self.load)(), language))
    }
}

/// What is known of one grammar kind.
#[derive(Clone, Copy)]
pub(crate) struct KindInfo {
    pub(crate) name: &'static str,
    pub(crate) how: Option<&'static How>,
    /// Equal for equal kinds in all grammars of a language.
    pub(crate) tag: u16,
    /// A token that carries no meaning beyond structure.
    pub(crate) punctuation: bool,
}

const UNKNOWN: KindInfo = KindInfo { name: "ERROR", how: None, tag: u16::MAX, punctuation: false };

/// A grammar ready for use.
pub(crate) struct Grammar {
    pub(crate) language: tree_sitter::Language,
    kinds: Vec<KindInfo>,
    fields: Vec<&'static str>,
    tags: HashMap<&'static str, u16>,
    cover: Option<Cover>,
    pub(crate) held: Option<Held>,
}

/// The language that a grammar holds: its kinds and fields have numbers after the grammar's own.
#[derive(Clone, Copy)]
pub(crate) struct Held {
    pub(crate) grammar: &'static Grammar,
    pub(crate) inside: fn(tree_sitter::Node<'_>, &str, bool) -> Inside,
    pub(crate) first_kind: u16,
    pub(crate) first_field: u16,
}

impl Grammar {
    fn new(language: tree_sitter::Language, owner: &'static Language) -> Self {
        let canonical = (owner.dialect.load)();
        let rows = rows_by_name(owner.rows);
        let kinds: Vec<_> = (0..u16::try_from(language.node_kind_count()).unwrap_or(u16::MAX))
            .map(|id| kind_info(&language, &canonical, &rows, id))
            .collect();
        let fields = (0..=u16::try_from(language.field_count()).unwrap_or(u16::MAX))
            .map(|id| language.field_name_for_id(id).unwrap_or(""))
            .collect();
        let tags = kinds.iter().rev().map(|kind| (kind.name, kind.tag)).collect();
        let cover = owner.dialect.cover;
        let own = Self { language, kinds, fields, tags, cover, held: None };
        match owner.dialect.inner {
            Some(inner) => own.with(inner),
            None => own,
        }
    }

    /// The grammar with the kinds and fields of the language that it holds.
    fn with(mut self, inner: &'static Inner) -> Self {
        let grammar = inner.language.dialect.grammar(inner.language);
        let first = |known: usize| u16::try_from(known).unwrap_or(u16::MAX);
        let (first_kind, first_field) = (first(self.kinds.len()), first(self.fields.len()));
        let moved = grammar
            .kinds
            .iter()
            .map(|kind| KindInfo { tag: kind.tag.saturating_add(first_kind), ..*kind });
        for kind in moved {
            self.tags.entry(kind.name).or_insert(kind.tag);
            self.kinds.push(kind);
        }
        self.fields.extend(&grammar.fields);
        self.held = Some(Held { grammar, inside: inner.inside, first_kind, first_field });
        self
    }

    /// The text as the parser is to see it.
    pub(crate) fn seen<'t>(&self, text: &'t str) -> Cow<'t, str> {
        self.cover.map_or(Cow::Borrowed(text), |cover| cover(text))
    }

    pub(crate) fn kind(&self, id: u16) -> KindInfo {
        self.kinds.get(usize::from(id)).copied().unwrap_or(UNKNOWN)
    }

    pub(crate) fn field(&self, id: u16) -> &'static str {
        self.fields.get(usize::from(id)).copied().unwrap_or("")
    }

    /// The tag of a named kind, for nodes that a language writes by hand.
    pub(crate) fn tag(&self, name: &str) -> u16 {
        self.tags.get(name).copied().unwrap_or(u16::MAX)
    }
}

fn rows_by_name(tables: &[&'static [Row]]) -> HashMap<&'static str, &'static How> {
    let rows = tables.iter().flat_map(|rows| rows.iter());
    rows.flat_map(|row| row.0.split_whitespace().map(|name| (name, &row.1))).collect()
}

fn kind_info(
    language: &tree_sitter::Language,
    canonical: &tree_sitter::Language,
    rows: &HashMap<&'static str, &'static How>,
    id: u16,
) -> KindInfo {
    let name = language.node_kind_for_id(id).unwrap_or("");
    let named = language.node_kind_is_named(id);
    let row = if named { rows.get(name) } else { rows.get(format!("'{name}").as_str()) };
    let how = row.copied();
    let tag = match canonical.id_for_node_kind(name, named) {
        0 => id | 0x8000,
        known => known,
    };
    KindInfo { name, how, tag, punctuation: !named && is_punctuation(name) }
}

/// Tokens that are left out of [`Kind::Other`]. Words and operators stay.
fn is_punctuation(token: &str) -> bool {
    const MARKS: &str = "( ) [ ] { } < > </ /> , ; : . :: => -> = ? @ ' \" ` { } {| |}";
    token.is_empty() || MARKS.split(' ').any(|mark| mark == token)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Kinds that a row names and no grammar of the language has.
    /// Names of kinds in a language's rows that no grammar has: rows may be shared by languages.
    fn check(language: &'static Language) -> Vec<&'static str> {
        let known: Vec<&str> =
            Language::all().iter().flat_map(|language| names(language)).collect();
        let rows = language.rows.iter().flat_map(|rows| rows.iter());
        rows.flat_map(|row| row.0.split_whitespace())
            .filter(|name| !known.contains(&name.trim_start_matches('\'')))
            .collect()
    }

    fn names(language: &'static Language) -> Vec<&'static str> {
        let first = Some(language.dialect.grammar(language));
        let second = language.variant.as_ref().map(|variant| variant.dialect.grammar(language));
        let grammars = [first, second].into_iter().flatten();
        grammars.flat_map(|grammar| grammar.kinds.iter().map(|kind| kind.name)).collect()
    }

    #[test]
    fn rows_name_kinds_that_exist() {
        for language in Language::all() {
            assert_eq!(check(language), Vec::<&str>::new(), "{language:?}");
        }
    }
}
