//! Finds many keywords in one pass, in any case. Built in microseconds, which an automaton over
//! hundreds of keywords is not, and a process may look at one small text only.

use std::collections::HashMap;

/// Number of values of a [`head`].
const HEADS: usize = 1 << 15;

/// A set of keywords of at least three bytes.
#[derive(Debug)]
pub(super) struct Keywords {
    words: Vec<String>,
    /// Which heads any keyword has.
    marked: Vec<bool>,
    /// The keywords of a head.
    by_head: HashMap<usize, Vec<usize>>,
}

impl Keywords {
    /// A set of these keywords; those of less than three bytes are never found.
    pub(super) fn new(words: impl IntoIterator<Item = String>) -> Self {
        let words: Vec<String> = words.into_iter().collect();
        let mut marked = vec![false; HEADS];
        let mut by_head: HashMap<usize, Vec<usize>> = HashMap::new();
        for (n, word) in words.iter().enumerate() {
            let Some(head) = word.as_bytes().first_chunk().map(head) else { continue };
            by_head.entry(head).or_default().push(n);
            if let Some(mark) = marked.get_mut(head) {
                *mark = true;
            }
        }
        Self { words, marked, by_head }
    }

    /// The keyword with this number.
    pub(super) fn word(&self, number: usize) -> &str {
        self.words.get(number).map_or("", String::as_str)
    }

    /// Place and number of every keyword in the text, in the order of their places.
    pub(super) fn hits<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, usize)> + 'a {
        let bytes = text.as_bytes();
        bytes.windows(3).enumerate().flat_map(move |(at, window)| {
            let head = window.first_chunk().map_or(0, head);
            let likely = self.marked.get(head) == Some(&true);
            let numbers = likely.then(|| self.by_head.get(&head)).flatten();
            let numbers = numbers.map_or(&[][..], Vec::as_slice).iter().copied();
            numbers.filter(move |&n| self.stands_at(bytes, at, n)).map(move |n| (at, n))
        })
    }

    fn stands_at(&self, bytes: &[u8], at: usize, number: usize) -> bool {
        let word = self.word(number).as_bytes();
        let there = bytes.get(at..at + word.len());
        there.is_some_and(|there| there.eq_ignore_ascii_case(word))
    }
}

/// Five bits of each byte, in which upper and lower case are the same.
fn head(bytes: &[u8; 3]) -> usize {
    bytes.iter().fold(0, |head, byte| head << 5 | usize::from(byte & 31))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keywords_are_found_in_any_case_where_they_overlap() {
        let words = Keywords::new(["sk-", "sk-ant-", "token", "ab"].map(str::to_owned));
        let found: Vec<(usize, &str)> =
            words.hits("aSK-ant- Token s").map(|(at, n)| (at, words.word(n))).collect();
        assert_eq!(found, [(1, "sk-"), (1, "sk-ant-"), (9, "token")]);
    }
}
