//! Rule files as text become rules: Semgrep's YAML, checked key by key.
//!
//! A rule with a mistake is not loaded and gives a [`RuleError`]; the other rules of the file are
//! loaded. Reads no file and knows no path: text in, rules and errors out.

mod compare;
mod formula;
mod globs;
mod keys;
mod labels;
mod library;
mod meta;
mod modern;
mod tables;
mod taint;

use portcullis_syntax::Language;

use crate::{
    RuleError,
    rule::{Analyzer, Fix, Meta, Mode, Paths, Rule, RuleOptions},
    yaml::{self, Place, Value},
};

pub use library::Library;
pub(crate) use library::expand;
use tables::Tables;

/// The version of Semgrep whose rule language this engine follows, for `min-version`.
pub const LANGUAGE_VERSION: (u32, u32, u32) = (1, 182, 0);

/// A rule that was loaded: one compiled form for each of its languages.
#[derive(Clone, Debug)]
pub struct LoadedRule {
    pub(crate) forms: Vec<(String, Rule)>,
    source: Value,
}

impl LoadedRule {
    /// What the rule says about itself.
    #[must_use]
    pub fn meta(&self) -> Option<&Meta> {
        self.forms.first().map(|(_, rule)| &rule.meta)
    }

    /// The rule as plain Semgrep YAML, one item of `rules:`, with `use` expanded and keys that only
    /// this engine knows left out.
    #[must_use]
    pub fn to_plain_yaml(&self) -> String {
        crate::dump::item(&self.source)
    }
}

/// What a rule file holds.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// The rules without mistakes.
    pub rules: Vec<LoadedRule>,
    /// The mistakes; each stands for a rule that is not loaded, or for the file.
    pub errors: Vec<RuleError>,
}

/// Loads the rules of one file. `library` holds the lists that rules refer to by `use:`.
#[must_use]
pub fn load(text: &str, library: &Library) -> Loaded {
    let mut loaded = Loaded::default();
    let file = match yaml::parse(text) {
        Ok(file) => file,
        Err(e) => {
            loaded.errors.push(error_at(e.at, None, e.message, None));
            return loaded;
        }
    };
    let Some(rules) = file.get("rules").and_then(Value::items) else {
        let hint = Some("write `rules:` and under it a list of rules".to_owned());
        loaded.errors.push(error_at(file.at, None, "the file has no list `rules`".into(), hint));
        return loaded;
    };
    for value in rules {
        match load_rule(value, library) {
            Ok(rule) => loaded.rules.push(rule),
            Err(error) => loaded.errors.push(error),
        }
    }
    loaded
}

fn error_at(at: Place, rule: Option<&str>, message: String, hint: Option<String>) -> RuleError {
    RuleError { rule: rule.map(str::to_owned), line: at.line, column: at.column, message, hint }
}

fn load_rule(value: &Value, library: &Library) -> Result<LoadedRule, RuleError> {
    let id = value.get("id").and_then(Value::text).map(std::borrow::Cow::into_owned);
    let named = |mut error: RuleError| {
        error.rule = id.clone();
        error
    };
    let expanded = expand(value, library).map_err(named)?;
    let meta = meta::meta(&expanded).map_err(named)?;
    let languages = languages(&expanded).map_err(named)?;
    let mut forms = Vec::with_capacity(languages.len());
    for language in languages {
        let rule = compile(&expanded, meta.clone(), language).map_err(named)?;
        forms.push((language.id().to_owned(), rule));
    }
    Ok(LoadedRule { forms, source: expanded })
}

/// Name of the group of rules that look at the text alone.
pub(crate) const REGEX: &str = "regex";
/// Name of the group of rules over words and marks.
pub(crate) const GENERIC: &str = "generic";

/// What the patterns of a rule are read as.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) enum Reading {
    Code(&'static Language),
    Generic,
    #[default]
    Text,
}

impl Reading {
    /// The name of a language, or of an analyzer that knows none.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Code(language) => language.id,
            Self::Generic => GENERIC,
            Self::Text => REGEX,
        }
    }

    fn analyzer(self) -> Analyzer {
        match self {
            Self::Code(_) => Analyzer::Tree,
            Self::Generic => Analyzer::Generic,
            Self::Text => Analyzer::Regex,
        }
    }
}

/// The languages of a rule.
fn languages(rule: &Value) -> Result<Vec<Reading>, RuleError> {
    let list = keys::required(rule, "languages")?;
    let mut found: Vec<Reading> = Vec::new();
    for item in keys::items(list, "languages")? {
        let language = language(item)?;
        if !found.contains(&language) {
            found.push(language);
        }
    }
    match found.is_empty() {
        true => Err(keys::error(list, "the rule names no language", "write `languages: [python]`")),
        false => Ok(found),
    }
}

fn language(item: &Value) -> Result<Reading, RuleError> {
    let name = keys::text(item, "a language")?;
    match name.as_str() {
        "regex" | "none" => return Ok(Reading::Text),
        "generic" | "spacegrep" | "aliengrep" => return Ok(Reading::Generic),
        _ => {}
    }
    Language::by_name(&name).map(Reading::Code).ok_or_else(|| {
        let known = Language::all().iter().flat_map(|l| l.aliases.iter().copied().chain([l.id]));
        let hint = keys::nearest(&name, known.chain([REGEX, GENERIC]));
        keys::error_with(item, format!("the language `{name}` is not known"), hint)
    })
}

fn compile(value: &Value, meta: Meta, reading: Reading) -> Result<Rule, RuleError> {
    keys::only(value, keys::RULE)?;
    versions(value)?;
    let options = meta::options(value)?;
    let mut tables = Tables::new(reading, &options.generic);
    let mode = mode(value, &mut tables)?;
    let fix = fix(value, &mut tables)?;
    let paths = paths(value, &mut tables)?;
    Ok(Rule {
        meta,
        analyzer: reading.analyzer(),
        paths,
        options,
        fix,
        patterns: tables.patterns,
        generics: tables.generics,
        regexes: tables.regexes,
        vars: tables.vars,
        mode,
    })
}

fn mode(value: &Value, tables: &mut Tables) -> Result<Mode, RuleError> {
    let mode = value.get("mode");
    let name = mode.map(|mode| keys::text(mode, "`mode`")).transpose()?;
    match (name.as_deref(), value.get("taint")) {
        (None | Some("search"), None) => formula::rule(value, tables).map(Mode::Search),
        (None | Some("search" | "taint"), Some(_)) | (Some("taint"), None) => {
            taint::spec(value, tables).map(Mode::Taint)
        }
        (Some(other), _) => {
            let at = mode.unwrap_or(value);
            let message = format!("the mode `{other}` is not supported");
            Err(keys::error(at, &message, "use `search` or `taint`"))
        }
    }
}

/// `min-version` and `max-version` are about the rule language that we follow.
fn versions(value: &Value) -> Result<(), RuleError> {
    let (major, minor, patch) = LANGUAGE_VERSION;
    let hint = format!("this engine follows version {major}.{minor}.{patch} of the rule language");
    let wrong = |message: &str| keys::error(value, message, &hint);
    match (version(value, "min-version")?, version(value, "max-version")?) {
        (Some(min), _) if min > LANGUAGE_VERSION => Err(wrong("the rule needs a newer engine")),
        (_, Some(max)) if max < LANGUAGE_VERSION => Err(wrong("the rule is for an older engine")),
        _ => Ok(()),
    }
}

fn version(value: &Value, key: &str) -> Result<Option<(u32, u32, u32)>, RuleError> {
    let Some(at) = value.get(key) else { return Ok(None) };
    let found = meta::version(&keys::text(at, key)?);
    match found {
        Some(_) => Ok(found),
        None => Err(keys::error(at, "this is not a version", "write it like `1.50.0`")),
    }
}

fn fix(value: &Value, tables: &mut Tables) -> Result<Option<Fix>, RuleError> {
    if let Some(fix) = value.get("fix") {
        return keys::text(fix, "`fix`").map(|text| Some(Fix::Replace(text)));
    }
    let Some(fix) = value.get("fix-regex") else { return Ok(None) };
    keys::only(fix, &["regex", "replacement", "count"])?;
    let regex = tables.regex(keys::required(fix, "regex")?)?;
    let replacement = keys::text(keys::required(fix, "replacement")?, "`replacement`")?;
    let count = fix.get("count").map(|at| keys::count(at, "`count`")).transpose()?;
    Ok(Some(Fix::Regex { regex, replacement, count }))
}

fn paths(value: &Value, tables: &mut Tables) -> Result<Paths, RuleError> {
    let Some(paths) = value.get("paths") else { return Ok(Paths::default()) };
    keys::only(paths, &["include", "exclude"])?;
    let mut read = |key| -> Result<Vec<u32>, RuleError> {
        let items = paths.get(key).map(|list| keys::items(list, key)).transpose()?;
        let globs = items.into_iter().flatten();
        globs.map(|glob| tables.source(glob, &globs::regex(&keys::text(glob, key)?))).collect()
    };
    Ok(Paths { include: read("include")?, exclude: read("exclude")? })
}

impl RuleOptions {
    /// Sets a switch by its name in `options`; tells whether it is known.
    pub(crate) fn set(&mut self, name: &str, on: bool) -> bool {
        let slot = match name {
            "constant_propagation" => &mut self.constant_propagation,
            "symbolic_propagation" => &mut self.symbolic_propagation,
            "ac_matching" => &mut self.ac_matching,
            "commutative_boolop" => &mut self.commutative_boolop,
            "commutative_compop" | "symmetric_eq" => &mut self.commutative_compop,
            "vardef_assign" => &mut self.vardef_assign,
            "let_is_var" => &mut self.let_is_var,
            "attr_expr" => &mut self.attr_expr,
            "arrow_is_function" => &mut self.arrow_is_function,
            "implicit_deep_exprstmt" => &mut self.implicit_deep_exprstmt,
            "implicit_ellipsis" => &mut self.implicit_ellipsis,
            "unify_ids_strictly" => &mut self.unify_ids_strictly,
            "taint_unify_mvars" => &mut self.taint_unify_mvars,
            "taint_assume_safe_functions" => &mut self.taint_assume_safe_functions,
            "taint_assume_safe_indexes" => &mut self.taint_assume_safe_indexes,
            "taint_assume_safe_comparisons" => &mut self.taint_assume_safe_comparisons,
            "taint_assume_safe_booleans" => &mut self.taint_assume_safe_booleans,
            "taint_assume_safe_numbers" => &mut self.taint_assume_safe_numbers,
            "taint_only_propagate_through_assignments" => {
                &mut self.taint_only_propagate_through_assignments
            }
            "decorators_order_matters" => &mut self.decorators_order_matters,
            "xml_singleton_loose_matching" => &mut self.xml_singleton_loose_matching,
            "xml_attrs_implicit_ellipsis" => &mut self.xml_attrs_implicit_ellipsis,
            _ => return false,
        };
        *slot = on;
        true
    }
}
