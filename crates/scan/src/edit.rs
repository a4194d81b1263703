//! The file that an edit would leave, and which of its lines the edit brings in.
//!
//! The host applies the edit, not this code: where hosts are lenient (line ends, typographic
//! quotes) so is this, because an edit that is wrongly thought not to apply would not be judged.
//! Pure text; nothing is read or written.

use std::{borrow::Cow, ops::Range};

use portcullis_model::{CellEdit, TextEdit};
use serde_json::{Map, Value, json};

/// Lines on both sides, beginning and end in common left out, up to which the smallest difference
/// is looked for; beyond, all of them count as changed.
const COMPARED_LINES_MAX: usize = 4_000;

/// Why an edit does not apply: the host refuses it too.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Void {
    /// There is no file to edit.
    #[error("there is no readable file to edit; write the whole file instead")]
    NoFile,
    /// A file would be created that is there already.
    #[error("the file is there already; edit it with the text to replace, or write the whole file")]
    Exists,
    /// The text to replace is not in the file.
    #[error("the text to replace is not in the file (edit {0}); read the file again")]
    NotFound(usize),
    /// The text to replace is in the file more than once.
    #[error(
        "the text to replace is in the file {count} times (edit {edit}); give more text around it, \
         or replace all"
    )]
    Ambiguous {
        /// Which edit, from 1.
        edit: usize,
        /// How often the text is there.
        count: usize,
    },
    /// The file is no notebook.
    #[error("the file is no Jupyter notebook of format 4")]
    NoNotebook,
    /// The notebook has no such cell.
    #[error("the notebook has no cell `{0}`; read the notebook again")]
    NoCell(String),
}

/// The file that would result from replacements applied in order. An empty text to replace creates
/// the file.
pub fn apply(edits: &[TextEdit], before: Option<&str>) -> Result<String, Void> {
    let mut text: Option<Cow<'_, str>> = before.map(Cow::Borrowed);
    for (edit, number) in edits.iter().zip(1..) {
        let next = match text.as_deref() {
            None | Some("") if edit.old.is_empty() => edit.new.clone(),
            Some(_) if edit.old.is_empty() => return Err(Void::Exists),
            None => return Err(Void::NoFile),
            Some(text) => replaced(text, edit, number)?,
        };
        text = Some(Cow::Owned(next));
    }
    text.map(Cow::into_owned).ok_or(Void::NoFile)
}

fn replaced(text: &str, edit: &TextEdit, number: usize) -> Result<String, Void> {
    if text.contains(&edit.old) {
        return replace_exact(text, &edit.old, &edit.new, edit.all, number);
    }
    let (old, new) = (edit.old.replace("\r\n", "\n"), edit.new.replace("\r\n", "\n"));
    let unix = text.replace("\r\n", "\n");
    let old = if unix.contains(&old) {
        Cow::Owned(old)
    } else {
        Cow::Borrowed(typographic(&unix, &old).ok_or(Void::NotFound(number))?)
    };
    let result = replace_exact(&unix, &old, &new, edit.all, number)?;
    let windows = text.contains("\r\n");
    Ok(if windows { result.replace('\n', "\r\n") } else { result })
}

fn replace_exact(text: &str, old: &str, new: &str, all: bool, edit: usize) -> Result<String, Void> {
    let count = if all { 1 } else { text.matches(old).count() };
    match count {
        0 => Err(Void::NotFound(edit)),
        1 if all => Ok(text.replace(old, new)),
        1 => Ok(text.replacen(old, new, 1)),
        _ => Err(Void::Ambiguous { edit, count }),
    }
}

/// The first text in the file that is `old` but for typographic quotes.
fn typographic<'t>(text: &'t str, old: &str) -> Option<&'t str> {
    let plain: String = text.chars().map(straight).collect();
    let wanted: String = old.chars().map(straight).collect();
    let at = plain.find(&wanted)?;
    let first = plain.get(..at)?.chars().count();
    let length = wanted.chars().count();
    let mut ends = text.char_indices().map(|(at, _)| at).chain([text.len()]).skip(first);
    let start = ends.next()?;
    let end = if length == 0 { start } else { ends.nth(length - 1)? };
    text.get(start..end)
}

fn straight(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{201c}' | '\u{201d}' => '"',
        _ => c,
    }
}

/// The notebook that would result from a change of one cell.
pub fn apply_cell(edit: &CellEdit, before: Option<&str>) -> Result<String, Void> {
    let mut notebook: Value =
        serde_json::from_str(before.ok_or(Void::NoFile)?).map_err(|_| Void::NoNotebook)?;
    let cells = notebook.get_mut("cells").and_then(Value::as_array_mut).ok_or(Void::NoNotebook)?;
    change_cells(cells, edit)?;
    pretty(&notebook).ok_or(Void::NoNotebook)
}

fn change_cells(cells: &mut Vec<Value>, edit: &CellEdit) -> Result<(), Void> {
    let found = edit.cell.as_deref().map(|id| find_cell(cells, id).ok_or_else(|| missing(id)));
    let at = found.transpose()?;
    if edit.insert {
        let place = at.map_or(0, |at| at + 1);
        cells.insert(place.min(cells.len()), new_cell(edit));
        return Ok(());
    }
    let at = at.ok_or_else(|| missing(""))?;
    if edit.delete {
        cells.remove(at);
        return Ok(());
    }
    let cell = cells.get_mut(at).and_then(Value::as_object_mut).ok_or(Void::NoNotebook)?;
    fill_cell(cell, edit);
    Ok(())
}

fn missing(id: &str) -> Void {
    Void::NoCell(id.to_owned())
}

/// A cell by its id, or by `cell-N` with `N` from 0.
fn find_cell(cells: &[Value], id: &str) -> Option<usize> {
    let by_id = cells.iter().position(|cell| cell.get("id").and_then(Value::as_str) == Some(id));
    let by_number = || id.strip_prefix("cell-")?.parse().ok().filter(|at| *at < cells.len());
    by_id.or_else(by_number)
}

fn new_cell(edit: &CellEdit) -> Value {
    let mut cell = Map::new();
    cell.insert("id".to_owned(), json!("new-cell"));
    cell.insert("metadata".to_owned(), json!({}));
    fill_cell(&mut cell, edit);
    Value::Object(cell)
}

/// Puts the source into a cell; what a run of the old source printed goes.
fn fill_cell(cell: &mut Map<String, Value>, edit: &CellEdit) {
    let kind = if edit.code { "code" } else { "markdown" };
    cell.insert("cell_type".to_owned(), json!(kind));
    cell.insert("source".to_owned(), json!(edit.source));
    if edit.code {
        cell.insert("execution_count".to_owned(), Value::Null);
        cell.insert("outputs".to_owned(), json!([]));
    } else {
        cell.shift_remove("execution_count");
        cell.shift_remove("outputs");
    }
}

/// As Jupyter writes it: one blank for each level.
fn pretty(value: &Value) -> Option<String> {
    let mut bytes = Vec::new();
    let formatter = serde_json::ser::PrettyFormatter::with_indent(b" ");
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, formatter);
    serde::Serialize::serialize(value, &mut serializer).ok()?;
    String::from_utf8(bytes).ok()
}

/// The code that a change of a cell brings in, if it brings in any.
#[must_use]
pub fn cell_code(edit: &CellEdit) -> Option<&str> {
    (edit.code && !edit.delete).then_some(edit.source.as_str())
}

/// The code of a notebook.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NotebookCode {
    /// The language that the notebook names, such as `python`; empty where it names none.
    pub language: String,
    /// The code cells in order, one behind the other.
    pub code: String,
}

/// The code cells of a notebook as one text; `None` where the text is no notebook.
#[must_use]
pub fn notebook_code(text: &str) -> Option<NotebookCode> {
    let notebook: Value = serde_json::from_str(text).ok()?;
    let cells = notebook.get("cells")?.as_array()?;
    let kernel = notebook.pointer("/metadata/kernelspec/language");
    let language = kernel.or_else(|| notebook.pointer("/metadata/language_info/name"));
    let is_code = |cell: &&Value| cell.get("cell_type").and_then(Value::as_str) == Some("code");
    let sources: Vec<String> = cells.iter().filter(is_code).map(source).collect();
    let language = language.and_then(Value::as_str).unwrap_or_default().to_owned();
    Some(NotebookCode { language, code: sources.join("\n") })
}

/// The source of a cell, which is a text or a list of lines.
fn source(cell: &Value) -> String {
    match cell.get("source") {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(lines)) => lines.iter().filter_map(Value::as_str).collect(),
        _ => String::new(),
    }
}

/// Lines of `after`, from 1, that are not in `before`: ranges in order, ends left out. A place
/// where lines were only removed has no range.
#[must_use]
pub fn changed_lines(before: &str, after: &str) -> Vec<Range<u32>> {
    let old: Vec<&str> = before.split_inclusive('\n').collect();
    let new: Vec<&str> = after.split_inclusive('\n').collect();
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let (old, new) = (old.get(head..).unwrap_or_default(), new.get(head..).unwrap_or_default());
    let tail = old.iter().rev().zip(new.iter().rev()).take_while(|(a, b)| a == b).count();
    let old = old.get(..old.len() - tail).unwrap_or_default();
    let new = new.get(..new.len() - tail).unwrap_or_default();
    let ranges: Vec<Range<usize>> = if old.len() + new.len() > COMPARED_LINES_MAX {
        std::iter::once(0..new.len()).collect()
    } else {
        let changes = similar::capture_diff_slices(similar::Algorithm::Myers, old, new);
        let changed = |op: &&similar::DiffOp| op.tag() != similar::DiffTag::Equal;
        changes.iter().filter(changed).map(similar::DiffOp::new_range).collect()
    };
    let line = |at: usize| u32::try_from(head + at + 1).unwrap_or(u32::MAX);
    ranges.into_iter().filter(|r| !r.is_empty()).map(|r| line(r.start)..line(r.end)).collect()
}

#[cfg(test)]
mod tests;
