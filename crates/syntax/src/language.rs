//! A language: its names, and everything that reading it needs, as one static per language.
//!
//! Everything that lists languages is derived from [`Language::all`]. Nothing outside `lang/` asks
//! which language it has in hand; it asks the language.

use std::fmt;

use crate::{
    grammar::{Dialect, Grammar, Row},
    lang,
    pattern::PatternSyntax,
    scaffold::Scaffolds,
};

/// A programming language that can be read.
pub struct Language {
    /// Short name in lower case, as rule files write it: `python`.
    pub id: &'static str,
    /// Name for people: `Python`.
    pub name: &'static str,
    /// Other names that rule files use: `py`.
    pub aliases: &'static [&'static str],
    /// File extensions without the dot, in lower case.
    pub extensions: &'static [&'static str],
    /// Whole file names that mean this language; `name.*` is the name with anything after the dot.
    pub file_names: &'static [&'static str],
    /// Interpreters named in a `#!` line.
    pub shebangs: &'static [&'static str],
    pub(crate) line_comments: &'static [&'static str],
    /// The grammar.
    pub(crate) dialect: &'static Dialect,
    /// A second grammar of the language, for files that the first cannot read.
    pub(crate) variant: Option<Variant>,
    /// How grammar kinds become kinds of the common tree.
    pub(crate) rows: &'static [&'static [Row]],
    /// What a fragment may have lost around it.
    pub(crate) scaffolds: Scaffolds,
    /// How patterns are read.
    pub(crate) patterns: PatternSyntax,
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Language({})", self.id)
    }
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Language {}

impl Language {
    /// Every language, in the order in which the documentation lists them.
    #[must_use]
    pub fn all() -> &'static [&'static Language] {
        lang::ALL
    }

    /// The language with this id or alias, whatever the case.
    #[must_use]
    pub fn by_name(id_or_alias: &str) -> Option<&'static Language> {
        let named = |language: &&Language| {
            std::iter::once(&language.id)
                .chain(language.aliases)
                .any(|name| name.eq_ignore_ascii_case(id_or_alias))
        };
        Self::all().iter().copied().find(named)
    }

    /// The language of a file, told by its name, its extension or its `#!` line.
    #[must_use]
    pub fn of_file(path: &str, text: &str) -> Option<&'static Language> {
        let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
        let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
        let interpreter = interpreter(text);
        let all = || Self::all().iter().copied();
        all()
            .find(|language| language.file_names.iter().any(|known| is_named(known, name)))
            .or_else(|| all().find(|language| holds(language.extensions, extension)))
            .or_else(|| all().find(|language| holds(language.shebangs, interpreter)))
    }

    /// What starts a comment that ends with its line: `#`, `//`.
    #[must_use]
    pub fn line_comments(&self) -> &'static [&'static str] {
        self.line_comments
    }

    /// The grammar that this text is most likely written in, and then the other one.
    pub(crate) fn grammars(
        &'static self,
        text: &str,
    ) -> (&'static Grammar, Option<&'static Grammar>) {
        let first = self.dialect.grammar(self);
        let Some(variant) = &self.variant else { return (first, None) };
        let second = variant.dialect.grammar(self);
        if variant.hints.iter().any(|hint| text.contains(hint)) {
            (second, Some(first))
        } else if variant.only_hinted {
            (first, text.trim_start().starts_with('<').then_some(second))
        } else {
            (first, Some(second))
        }
    }
}

/// A second grammar of a language.
pub(crate) struct Variant {
    pub(crate) dialect: &'static Dialect,
    /// Texts that make it the likelier one.
    pub(crate) hints: &'static [&'static str],
    /// Whether it is for texts with them, or that start with markup, alone.
    pub(crate) only_hinted: bool,
}

fn is_named(known: &str, name: &str) -> bool {
    match known.strip_suffix('*') {
        Some(start) => name.starts_with(start),
        None => name == known,
    }
}

fn holds(names: &[&str], name: &str) -> bool {
    !name.is_empty() && names.iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// The interpreter that the first line names: `python3` is `python`.
fn interpreter(text: &str) -> &str {
    let Some(line) = text.strip_prefix("#!").and_then(|rest| rest.lines().next()) else {
        return "";
    };
    let mut words = line.split_whitespace().filter(|word| !word.starts_with('-'));
    let program = words.next().unwrap_or("").rsplit('/').next().unwrap_or("");
    let program = if program == "env" { words.next().unwrap_or("") } else { program };
    program.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.')
}
