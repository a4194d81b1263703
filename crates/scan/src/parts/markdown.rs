//! Code blocks of a Markdown document.

use super::{Part, language};

/// The blocks that say their language. A block ends with a fence as long as the one it began with.
pub(super) fn parts(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut open: Option<Block<'_>> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let fence = fence(line);
        match (&open, fence) {
            (None, Some((fence, info))) => open = Some(Block { fence, info, from: at }),
            (Some(block), Some((fence, info))) if block.is_closed_by(fence, info) => {
                parts.extend(block.part(text, start));
                open = None;
            }
            _ => {}
        }
    }
    parts.extend(open.and_then(|block| block.part(text, text.len())));
    parts
}

/// A block that has begun.
struct Block<'t> {
    fence: &'t str,
    info: &'t str,
    from: usize,
}

impl Block<'_> {
    fn is_closed_by(&self, fence: &str, info: &str) -> bool {
        info.is_empty() && fence.starts_with(self.fence)
    }

    fn part(&self, text: &str, to: usize) -> Option<Part> {
        let name = |c: char| !(c.is_alphanumeric() || "+#-_".contains(c));
        let word = self.info.trim_start_matches(['{', '.', ' ']).split(name).next()?;
        let language = language(&word.to_ascii_lowercase())?;
        Some(Part::of(language, text, self.from, to))
    }
}

/// The fence that a line is, and what stands behind it.
fn fence(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start_matches([' ', '\t', '>']).trim_end();
    let mark = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let length = line.len() - line.trim_start_matches(mark).len();
    let (fence, info) = line.split_at_checked(length)?;
    (length >= 3 && !info.contains('`')).then(|| (fence, info.trim()))
}
