//! Tree-sitter's parser with bounds: one parser per thread and grammar, and limits on its work.
//!
//! A text without errors is parsed once. A long one with errors is parsed again under a closer
//! watch, because what tree-sitter does at the end of a text can take time and memory that grow
//! with the square of the errors before it, in one step that cannot be interrupted.

use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
    ops::ControlFlow,
    rc::Rc,
    time::{Duration, Instant},
};

use tree_sitter::{LogType, ParseOptions, ParseState, Parser, Tree};

use crate::grammar::Grammar;

/// Bytes handed to the grammar at a time. Reading the same bytes over and over, as an unclosed
/// comment makes a lexer do, is counted in chunks.
const CHUNK: usize = 4096;
/// Chunks that any text may ask for, and how many more for each of its own.
const READS_FREE: usize = 4096;
const READS_PER_CHUNK: usize = 64;
/// Progress reports (one for a hundred steps of the parser) that any text may take, and how many
/// bytes of it allow one more. Ordinary code takes one for about three hundred bytes.
const REPORTS_FREE: usize = 400;
const BYTES_PER_REPORT: usize = 16;
/// Longest text that is not watched for errors.
const UNWATCHED_MAX: usize = 2048;
/// Most times that parallel attempts to get over errors may be merged.
const MERGES_MAX: usize = 700;
/// A last resort, should the counters not see what a grammar does.
const TIME_FREE: Duration = Duration::from_secs(2);
/// The same for each byte.
const TIME_PER_BYTE: Duration = Duration::from_micros(2);

thread_local! {
    static PARSERS: RefCell<HashMap<usize, Parser>> = RefCell::default();
}

/// Parses `text`; `None` if that would take too much work.
pub(crate) fn parse(grammar: &'static Grammar, text: &str) -> Option<Tree> {
    let key = std::ptr::from_ref(grammar).addr();
    let text = grammar.seen(text);
    PARSERS.with_borrow_mut(|parsers| {
        let parser = parsers.entry(key).or_default();
        if parser.language().is_none() {
            parser.set_language(&grammar.language).ok()?;
        }
        let watched = text.len() > UNWATCHED_MAX;
        let unlimited = Rc::new(Cell::new(usize::MAX));
        match bounded(parser, text.as_bytes(), watched, &unlimited) {
            Ok(tree) => Some(tree),
            Err(Stop::Error) => counted(parser, text.as_bytes()),
            Err(Stop::Work) => None,
        }
    })
}

/// Why parsing ended early.
enum Stop {
    /// There is an error, and the caller wanted to know.
    Error,
    /// A limit was hit.
    Work,
}

/// Parses a text with errors, counting how often the parser merges what it tried.
fn counted(parser: &mut Parser, bytes: &[u8]) -> Option<Tree> {
    let merges_left = Rc::new(Cell::new(MERGES_MAX));
    let counter = Rc::clone(&merges_left);
    parser.set_logger(Some(Box::new(move |kind, message| {
        if kind == LogType::Parse && message == "condense" {
            counter.set(counter.get().saturating_sub(1));
        }
    })));
    let tree = bounded(parser, bytes, false, &merges_left);
    parser.set_logger(None);
    tree.ok()
}

fn bounded(
    parser: &mut Parser,
    bytes: &[u8],
    stop_at_error: bool,
    merges_left: &Rc<Cell<usize>>,
) -> Result<Tree, Stop> {
    let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
    let time_max = TIME_FREE.saturating_add(TIME_PER_BYTE.saturating_mul(length));
    let begun = Instant::now();
    let reads_left = Cell::new(READS_FREE + READS_PER_CHUNK * (bytes.len() / CHUNK));
    let mut reports_left = REPORTS_FREE + bytes.len() / BYTES_PER_REPORT;
    let mut stop = Stop::Work;
    let mut read = |offset: usize, _| {
        let end = bytes.len().min(offset.saturating_add(CHUNK));
        reads_left.set(reads_left.get().saturating_sub(1));
        bytes.get(offset..end).unwrap_or_default()
    };
    let mut progress = |state: &ParseState| {
        reports_left = reports_left.saturating_sub(1);
        if stop_at_error && state.has_error() {
            stop = Stop::Error;
            return ControlFlow::Break(());
        }
        let counters = [reports_left, reads_left.get(), merges_left.get()];
        let spent = counters.contains(&0) || begun.elapsed() > time_max;
        if spent { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let options = ParseOptions::new().progress_callback(&mut progress);
    let tree = parser.parse_with_options(&mut read, None, Some(options));
    parser.reset();
    tree.ok_or(stop)
}
