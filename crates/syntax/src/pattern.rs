//! Patterns of rules, read by the grammar of the language that they are about.
//!
//! Placeholders become identifiers that the grammar accepts, with more around them where a place
//! asks for more; what was made up is taken out again by its place. The readings go from an
//! expression over statements to parts of the language that cannot stand alone.

mod data;
mod frame;
mod markup;
mod placeholder;

use portcullis_model::Span;
use serde::{Deserialize, Serialize};

use crate::{
    Kind, Language, Node, NodeId, Tree, concrete::ConcreteTree, grammar::Grammar, lower::lower,
    parser,
};
pub(crate) use frame::{Fill, Frame, PatternSyntax, Typed};
use placeholder::{Placeholders, prepare};

/// Longest pattern, in bytes.
pub const PATTERN_MAX: usize = 64 << 10;
/// Most parses that the ways to fill one pattern's placeholders may cost.
const TRIES_MAX: usize = 400;
/// Most bytes that those parses may have together.
const BYTES_MAX: usize = 1 << 18;
/// Most readings to refine.
const NEAR_MAX: usize = 4;

/// A pattern as a tree of the same shape as the code that it matches.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pattern {
    /// The tree. Its source is the pattern's text.
    pub tree: Tree,
    /// What the pattern is, and where in the tree it starts.
    pub form: Form,
}

/// What a pattern is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// An expression; an assignment without a semicolon too.
    Expr(NodeId),
    /// Statements in a row: the children of this node.
    Stmts(NodeId),
    /// One statement or definition.
    Stmt(NodeId),
    /// Something that stands only inside something else: a parameter, a `catch`, a pair.
    Part(NodeId),
}

impl Form {
    /// The node at which the pattern starts.
    #[must_use]
    pub fn node(self) -> NodeId {
        match self {
            Self::Expr(id) | Self::Stmts(id) | Self::Stmt(id) | Self::Part(id) => id,
        }
    }
}

/// Why a pattern cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PatternError {
    /// There is nothing in it.
    #[error("the pattern is empty: write the code that it is to match")]
    Empty,
    /// It is longer than [`PATTERN_MAX`].
    #[error("the pattern has {0} bytes: shorten it to at most {PATTERN_MAX}")]
    TooLong(usize),
    /// The grammar has no use for a piece of it in any reading.
    #[error(
        "cannot read `{unread}` on line {line} of the pattern as {language}: \
         write it as it would stand in code"
    )]
    Unread {
        /// The language's name.
        language: &'static str,
        /// The piece.
        unread: String,
        /// Its line, from 1.
        line: u32,
    },
}

/// Reads a pattern: code with metavariables (`$X`, `$_`, `$...X`), ellipses (`...`), deep ellipses
/// (`<... e ...>`) and typed metavariables (`(T $X)` or `($X: T)`, as the language writes types).
///
/// ```
/// use portcullis_syntax::{Language, pattern::{Form, parse_pattern}};
///
/// let python = Language::by_name("python").unwrap();
/// let pattern = parse_pattern(python, "$DB.execute(\"...\" + $X)").unwrap();
/// assert!(matches!(pattern.form, Form::Expr(_)));
/// assert!(parse_pattern(python, "def (").is_err());
/// ```
///
/// # Errors
///
/// If no reading covers the whole pattern, or it is empty or too long.
pub fn parse_pattern(language: &'static Language, text: &str) -> Result<Pattern, PatternError> {
    if text.trim().is_empty() {
        return Err(PatternError::Empty);
    }
    if text.len() > PATTERN_MAX {
        return Err(PatternError::TooLong(text.len()));
    }
    Search::new(language, text).run()
}

struct Search<'t> {
    language: &'static Language,
    text: &'t str,
    placeholders: Placeholders,
    tries: usize,
    bytes: usize,
    /// What came near, the nearest first.
    near: Vec<Near<'t>>,
}

/// A reading that left something unread.
struct Near<'t> {
    frame: &'static Frame,
    grammar: &'static Grammar,
    fills: Vec<usize>,
    attempt: Attempt<'t>,
}

struct Attempt<'t> {
    concrete: ConcreteTree<'t>,
    cost: u32,
}

impl<'t> Search<'t> {
    fn new(language: &'static Language, text: &'t str) -> Self {
        let placeholders = prepare(&language.patterns, text);
        Self { language, text, placeholders, tries: TRIES_MAX, bytes: BYTES_MAX, near: Vec::new() }
    }

    fn run(mut self) -> Result<Pattern, PatternError> {
        let (first, second) = self.language.grammars(self.text);
        for grammar in [Some(first), second].into_iter().flatten() {
            for frame in self.frames() {
                if let Some(pattern) = self.read(frame, grammar) {
                    return Ok(pattern);
                }
            }
        }
        self.near.sort_by_key(|near| near.attempt.cost);
        let error = self.error();
        let near = std::mem::take(&mut self.near).into_iter();
        for near in near.take(NEAR_MAX) {
            if let Some(pattern) = self.refine(near) {
                return Ok(pattern);
            }
        }
        Err(error)
    }

    /// The frames for a pattern that starts with the word that this one starts with.
    fn frames(&self) -> impl Iterator<Item = &'static Frame> + use<> {
        let word =
            self.text.trim_start().split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        let frames = self.language.patterns.frames;
        let own = frames.iter().any(|frame| !word.is_empty() && frame.word == word);
        let word = if own { word.to_owned() } else { String::new() };
        // `key: value` is a pair rather than a statement with a label.
        let pair = !own && is_pair(self.text);
        let first = move |frame: &&Frame| pair && frame.part == Some(Kind::Pair);
        let of_word = frames.iter().filter(move |frame| frame.word == word);
        let rest = of_word.clone().filter(move |frame| !first(frame));
        of_word.filter(first).chain(rest)
    }

    /// The pattern in this frame, all ellipses outside statements filled alike.
    fn read(&mut self, frame: &'static Frame, grammar: &'static Grammar) -> Option<Pattern> {
        let guesses = self.placeholders.guesses(&self.language.patterns, self.text);
        let mut best: Option<Near<'t>> = None;
        for fills in self.starts(&guesses) {
            let Some(attempt) = self.attempt(frame, grammar, &fills) else { break };
            if attempt.cost == 0 {
                if let Some(pattern) = self.finish(frame, &attempt.concrete) {
                    return Some(pattern);
                }
            } else if best.as_ref().is_none_or(|best| attempt.cost < best.attempt.cost) {
                best = Some(Near { frame, grammar, fills, attempt });
            }
        }
        self.near.extend(best);
        None
    }

    /// Ways to fill the placeholders: as guessed, with the ellipses of which nothing is known
    /// filled alike, and all plain.
    fn starts(&self, guesses: &[usize]) -> Vec<Vec<usize>> {
        let fills = 0..self.language.patterns.fills.len();
        let mut starts: Vec<_> =
            fills.map(|fill| self.placeholders.filled_alike(guesses, fill)).collect();
        starts.push(vec![0; guesses.len()]);
        starts.dedup();
        starts
    }

    /// Fills one placeholder after the other, each in the way that helps most: first the ellipses,
    /// then the metavariables too.
    fn refine(&mut self, mut near: Near<'t>) -> Option<Pattern> {
        let ellipses: Vec<usize> = self.placeholders.ellipses().collect();
        let all: Vec<usize> = self.placeholders.all().collect();
        for at in ellipses.into_iter().chain(all) {
            self.improve(&mut near, at);
            if near.attempt.cost == 0 {
                return self.finish(near.frame, &near.attempt.concrete);
            }
        }
        None
    }

    fn improve(&mut self, near: &mut Near<'t>, at: usize) {
        for fill in 0..self.language.patterns.fills.len() {
            let mut fills = near.fills.clone();
            match fills.get_mut(at) {
                Some(slot) if *slot != fill => *slot = fill,
                _ => continue,
            }
            let attempt = self.attempt(near.frame, near.grammar, &fills);
            if let Some(attempt) = attempt.filter(|attempt| attempt.cost < near.attempt.cost) {
                (near.attempt, near.fills) = (attempt, fills);
            }
        }
    }

    fn attempt(
        &mut self,
        frame: &Frame,
        grammar: &'static Grammar,
        fills: &[usize],
    ) -> Option<Attempt<'t>> {
        self.tries = self.tries.checked_sub(1)?;
        self.bytes = self.bytes.checked_sub(self.text.len())?;
        let rewrite = self.placeholders.rewrite(self.text, frame, fills, &self.language.patterns);
        let parsed = parser::parse(grammar, rewrite.text())?;
        let holes = self.placeholders.holes();
        let concrete = ConcreteTree::copy(&parsed, grammar, rewrite, Some((self.text, holes)));
        let unread: u32 = concrete.unread.iter().map(|span| span.len()).sum();
        let errors = u32::try_from(concrete.errors().count()).unwrap_or(u32::MAX);
        let cost = unread.saturating_add(errors).saturating_add(concrete.missing);
        Some(Attempt { concrete, cost })
    }

    fn finish(&self, frame: &Frame, concrete: &ConcreteTree<'_>) -> Option<Pattern> {
        let lowered = lower(concrete, self.text);
        if !lowered.unread.is_empty() || lowered.too_deep {
            return None;
        }
        let form = form(&lowered.tree, frame)?;
        Some(Pattern { tree: lowered.tree, form })
    }

    fn error(&self) -> PatternError {
        let mut unread = self.near.iter().flat_map(|near| &near.attempt.concrete.unread);
        // A separator says little of what is wrong.
        let says = |span: &&Span| span.text(self.text) != ";";
        let place = unread.clone().find(says).or(unread.next()).copied().unwrap_or_default();
        let unread = if place.is_empty() { self.text.trim() } else { place.text(self.text) };
        let before = self.text.get(..place.start as usize).unwrap_or("");
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        PatternError::Unread {
            language: self.language.name,
            unread: unread.lines().next().unwrap_or("").to_owned(),
            line: u32::try_from(line).unwrap_or(u32::MAX),
        }
    }
}

/// Whether a text starts with a key, perhaps in quotes, and a colon.
fn is_pair(text: &str) -> bool {
    let text = text.trim_start();
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''));
    let after = match quote {
        Some(quote) => text.get(1..).and_then(|rest| rest.split_once(quote)).map(|(_, rest)| rest),
        None => {
            let name = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
            text.find(|c| !name(c)).filter(|at| *at > 0).and_then(|at| text.get(at..))
        }
    };
    let after = after.map(str::trim_start).and_then(|rest| rest.strip_prefix(':'));
    after.is_some_and(|rest| !rest.starts_with(':'))
}

/// What the tree of a pattern is, read in this frame.
fn form(tree: &Tree, frame: &Frame) -> Option<Form> {
    let root = tree.root();
    if let Some(kind) = frame.part {
        let node = root.descendants().find(|node| node.kind() == kind)?;
        return Some(Form::Part(node.id()));
    }
    let mut children = root.children();
    let first = children.next()?;
    if children.next().is_some() {
        return Some(Form::Stmts(root.id()));
    }
    let semicolon = tree.source().trim_end().ends_with(';');
    Some(match first.kind() {
        Kind::ExprStmt if !semicolon => Form::Expr(first.child(0)?.id()),
        Kind::Absent => return None,
        _ if frame.expression && !is_named(first) => Form::Expr(first.id()),
        kind if is_part(kind) => Form::Part(first.id()),
        _ if is_expression(first) && !semicolon => Form::Expr(first.id()),
        _ => Form::Stmt(first.id()),
    })
}

fn is_part(kind: Kind) -> bool {
    use Kind::{
        Annotation, Args, Bases, Case, Catch, Finally, Keyword, Modifiers, Pair, Param, Params,
        Spread,
    };
    let parts = [
        Annotation, Args, Bases, Case, Catch, Finally, Keyword, Modifiers, Pair, Param, Params,
        Spread,
    ];
    parts.contains(&kind)
}

/// A function or class without a name is an expression.
fn is_expression(node: Node<'_>) -> bool {
    let kind = node.kind();
    let unnamed = matches!(kind, Kind::Function | Kind::Class) && !is_named(node);
    let leaves = Kind::Name..=Kind::Regex;
    let others = Kind::Call..=Kind::Typed;
    let patterns = Kind::Ellipsis..=Kind::TypedMetavar;
    let values = [leaves, others, patterns].iter().any(|kinds| kinds.contains(&kind));
    values || unnamed || kind == Kind::Assign
}

/// Whether the node defines a function or class of some name.
fn is_named(node: Node<'_>) -> bool {
    let name = node.child(1).filter(|name| !name.is_absent());
    matches!(node.kind(), Kind::Function | Kind::Class) && name.is_some()
}
