//! What a rule says about itself: id, severity, metadata, options.

use portcullis_model::{Confidence, Severity};

use super::keys;
use crate::{
    RuleError,
    generic::{Comments, Look},
    rule::{Meta, RuleOptions, confidence_of},
    yaml::{Data, Value},
};

/// Names of severities in rules, and ours.
const SEVERITIES: &[(&str, Severity)] = &[
    ("ERROR", Severity::High),
    ("WARNING", Severity::Medium),
    ("INFO", Severity::Info),
    ("INVENTORY", Severity::Info),
    ("EXPERIMENT", Severity::Info),
    ("CRITICAL", Severity::Critical),
    ("HIGH", Severity::High),
    ("MEDIUM", Severity::Medium),
    ("LOW", Severity::Low),
];

/// Options whose value is taken and that change nothing in this engine: they tune analyses that
/// need several files, or how other parsers read.
const OTHER_OPTIONS: &[&str] = &[
    "interfile",
    "taint_intrafile",
    "taint_match_on",
    "generic_multiline",
    "generic_braces",
    "generic_extra_braces",
    "xml_children_ordered",
    "cpp_parsing_pref",
    "go_deeper_expr",
    "go_deeper_stmt",
    "ellipsis_metavars",
    "flddef_assign",
    "constant_propagation_in_strings",
    "implicit_return",
    "implicit_deep_exprstmt_in_blocks",
    "max_match_per_file",
    "timeout",
];

pub(super) fn meta(rule: &Value) -> Result<Meta, RuleError> {
    let id = keys::text(keys::required(rule, "id")?, "`id`")?;
    let message = keys::text(keys::required(rule, "message")?, "`message`")?;
    let nothing = Value { data: Data::Map(Vec::new()), ..rule.clone() };
    let metadata = rule.get("metadata").filter(|m| m.entries().is_some()).unwrap_or(&nothing);
    let list = |key: &str| match metadata.get(key) {
        Some(value) => keys::texts(value, key),
        None => Ok(Vec::new()),
    };
    let text = |key: &str| metadata.get(key).and_then(Value::text).map(|text| text.into_owned());
    Ok(Meta {
        id,
        message,
        severity: severity(rule)?,
        confidence: confidence(metadata),
        cwe: list("cwe")?.iter().filter_map(|text| number_after(text, "CWE-")).collect(),
        owasp: list("owasp")?,
        swc: list("swc")?,
        attack: list("attack")?,
        references: list("references")?,
        category: text("category"),
        pattern: text("pattern"),
        why: text("why"),
        languages: keys::texts(keys::required(rule, "languages")?, "languages")?,
    })
}

/// The number in `CWE-89: ...`, or a bare number.
fn number_after(text: &str, prefix: &str) -> Option<u32> {
    let rest = text.trim().strip_prefix(prefix).unwrap_or(text);
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

fn severity(rule: &Value) -> Result<Severity, RuleError> {
    let at = keys::required(rule, "severity")?;
    let name = keys::text(at, "`severity`")?;
    let found = SEVERITIES.iter().find(|(known, _)| *known == name);
    found.map(|(_, severity)| *severity).ok_or_else(|| {
        let known = SEVERITIES.iter().map(|(known, _)| *known);
        let hint = keys::nearest(&name.to_uppercase(), known)
            .or_else(|| Some("write ERROR, WARNING, INFO, CRITICAL, HIGH, MEDIUM or LOW".into()));
        keys::error_with(at, format!("the severity `{name}` is not known"), hint)
    })
}

/// Foreign metadata is free text: what is no confidence is none.
fn confidence(metadata: &Value) -> Option<Confidence> {
    confidence_of(&metadata.get("confidence")?.text()?)
}

pub(super) fn options(rule: &Value) -> Result<RuleOptions, RuleError> {
    let mut options = RuleOptions::default();
    let Some(entries) = rule.get("options").and_then(Value::entries) else { return Ok(options) };
    for (key, value) in entries {
        let name = key.text().unwrap_or_default();
        let known = match value.data {
            _ if name.starts_with("generic_") => generic(&mut options.generic, &name, value)?,
            Data::Bool(on) => options.set(&name, on),
            Data::Text(ref text) if name == "taint_focus_on" => {
                options.taint_focus_on_source = text == "source";
                true
            }
            _ => false,
        };
        if !known && !OTHER_OPTIONS.contains(&name.as_ref()) {
            let hint = keys::nearest(&name, OTHER_OPTIONS.iter().copied());
            return Err(keys::error_with(key, format!("the option `{name}` is not known"), hint));
        }
    }
    Ok(options)
}

/// An option of the generic analyzer; tells whether it is one.
fn generic(look: &mut Look, name: &str, value: &Value) -> Result<bool, RuleError> {
    let text = || keys::text(value, name);
    match name {
        "generic_ellipsis_max_span" => {
            look.ellipsis_lines = text()?.parse().map_err(|_| {
                keys::error(value, "this is no number of lines", "write 0 to stay on one line")
            })?;
        }
        "generic_caseless" => look.caseless = keys::flag(value, name)?,
        "generic_engine" => look.indentation = text()? != "aliengrep",
        "generic_extra_word_characters" => {
            let items = value.items().unwrap_or(&[]);
            look.extra = items.iter().filter_map(Value::text).collect();
        }
        "generic_comment_style" => {
            look.comments = match text()?.as_str() {
                "c" => Comments::C,
                "cpp" => Comments::Cpp,
                "shell" => Comments::Shell,
                _ => {
                    let hint = "write c, cpp or shell";
                    return Err(keys::error(value, "this style of comments is not known", hint));
                }
            };
        }
        _ => return Ok(false),
    }
    Ok(true)
}

/// `1.2.3`, where what is left out is 0.
pub(super) fn version(text: &str) -> Option<(u32, u32, u32)> {
    let mut parts = text.trim().splitn(3, '.').map(|part| part.parse::<u32>().ok());
    let first = parts.next()??;
    Some((first, parts.next().unwrap_or(Some(0))?, parts.next().unwrap_or(Some(0))?))
}
