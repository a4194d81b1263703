//! Reading a text whole or in pieces: the plain reading, and if that has errors, others.

use std::time::{Duration, Instant};

use portcullis_model::Span;

use crate::{
    Builder, Kind, Language, Tree,
    concrete::ConcreteTree,
    grammar::Grammar,
    lower::{Lowered, lower},
    parser,
    rewrite::Rewrite,
    scaffold,
};

/// Longest text that is parsed, in bytes. Of a longer one the rest is unread.
pub const TEXT_MAX: usize = 2 << 20;
/// Longest text that is read as a fragment, in bytes.
const FRAGMENT_MAX: usize = 64 << 10;
/// Most bytes that all further readings of a text may have together.
const REREAD_MAX: usize = 256 << 10;
/// Time after which no further reading is begun: a text that costs so much is no mere fragment.
const REREAD_TIME: Duration = Duration::from_millis(500);
/// Most `<` that may be open in a statement. Grammars with type arguments take time quadratic in
/// their number, in steps too long for the parser's own limits to see.
const ANGLES_MAX: usize = 1_000;
/// Most readings besides the plain one.
const READINGS_MAX: usize = 10;

/// A text as a tree, and how much of it could be read.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// The tree. Its spans are those of the text given.
    pub tree: Tree,
    /// What could not be read, in order, without overlap.
    pub unread: Vec<Span>,
    /// Comments, in order.
    pub comments: Vec<Span>,
    /// Whether the text had to be completed to be read: it is a piece of a file.
    pub fragment: bool,
    /// The limit that stopped the reading, if one did.
    pub limit_hit: Option<&'static str>,
}

impl Parsed {
    /// Unread bytes in a thousand, white space left out; rounded up.
    #[must_use]
    pub fn unread_permille(&self) -> u32 {
        let text = self.tree.source();
        let visible = |text: &str| text.bytes().filter(|b| !b.is_ascii_whitespace()).count();
        let unread: usize = self.unread.iter().map(|span| visible(span.text(text))).sum();
        let permille = unread.saturating_mul(1000).div_ceil(visible(text).max(1));
        u32::try_from(permille).unwrap_or(1000).min(1000)
    }
}

/// Reads a text in a language. Whatever the text, there is a tree; [`Parsed::unread`] says what is
/// not in it.
///
/// ```
/// use portcullis_syntax::{Language, parse};
///
/// let python = Language::by_name("python").unwrap();
/// let parsed = parse(python, "        run(command)\n    else:\n        stop()\n");
/// assert!(parsed.fragment);
/// assert_eq!(parsed.unread_permille(), 0);
/// ```
#[must_use]
pub fn parse(language: &'static Language, text: &str) -> Parsed {
    let head = text.get(..text.floor_char_boundary(TEXT_MAX)).unwrap_or(text);
    if language.scaffolds.has_braces() && too_many_angles(head) {
        return nothing_read(text, "nesting depth");
    }
    let Some((reading, fragment)) = best_reading(language, head) else {
        return nothing_read(text, "parsing work");
    };
    let Lowered { tree, unread, too_deep } = lower(&reading.concrete, text);
    let rest = Span::new(offset(head.len()), offset(text.len()));
    let spans = reading.concrete.unread.into_iter().chain(reading.left_out).chain(unread);
    let limit_hit = match (rest.is_empty(), too_deep) {
        (false, _) => Some("text length"),
        (true, true) => Some("nesting depth"),
        (true, false) => None,
    };
    let comments = reading.concrete.comments;
    Parsed { tree, unread: merged(spans.chain([rest])), comments, fragment, limit_hit }
}

fn too_many_angles(text: &str) -> bool {
    let mut open = 0usize;
    text.bytes().any(|byte| {
        open = match byte {
            b'<' => open + 1,
            b'>' => open.saturating_sub(1),
            b';' | b'{' | b'}' => 0,
            _ => open,
        };
        open > ANGLES_MAX
    })
}

fn nothing_read(text: &str, limit: &'static str) -> Parsed {
    let whole = Span::new(0, offset(text.len()));
    let mut builder = Builder::default();
    builder.open(Kind::Root, whole);
    let tree = builder.finish(text);
    let comments = Vec::new();
    Parsed { tree, unread: vec![whole], comments, fragment: false, limit_hit: Some(limit) }
}

/// One way to read a text.
struct Reading<'t> {
    concrete: ConcreteTree<'t>,
    /// What was not given to the grammar, in spans of the original.
    left_out: Vec<Span>,
}

impl Reading<'_> {
    /// Bytes that this reading makes nothing of. A made-up token costs one.
    fn cost(&self) -> u32 {
        let spans = self.concrete.unread.iter().chain(&self.left_out);
        spans.map(|span| span.len()).sum::<u32>().saturating_add(self.concrete.missing)
    }
}

fn read<'t>(
    grammar: &'static Grammar,
    rewrite: Rewrite<'t>,
    left_out: Vec<Span>,
) -> Option<Reading<'t>> {
    let parsed = parser::parse(grammar, rewrite.text())?;
    let concrete = ConcreteTree::copy(&parsed, grammar, rewrite, None);
    Some(Reading { concrete, left_out })
}

/// The reading that makes the most of the text, and whether it is another than the plain one.
fn best_reading<'t>(language: &'static Language, text: &'t str) -> Option<(Reading<'t>, bool)> {
    let (first, second) = language.grammars(text);
    let mut grammar = first;
    let mut best = read(first, Rewrite::plain(text), Vec::new())?;
    if let Some(second) = second.filter(|_| best.cost() > 0)
        && let Some(other) = read(second, Rewrite::plain(text), Vec::new())
        && other.cost() < best.cost()
    {
        (best, grammar) = (other, second);
    }
    if best.cost() == 0 || text.len() > FRAGMENT_MAX {
        return Some((best, false));
    }
    Some(best_fragment(language, grammar, text, best))
}

fn best_fragment<'t>(
    language: &'static Language,
    grammar: &'static Grammar,
    text: &'t str,
    plain: Reading<'t>,
) -> (Reading<'t>, bool) {
    let (mut best, mut fragment) = (plain, false);
    let begun = Instant::now();
    let mut bytes_left = REREAD_MAX;
    let mut attempts = scaffold::attempts(&language.scaffolds, text);
    for _ in 0..READINGS_MAX {
        let Some(attempt) = attempts.next(best.cost()) else { break };
        let Some(left) = bytes_left.checked_sub(attempt.rewrite.text().len()) else { break };
        bytes_left = left;
        let Some(reading) = read(grammar, attempt.rewrite, attempt.left_out) else { break };
        let better = reading.cost() < best.cost();
        attempts.judged(better);
        if better {
            (best, fragment) = (reading, true);
        }
        if best.cost() == 0 || begun.elapsed() > REREAD_TIME {
            break;
        }
    }
    (best, fragment)
}

/// The spans in order, those that touch or overlap made one.
fn merged(spans: impl Iterator<Item = Span>) -> Vec<Span> {
    let mut spans: Vec<_> = spans.filter(|span| !span.is_empty()).collect();
    spans.sort_unstable_by_key(|span| (span.start, span.end));
    let mut merged: Vec<Span> = Vec::new();
    for span in spans {
        match merged.last_mut() {
            Some(last) if span.start <= last.end => *last = last.join(span),
            _ => merged.push(span),
        }
    }
    merged
}

fn offset(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}
