//! Tree-sitter's parser with bounds: one parser per thread and grammar, and a limit on work.

use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
    ops::ControlFlow,
    time::{Duration, Instant},
};

use tree_sitter::{ParseOptions, Parser, Tree};

use crate::grammar::Grammar;

/// Bytes handed to the grammar at a time. Reading the same bytes over and over, as an unclosed
/// comment makes a lexer do, is counted in chunks.
const CHUNK: usize = 4096;
/// Chunks that may be asked for, per chunk of the text.
const READS_PER_CHUNK: usize = 64;
/// Progress reports (one for about a hundred parser steps) per byte of the text.
const REPORTS_PER_BYTE: usize = 1;
/// Work that any text may cost, in chunks and in progress reports.
const FREE: usize = 4_096;
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
    PARSERS.with_borrow_mut(|parsers| {
        let parser = parsers.entry(key).or_default();
        if parser.language().is_none() {
            parser.set_language(&grammar.language).ok()?;
        }
        let tree = bounded(parser, text.as_bytes());
        parser.reset();
        tree
    })
}

fn bounded(parser: &mut Parser, bytes: &[u8]) -> Option<Tree> {
    let reads_left = Cell::new(FREE + READS_PER_CHUNK * (bytes.len() / CHUNK));
    let mut reports_left = FREE + REPORTS_PER_BYTE * bytes.len();
    let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
    let time_max = TIME_FREE.saturating_add(TIME_PER_BYTE.saturating_mul(length));
    let begun = Instant::now();
    let mut read = |offset: usize, _| {
        let end = bytes.len().min(offset.saturating_add(CHUNK));
        reads_left.set(reads_left.get().saturating_sub(1));
        bytes.get(offset..end).unwrap_or_default()
    };
    let mut progress = |_: &_| {
        reports_left = reports_left.saturating_sub(1);
        let spent = reports_left == 0 || reads_left.get() == 0 || begun.elapsed() > time_max;
        if spent { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let options = ParseOptions::new().progress_callback(&mut progress);
    parser.parse_with_options(&mut read, None, Some(options))
}
