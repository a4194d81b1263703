//! A rule as data: what it says about itself and the formula that it looks for.
//!
//! Made by [`crate::load`], stored by [`crate::set`], evaluated by [`crate::formula`]. Patterns and
//! regular expressions stand in tables of the rule, and formulas point into them by number.

use std::cell::Cell;

use portcullis_model::{Confidence, Severity};
use portcullis_syntax::pattern::Pattern;
use serde::{Deserialize, Deserializer, Serialize, de::Error as _};

use crate::{
    flow::{Requires, SideEffect},
    generic,
};

/// Number of a metavariable in its rule.
pub(crate) type Var = u16;

/// What a rule says about itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meta {
    /// Rule id, unique in its set.
    pub id: String,
    /// What is wrong, with metavariables not filled in.
    pub message: String,
    /// How bad.
    #[serde(with = "severity")]
    pub severity: Severity,
    /// How sure, where the rule says it.
    #[serde(with = "confidence")]
    pub confidence: Option<Confidence>,
    /// CWE numbers, in the rule's order.
    pub cwe: Vec<u32>,
    /// OWASP categories as written, such as `A03:2021 - Injection`.
    pub owasp: Vec<String>,
    /// Smart contract weakness ids, such as `SWC-107`.
    pub swc: Vec<String>,
    /// Techniques of MITRE ATT&CK, such as `T1059.004`.
    pub attack: Vec<String>,
    /// Where to read more.
    pub references: Vec<String>,
    /// Category, such as `security`.
    pub category: Option<String>,
    /// Id of the secure pattern to follow.
    pub pattern: Option<String>,
    /// Why it matters.
    pub why: Option<String>,
    /// Languages as written in the rule.
    pub languages: Vec<String>,
}

/// Which analysis of the rule's languages it wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Analyzer {
    /// The common tree.
    Tree,
    /// Words, marks and blocks.
    Generic,
    /// The text alone.
    Regex,
}

/// A rule for one language.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Rule {
    pub(crate) meta: Meta,
    pub(crate) analyzer: Analyzer,
    pub(crate) paths: Paths,
    pub(crate) options: RuleOptions,
    pub(crate) fix: Option<Fix>,
    pub(crate) patterns: Vec<Matchable>,
    pub(crate) generics: Vec<generic::Pattern>,
    pub(crate) regexes: Vec<String>,
    /// Names of metavariables with their `$`, by number.
    pub(crate) vars: Vec<String>,
    pub(crate) mode: Mode,
}

/// A pattern ready to be matched.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Matchable {
    pub(crate) pattern: Pattern,
    /// Language id of the pattern; another than the rule's only inside `metavariable-pattern`.
    pub(crate) language: String,
    /// Per node of the pattern's tree: what the matcher must know of a leaf.
    pub(crate) leaves: Vec<Leaf>,
    /// Words that the text of every match holds, as hashes.
    pub(crate) words: Vec<u32>,
}

/// What a leaf of a pattern stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Leaf {
    /// Itself.
    Plain,
    /// `$X`: a metavariable.
    Var(Var),
    /// `$_`: anything, bound to nothing.
    Any,
    /// `"=~/re/"`: the regular expression with this number in the rule.
    Regex(u32),
}

/// What a rule looks for.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) enum Mode {
    Search(Formula),
    Taint(TaintSpec),
}

/// The rule's operators. Depth is bounded by the loader.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) enum Formula {
    /// Number of a pattern of the rule.
    Pattern(u32),
    /// Number of a pattern over words and marks.
    Generic(u32),
    /// Number of a regular expression of the rule; named and numbered groups bind.
    Regex(Regexed),
    And(And),
    Or(#[serde(deserialize_with = "nested")] Vec<Formula>),
    Not(#[serde(deserialize_with = "nested")] Box<Formula>),
    Inside(#[serde(deserialize_with = "nested")] Box<Formula>),
    /// It matches somewhere in the file.
    Anywhere(#[serde(deserialize_with = "nested")] Box<Formula>),
    /// `as`: what matches is bound to a metavariable.
    As(Var, #[serde(deserialize_with = "nested")] Box<Formula>),
}

impl Formula {
    /// Whether its ranges are those of metavariables, wherever it matches.
    pub(crate) fn has_focus(&self) -> bool {
        match self {
            Self::And(and) => !and.focus.is_empty() || and.all.iter().any(Self::has_focus),
            Self::Or(choices) => choices.iter().all(Self::has_focus),
            _ => false,
        }
    }
}

/// `pattern-regex` with the metavariables that its groups bind.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Regexed {
    pub(crate) regex: u32,
    pub(crate) groups: Vec<(u16, Var)>,
}

/// `patterns`: all of them, then the conditions, then the focus.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct And {
    #[serde(deserialize_with = "nested")]
    pub(crate) all: Vec<Formula>,
    pub(crate) conditions: Vec<Condition>,
    /// Each must hold; one of the metavariables of each is the new range.
    pub(crate) focus: Vec<Vec<Var>>,
}

/// What a metavariable's binding must satisfy.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) enum Condition {
    Regex {
        var: Var,
        regex: Regexed,
        constant: bool,
    },
    Pattern {
        var: Var,
        language: Option<String>,
        #[serde(deserialize_with = "nested")]
        formula: Box<Formula>,
    },
    Compare {
        expr: Compare,
    },
    Type {
        var: Var,
        types: Vec<String>,
    },
    Analysis {
        var: Var,
        analyzer: Likeness,
    },
}

/// What `metavariable-analysis` looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Likeness {
    /// Text that is random enough to be a key.
    Entropy,
    /// A regular expression that may take exponential time.
    Redos,
}

/// An expression of `metavariable-comparison`. Depth is bounded by the loader.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) enum Compare {
    Int(i64),
    Float(f64),
    Text(String),
    Bool(bool),
    Null,
    Var(Var),
    /// The variable read in a base of digits.
    Based(Var, u32),
    List(#[serde(deserialize_with = "nested")] Vec<Compare>),
    Unary(CompareOp, #[serde(deserialize_with = "nested")] Box<Compare>),
    Binary(CompareOp, #[serde(deserialize_with = "nested")] Box<(Compare, Compare)>),
    /// `int(x)`, `str(x)`, `today()`, `re.match(regex number, x)`, ...
    Call(CompareCall, #[serde(deserialize_with = "nested")] Vec<Compare>),
}

/// Operators of comparisons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum CompareOp {
    Or,
    And,
    Not,
    Eq,
    NotEq,
    Less,
    LessEq,
    Greater,
    GreaterEq,
    In,
    NotIn,
    BitOr,
    BitXor,
    BitAnd,
    BitNot,
    Add,
    Sub,
    Mul,
    Div,
    FloorDiv,
    Mod,
    Pow,
    Minus,
    Plus,
}

/// Functions of comparisons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum CompareCall {
    Int,
    Float,
    Str,
    Match(u32),
    Strip,
    Lower,
    Upper,
}

/// `mode: taint`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct TaintSpec {
    pub(crate) sources: Vec<TaintEntry>,
    pub(crate) sinks: Vec<TaintEntry>,
    pub(crate) sanitizers: Vec<TaintEntry>,
    pub(crate) propagators: Vec<PropagatorEntry>,
    /// Labels that have a name; the one that has none is number 0, and these come after it.
    pub(crate) labels: Vec<String>,
    /// What entries require of labels.
    pub(crate) conditions: Vec<Requires>,
}

/// One source, sink or sanitizer.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct TaintEntry {
    /// The same for entries that are written alike, in whatever rule.
    pub(crate) digest: u64,
    pub(crate) formula: Formula,
    pub(crate) exact: bool,
    pub(crate) by_side_effect: SideEffect,
    pub(crate) control: bool,
    /// Sinks count only where a function ends.
    pub(crate) at_exit: bool,
    /// Sanitizers do not count where they are a source or a sink as well.
    pub(crate) not_conflicting: bool,
    /// Number of the label that a source gives.
    pub(crate) label: u8,
    /// Number of the condition.
    pub(crate) requires: Option<u16>,
    #[serde(with = "confidence")]
    pub(crate) confidence: Option<Confidence>,
    pub(crate) note: Option<String>,
}

/// One propagator: taint goes from one metavariable to another where the formula matches.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct PropagatorEntry {
    pub(crate) formula: Formula,
    pub(crate) from: Var,
    pub(crate) to: Var,
    pub(crate) by_side_effect: bool,
    pub(crate) requires: Option<u16>,
    pub(crate) label: Option<u8>,
    /// Labels that give way, as bits.
    pub(crate) replaced: u64,
}

/// `paths`: globs as regular expressions over the path, by number in the rule.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Paths {
    pub(crate) include: Vec<u32>,
    pub(crate) exclude: Vec<u32>,
}

/// `options`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct RuleOptions {
    pub(crate) constant_propagation: bool,
    pub(crate) symbolic_propagation: bool,
    pub(crate) ac_matching: bool,
    pub(crate) commutative_boolop: bool,
    pub(crate) commutative_compop: bool,
    pub(crate) vardef_assign: bool,
    pub(crate) let_is_var: bool,
    pub(crate) attr_expr: bool,
    pub(crate) arrow_is_function: bool,
    pub(crate) implicit_deep_exprstmt: bool,
    pub(crate) implicit_ellipsis: bool,
    pub(crate) unify_ids_strictly: bool,
    pub(crate) taint_unify_mvars: bool,
    pub(crate) taint_assume_safe_functions: bool,
    pub(crate) taint_assume_safe_indexes: bool,
    pub(crate) taint_assume_safe_comparisons: bool,
    pub(crate) taint_assume_safe_booleans: bool,
    pub(crate) taint_assume_safe_numbers: bool,
    pub(crate) taint_only_propagate_through_assignments: bool,
    pub(crate) taint_focus_on_source: bool,
    pub(crate) decorators_order_matters: bool,
    pub(crate) xml_singleton_loose_matching: bool,
    pub(crate) xml_attrs_implicit_ellipsis: bool,
    /// How the generic analyzer reads.
    pub(crate) generic: generic::Look,
}

impl Default for RuleOptions {
    fn default() -> Self {
        Self {
            constant_propagation: true,
            symbolic_propagation: false,
            ac_matching: true,
            commutative_boolop: false,
            commutative_compop: false,
            vardef_assign: true,
            let_is_var: true,
            attr_expr: true,
            arrow_is_function: true,
            implicit_deep_exprstmt: true,
            implicit_ellipsis: true,
            unify_ids_strictly: true,
            taint_unify_mvars: false,
            taint_assume_safe_functions: false,
            taint_assume_safe_indexes: false,
            taint_assume_safe_comparisons: false,
            taint_assume_safe_booleans: false,
            taint_assume_safe_numbers: false,
            taint_only_propagate_through_assignments: false,
            taint_focus_on_source: false,
            decorators_order_matters: false,
            xml_singleton_loose_matching: true,
            xml_attrs_implicit_ellipsis: true,
            generic: generic::Look::default(),
        }
    }
}

/// How the text of a finding is to be changed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) enum Fix {
    /// `fix`: the whole match becomes this, metavariables filled in.
    Replace(String),
    /// `fix-regex`: what the regular expression finds in the match is replaced, `count` times.
    Regex { regex: u32, replacement: String, count: Option<u32> },
}

/// What the text of a file must hold for the rule to match: each group, by any one of its words,
/// which are hashes. No group means that nothing is known to be needed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Needs {
    pub(crate) all: Vec<Vec<u32>>,
}

/// Levels of formulas and expressions in compiled bytes. The loader makes fewer.
const NESTED_MAX: u32 = 256;

/// Reads what lies one level deeper. Bytes that were made up to nest without end are an error
/// instead of the end of the stack.
fn nested<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<T, D::Error> {
    thread_local! {
        static LEVEL: Cell<u32> = const { Cell::new(0) };
    }
    let level = LEVEL.get();
    if level >= NESTED_MAX {
        return Err(D::Error::custom("nested too deep"));
    }
    LEVEL.set(level.saturating_add(1));
    let read = T::deserialize(from);
    LEVEL.set(level);
    read
}

/// The names of severities in the compiled form.
mod severity {
    use portcullis_model::Severity;
    use serde::{Deserialize as _, Deserializer, Serializer, de::Error as _};

    pub(super) fn serialize<S: Serializer>(value: &Severity, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(value.name())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Severity, D::Error> {
        String::deserialize(from)?.parse().map_err(D::Error::custom)
    }
}

/// The names of confidences in the compiled form, empty where there is none.
mod confidence {
    use portcullis_model::Confidence;
    use serde::{Deserialize as _, Deserializer, Serializer, de::Error as _};

    pub(super) fn serialize<S: Serializer>(
        value: &Option<Confidence>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        to.serialize_str(value.map_or("", Confidence::name))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<Confidence>, D::Error> {
        let name = String::deserialize(from)?;
        match name.as_str() {
            "" => Ok(None),
            _ => super::confidence_of(&name)
                .map(Some)
                .ok_or_else(|| D::Error::custom("unknown confidence")),
        }
    }
}

/// The confidence with this name, in any case.
pub(crate) fn confidence_of(name: &str) -> Option<Confidence> {
    let all = [Confidence::Low, Confidence::Medium, Confidence::High];
    all.into_iter().find(|c| c.name().eq_ignore_ascii_case(name))
}
