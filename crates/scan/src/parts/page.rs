//! Scripts of pages and of templates.

use portcullis_syntax::Language;

use super::{Part, language};

/// The language of a template engine by the file's extension.
const ENGINES: &[(&[&str], &str)] =
    &[(&["erb", "rhtml"], "ruby"), (&["ejs"], "javascript"), (&["jsp", "jspx", "tag"], "java")];

/// Whether files of a language may hold scripts of a page.
pub(super) fn is_page(language: &Language) -> bool {
    matches!(language.id, "html" | "php")
}

/// The parts of a page with this extension.
pub(super) fn parts(extension: &str, text: &str) -> Vec<Part> {
    let engine = ENGINES.iter().find(|(extensions, _)| extensions.contains(&extension));
    let mut parts = scripts(text);
    let engine = engine.and_then(|(_, name)| Language::by_name(name));
    parts.extend(engine.map(|language| marked(language, text)));
    parts
}

/// The contents of `<script>` elements.
fn scripts(text: &str) -> Vec<Part> {
    // Same length: only ASCII letters change.
    let lower = text.to_ascii_lowercase();
    let mut parts = Vec::new();
    let mut at = 0;
    while let Some(start) = lower.get(at..).and_then(|rest| rest.find("<script")) {
        let tag = at + start;
        let Some(head) = lower.get(tag..).and_then(tag_end) else { break };
        let from = tag + head;
        let rest = lower.get(from..).unwrap_or("");
        let to = from + rest.find("</script").unwrap_or(rest.len());
        let attributes = lower.get(tag..from).unwrap_or("");
        if let Some(language) = script_language(attributes) {
            let mut part = Part::new(language);
            let code = without_marks(text.get(from..to).unwrap_or(""));
            part.push(&code, from);
            parts.push(part);
        }
        at = to.max(from);
    }
    parts
}

/// Where a tag ends: behind the first `>` outside quotes.
fn tag_end(tag: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in tag.bytes().enumerate() {
        match (byte, quote) {
            (b'"' | b'\'', None) => quote = Some(byte),
            (_, Some(open)) if open == byte => quote = None,
            (b'>', None) => return Some(at + 1),
            _ => {}
        }
    }
    None
}

fn script_language(attributes: &str) -> Option<&'static Language> {
    let has = |values: &[&str]| values.iter().any(|value| attributes.contains(value));
    if has(&["lang=\"ts", "lang='ts", "typescript"]) {
        return language("typescript");
    }
    let data = ["json", "template", "x-handlebars", "text/html", "ld+", "importmap", "glsl"];
    if has(&data) { None } else { language("javascript") }
}

/// A script with a name of the same length for each value that a template engine puts in.
fn without_marks(code: &str) -> String {
    let mut shown = String::with_capacity(code.len());
    let mut rest = code;
    let first = |text: &str| {
        let marks = [("<%", "%>"), ("{{", "}}"), ("{%", "%}"), ("<?", "?>")];
        let found = marks.into_iter().filter_map(|(open, close)| {
            let at = text.find(open)?;
            let length = text.get(at..)?.find(close)? + close.len();
            Some((at, length))
        });
        found.min()
    };
    while let Some((at, length)) = first(rest) {
        let (before, marked) = rest.split_at(at);
        let (mark, after) = marked.split_at(length);
        shown.push_str(before);
        shown.extend(mark.bytes().map(|byte| if byte == b'\n' { '\n' } else { '_' }));
        rest = after;
    }
    shown + rest
}

/// What stands in `<% %>`, in a row: a value that is put out is a statement.
fn marked(language: &'static Language, text: &str) -> Part {
    let mut part = Part::new(language);
    let ends = if language.line_comments().contains(&"#") { "\n" } else { ";\n" };
    let mut at = 0;
    while let Some(open) = text.get(at..).and_then(|rest| rest.find("<%")) {
        let from = at + open + 2;
        let rest = text.get(from..).unwrap_or("");
        let length = rest.find("%>").unwrap_or(rest.len());
        let code = rest.get(..length).unwrap_or("");
        at = from + length;
        if code.starts_with(['#', '@', '%']) || code.starts_with("--") {
            continue;
        }
        let mark = code.len() - code.trim_start_matches(['=', '-', '_', '!']).len();
        let value = mark > 0 && code.starts_with(['=', '-']);
        let code = code.get(mark..).unwrap_or("").trim_end_matches(['-', '_']);
        part.push(code, from + mark);
        part.push(if value { ends } else { "\n" }, from + mark + code.len());
    }
    part
}
