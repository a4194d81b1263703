//! What a match has to hold. Where the rest of a rule has found few places, only what lies around
//! them is worth matching.

use std::rc::Rc;

use portcullis_model::Span;

/// Places of which a match has to hold one.
#[derive(Clone, Debug)]
pub(crate) struct Around {
    /// In order of start, and of end: none holds another.
    places: Rc<[Span]>,
}

impl Around {
    pub(crate) fn new(places: impl Iterator<Item = Span>) -> Self {
        let mut places: Vec<Span> = places.collect();
        places.sort_unstable_by_key(|span| (std::cmp::Reverse(span.start), span.end));
        let mut end = u32::MAX;
        places.retain(|span| {
            let smallest = span.end < end;
            end = end.min(span.end);
            smallest
        });
        places.reverse();
        Self { places: places.into() }
    }

    /// Whether a place lies in this stretch.
    pub(crate) fn lies_in(&self, stretch: Span) -> bool {
        let first = self.places.partition_point(|place| place.start < stretch.start);
        self.places.get(first).is_some_and(|place| place.end <= stretch.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_holds_a_place_is_told() {
        let spans = [(5, 9), (0, 20), (6, 8), (30, 31), (6, 8), (7, 40)];
        let spans = spans.map(|(start, end)| Span::new(start, end));
        let around = Around::new(spans.into_iter());
        for start in 0..45 {
            for end in start..45 {
                let stretch = Span::new(start, end);
                let want = spans.iter().any(|span| stretch.contains(*span));
                assert_eq!(around.lies_in(stretch), want, "{stretch:?}");
            }
        }
    }
}
