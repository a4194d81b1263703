//! Positions in a text: byte spans, and lines and columns for people.

/// A half-open range of bytes, `start..end`, in one UTF-8 text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The range `start..end`.
    #[must_use]
    pub fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// Number of bytes.
    #[must_use]
    pub fn len(self) -> u32 {
        self.end.saturating_sub(self.start)
    }

    /// Whether no byte is inside.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether at least one byte is in both.
    #[must_use]
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn join(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The text under the span, or an empty string where the span does not fit `text`.
    #[must_use]
    pub fn text(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or("")
    }
}

/// A place as people count: both numbers start at 1; columns count Unicode scalar values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

/// Finds lines in a text by binary search.
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    /// Indexes `text`, of which only the first 4 GiB count.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let breaks = text.bytes().zip(1u32..).filter(|(b, _)| *b == b'\n').map(|(_, n)| n);
        Self { starts: std::iter::once(0).chain(breaks).collect() }
    }

    /// The line, from 1, that holds the byte `offset`.
    #[must_use]
    pub fn line(&self, offset: u32) -> u32 {
        self.starts.partition_point(|&start| start <= offset).try_into().unwrap_or(u32::MAX)
    }

    /// Line and column of the byte `offset` of `text`, the text that was indexed.
    #[must_use]
    pub fn line_column(&self, text: &str, offset: u32) -> LineColumn {
        let line = self.line(offset);
        let start = self.line_start(line);
        let column = Span::new(start, offset).text(text).chars().count();
        LineColumn { line, column: u32::try_from(column).unwrap_or(u32::MAX).saturating_add(1) }
    }

    /// First byte of a line, counted from 1; the end of the text for lines past it.
    #[must_use]
    pub fn line_start(&self, line: u32) -> u32 {
        let index = line.saturating_sub(1) as usize;
        self.starts.get(index).or(self.starts.last()).copied().unwrap_or(0)
    }

    /// Span of a line of `text` without its line break.
    #[must_use]
    pub fn line_span(&self, text: &str, line: u32) -> Span {
        let start = self.line_start(line);
        let rest = text.get(start as usize..).unwrap_or("");
        let content = rest.split('\n').next().unwrap_or("").trim_end_matches('\r');
        Span::new(start, start.saturating_add(u32::try_from(content.len()).unwrap_or(u32::MAX)))
    }

    /// Number of lines, at least 1.
    #[must_use]
    pub fn count(&self) -> u32 {
        u32::try_from(self.starts.len()).unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_from_one_in_characters() {
        let text = "a\nßx\n";
        let index = LineIndex::new(text);
        assert_eq!(index.line_column(text, 0), LineColumn { line: 1, column: 1 });
        assert_eq!(index.line_column(text, 4), LineColumn { line: 2, column: 2 });
        assert_eq!(index.line_span(text, 2).text(text), "ßx");
        assert_eq!(index.count(), 3);
    }
}
