//! Runs a set of rules over one file.

use portcullis_model::{Confidence, Span};
use portcullis_syntax::{Kind, Language, Node, Parsed};

use crate::{
    SetError,
    flow::{self, Const, Found},
    formula::Evaluator,
    generic,
    load::{GENERIC, REGEX},
    matcher::{Bindings, Budget, Context, text_of},
    message::{edits, filled},
    prefilter::Seen,
    ranges::Range,
    regexes::Lines,
    rule::{Meta, Mode, Rule, TaintSpec},
    set::{Ready, RuleSet, Slot},
    shared::Shared,
    subject::Subject,
    taint::{self, Marked},
};

/// Steps that one rule may take in one file: a fixed part, and so many for each node of the file.
const STEPS_BASE: u64 = 400_000;
const STEPS_PER_NODE: u64 = 64;

/// A file to be scanned.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    /// Its path, which `paths` of rules are held against.
    pub path: &'a str,
    /// Its language; without one, only rules over the text run.
    pub language: Option<&'static Language>,
    /// Its text.
    pub text: &'a str,
    /// The text, parsed in that language.
    pub parsed: Option<&'a Parsed>,
}

/// A metavariable and what it is bound to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// Its name, such as `$X`.
    pub name: String,
    /// The text that it is bound to.
    pub text: String,
    /// Where that stands.
    pub span: Span,
}

/// One place that a rule speaks of.
#[derive(Clone, Debug, PartialEq)]
pub struct Match<'s> {
    /// What the rule says about itself.
    pub rule: &'s Meta,
    /// Where, in bytes of the text.
    pub span: Span,
    /// The metavariables.
    pub bindings: Vec<Binding>,
    /// The rule's message with metavariables filled in.
    pub message: String,
    /// The way from source to sink, for taint rules.
    pub trace: Vec<(Span, String)>,
    /// The edits of the rule's fix; empty where it has none.
    pub fix: Vec<(Span, String)>,
    /// How sure: the lesser of what rule and source say; high where neither says anything.
    pub confidence: Confidence,
}

/// Work that was cut short: matches may be missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Limit {
    /// This rule took more steps than it may, or one of its regular expressions backtracked too
    /// long.
    Rule(String),
    /// The data flow of the file was cut short.
    Flow,
    /// Compiled rules could not be read.
    Rules(SetError),
}

/// What a scan has found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report<'s> {
    /// The matches, in order of place.
    pub matches: Vec<Match<'s>>,
    /// What was cut short.
    pub limits: Vec<Limit>,
    /// Strings that the file puts together from parts which are all known: where, and what they
    /// say. A credential in pieces is seen here.
    pub assembled: Vec<(Span, String)>,
}

/// Runs the rules of a file's language, and those over the text of any file.
#[must_use]
pub fn scan<'s>(set: &'s RuleSet, file: &File<'_>) -> Report<'s> {
    let mut report = Report::default();
    let seen = Seen::of(file.text);
    let language = file.language.map(|language| language.id);
    if let (Some(language), Some(parsed)) = (language, file.parsed) {
        let subject = Subject::new(&parsed.tree, language);
        run_group(set, language, &subject, file, &seen, &mut report);
        report.assembled = assembled(&subject);
    }
    let text = portcullis_syntax::Builder::default().finish(file.text);
    let subject = Subject::new(&text, REGEX);
    run_group(set, REGEX, &subject, file, &seen, &mut report);
    if set.slot(GENERIC).is_some() && !generic::is_minified(file.text) {
        let subject = Subject::new(&text, GENERIC);
        run_group(set, GENERIC, &subject, file, &seen, &mut report);
    }
    report.matches.sort_by(|a, b| {
        (a.span.start, a.span.end, &a.rule.id).cmp(&(b.span.start, b.span.end, &b.rule.id))
    });
    report
}

/// Most assembled strings of one file, and the longest one in bytes.
const ASSEMBLED_MAX: usize = 1000;
const ASSEMBLED_BYTES_MAX: usize = 4096;

fn assembled(subject: &Subject<'_>) -> Vec<(Span, String)> {
    let kinds = [Kind::Binary, Kind::String, Kind::Call].into_iter();
    let nodes = kinds.flat_map(|kind| subject.of_kind(kind)).map(|id| subject.tree.node(*id));
    let found = nodes.filter_map(|node| match assembled_text(subject, node)? {
        text if text.len() <= ASSEMBLED_BYTES_MAX => Some((node.span(), text.to_owned())),
        _ => None,
    });
    found.take(ASSEMBLED_MAX).collect()
}

/// What a node that puts a string together says, unless it is itself a part of such a one.
fn assembled_text<'s>(subject: &'s Subject<'_>, node: Node<'_>) -> Option<&'s str> {
    let of = |node: Node<'_>| match subject.constant(node.id()) {
        Some(Const::Str(text)) if crate::subject::content(node).is_none() => Some(&**text),
        _ => None,
    };
    let part = |up: Node<'_>| {
        matches!(up.kind(), Kind::Binary | Kind::String | Kind::Call) && of(up).is_some()
    };
    let text = of(node)?;
    (!node.ancestors().take(2).any(part)).then_some(text)
}

fn run_group<'s>(
    set: &'s RuleSet,
    language: &str,
    subject: &Subject<'_>,
    file: &File<'_>,
    seen: &Seen,
    report: &mut Report<'s>,
) {
    let Some(slot) = set.slot(language) else { return };
    if let Err(error) = (Run { slot, subject, file, seen }).all(report) {
        report.limits.push(Limit::Rules(error));
    }
}

/// A taint rule that found both sources and sinks.
struct Pending<'s> {
    ready: &'s Ready,
    spec: &'s TaintSpec,
    marked: Marked,
    budget: Budget,
}

/// The rules of one group over one file.
struct Run<'r, 's> {
    slot: &'s Slot,
    subject: &'r Subject<'r>,
    file: &'r File<'r>,
    seen: &'r Seen,
}

impl<'s> Run<'_, 's> {
    fn all(&self, report: &mut Report<'s>) -> Result<(), SetError> {
        let (mut pending, shared) = (Vec::new(), Shared::default());
        for ready in self.slot.possible(self.seen)? {
            if !applies(ready, self.file.path) {
                continue;
            }
            let budget = self.budget();
            match &ready.rule.mode {
                Mode::Search(formula) => {
                    let evaluator = self.evaluator(ready, &budget);
                    for range in evaluator.ranges(formula) {
                        report.matches.push(found(&ready.rule, &evaluator, &range, None));
                    }
                    note(ready, &budget, report);
                }
                Mode::Taint(spec) => {
                    let marked =
                        taint::mark(&self.evaluator(ready, &budget), (&ready.rule, spec), &shared);
                    pending.push(Pending { ready, spec, marked, budget });
                }
            }
        }
        self.flow(pending, report);
        Ok(())
    }

    fn budget(&self) -> Budget {
        // A text that is not parsed is one node; its words are read one by one.
        let words = self.subject.tree.source().len() as u64 / 4;
        let nodes = u64::from(self.subject.tree.len()).max(words);
        Budget::new(STEPS_BASE.saturating_add(nodes.saturating_mul(STEPS_PER_NODE)))
    }

    fn evaluator<'e>(&'e self, ready: &'e Ready, budget: &'e Budget) -> Evaluator<'e> {
        let context = Context {
            subject: self.subject,
            options: &ready.rule.options,
            sources: &ready.rule.regexes,
            regexes: &ready.regexes,
            budget,
            seen: Some(self.seen),
            vars: ready.rule.vars.len(),
        };
        Evaluator { rule: &ready.rule, context }
    }

    /// The data flow of all taint rules, in one walk over the file.
    fn flow(&self, pending: Vec<Pending<'s>>, report: &mut Report<'s>) {
        let specs: Vec<flow::Spec<'_>> = pending.iter().map(|rule| rule.marked.spec()).collect();
        let idle = |spec: &flow::Spec<'_>| spec.sources.is_empty() || spec.sinks.is_empty();
        let (hits, limit) = match specs.iter().all(idle) {
            true => (Vec::new(), false),
            false => flow::taint_all(self.subject.tree, self.subject.constants(), &specs),
        };
        if limit {
            report.limits.push(Limit::Flow);
        }
        for (number, rule) in pending.iter().enumerate() {
            let hits: Vec<&Found> = hits.iter().filter(|found| found.spec == number).collect();
            let evaluator = self.evaluator(rule.ready, &rule.budget);
            for tainted in rule.marked.results(&evaluator, rule.spec, &hits) {
                let range = Range { bindings: tainted.bindings, ..tainted.range };
                let way = Some((tainted.confidence, tainted.steps));
                report.matches.push(found(&rule.ready.rule, &evaluator, &range, way));
            }
            note(rule.ready, &rule.budget, report);
        }
    }
}

fn note(ready: &Ready, budget: &Budget, report: &mut Report<'_>) {
    if budget.is_hit() {
        report.limits.push(Limit::Rule(ready.rule.meta.id.clone()));
    }
}

/// Whether the rule wants a file of this path.
fn applies(ready: &Ready, path: &str) -> bool {
    let Rule { paths, regexes, .. } = &ready.rule;
    let any = |globs: &[u32]| {
        let glob = |n: &u32| ready.regexes.get(regexes, *n, Lines::One);
        globs.iter().any(|n| glob(n).is_match(path).unwrap_or(false))
    };
    (paths.include.is_empty() || any(&paths.include)) && !any(&paths.exclude)
}

/// How sure a source is, and the way from it.
type Way = (Option<Confidence>, Vec<(Span, String)>);

fn found<'s>(
    rule: &'s Rule,
    evaluator: &Evaluator<'_>,
    range: &Range,
    way: Option<Way>,
) -> Match<'s> {
    let context = evaluator.context;
    let (confidence, trace) = way.unwrap_or_default();
    let sure = [rule.meta.confidence, confidence].into_iter().flatten().min();
    Match {
        rule: &rule.meta,
        span: range.span,
        bindings: bindings(rule, context, &range.bindings),
        message: filled(rule, context, &range.bindings, &rule.meta.message),
        trace,
        fix: edits(rule, context, &range.bindings, range.span),
        confidence: sure.unwrap_or(Confidence::High),
    }
}

fn bindings(rule: &Rule, context: Context<'_>, bindings: &Bindings) -> Vec<Binding> {
    let shown = |(name, value): (&String, &Option<crate::matcher::Value>)| {
        let value = (*value)?;
        Some(Binding {
            name: name.clone(),
            text: text_of(context.subject, value).to_owned(),
            span: value.span(context.subject),
        })
    };
    rule.vars.iter().zip(bindings).filter_map(shown).collect()
}
