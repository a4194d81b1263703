//! `metavariable-pattern` over text that is code of its own: the content of a string, or what is to
//! be read in another language.

use portcullis_model::Span;
use portcullis_syntax::{Builder, Kind, Language, parse};

use super::{Evaluator, offset};
use crate::{
    flow::Const,
    load::REGEX,
    matcher::{Context, Query, Value, text_of},
    ranges::Range,
    rule::{Formula, Var},
    subject::{Subject, content},
};

/// Bytes of one embedded text.
const TEXT_BYTES_MAX: usize = 256 * 1024;

impl Evaluator<'_> {
    /// Reads the text as a file of its own and evaluates the formula over it.
    pub(super) fn embedded(
        &self,
        range: Range,
        value: Value,
        language: Option<&str>,
        formula: &Formula,
    ) -> Vec<Range> {
        let (text, start) = self.text_and_start(value);
        if text.len() > TEXT_BYTES_MAX || !self.context.budget.take(offset(text.len()).into()) {
            self.context.budget.exceed();
            return Vec::new();
        }
        let name = language.unwrap_or(self.context.subject.language);
        let tree = match Language::by_name(name) {
            Some(language) if name != REGEX => parse(language, &text).tree,
            _ => Builder::default().finish(text.as_str()),
        };
        let subject = Subject::new(&tree, name);
        let context = Context { subject: &subject, seen: None, ..self.context };
        let inner = Evaluator { context, ..*self };
        let hits = inner.eval(formula, &Query::default());
        let mut ways: Vec<Range> = Vec::new();
        for hit in hits {
            let texts: Vec<(Var, Value)> = (0..)
                .zip(&hit.bindings)
                .filter_map(|(var, value)| Some((var, moved((*value)?, &subject, start?))))
                .collect();
            let way = self.bind_texts(&range, &texts);
            ways.extend(way.filter(|way| !ways.iter().any(|have| have.bindings == way.bindings)));
        }
        ways
    }

    /// The text of a value without quotes, and where it begins where it stands in the file as it
    /// is.
    fn text_and_start(&self, value: Value) -> (String, Option<u32>) {
        let subject = self.context.subject;
        if let Value::Node(id) | Value::Content(id) = value {
            let node = subject.tree.node(id);
            if let Some(span) = (node.kind() == Kind::String).then(|| content(node)).flatten() {
                return (span.text(subject.tree.source()).to_owned(), Some(span.start));
            }
            if let Some(Const::Str(text)) = subject.constant(id) {
                return (text.to_string(), None);
            }
        }
        let start = value.span(subject).start;
        (text_of(subject, value).to_owned(), Some(start))
    }
}

/// A value of the embedded text as a place of the text around it.
fn moved(value: Value, subject: &Subject<'_>, start: u32) -> Value {
    let span = value.span(subject);
    Value::Text(Span::new(span.start.saturating_add(start), span.end.saturating_add(start)))
}
