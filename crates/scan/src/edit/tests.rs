//! Edits as rows: what the file held, what is replaced, what results.

use portcullis_model::{CellEdit, TextEdit};
use proptest::prelude::*;

use super::{NotebookCode, Void, apply, apply_cell, cell_code, changed_lines, notebook_code};

fn edit(old: &str, new: &str, all: bool) -> TextEdit {
    TextEdit { old: old.to_owned(), new: new.to_owned(), all }
}

fn check(before: Option<&str>, edits: &[(&str, &str, bool)], expected: Result<&str, Void>) {
    let edits: Vec<TextEdit> = edits.iter().map(|(old, new, all)| edit(old, new, *all)).collect();
    assert_eq!(apply(&edits, before), expected.map(str::to_owned), "{before:?} {edits:?}");
}

#[test]
fn replacements_apply_in_order() {
    check(Some("a b a"), &[("b", "c", false)], Ok("a c a"));
    check(Some("a b a"), &[("a", "x", true)], Ok("x b x"));
    check(Some("a b"), &[("a", "b b", false), ("b b b", "c", false)], Ok("c"));
    check(None, &[("", "new", false)], Ok("new"));
    check(Some(""), &[("", "new", false), ("e", "o", false)], Ok("now"));
    check(Some("a\r\nb\r\n"), &[("a\nb", "c\nd", false)], Ok("c\r\nd\r\n"));
    check(Some("say “ßx” it’s"), &[("\"ßx\" it's", "no", false)], Ok("say no"));
    check(Some("a"), &[("a", "", false)], Ok(""));
}

#[test]
fn an_edit_that_does_not_apply_says_why() {
    check(Some("a b a"), &[("a", "c", false)], Err(Void::Ambiguous { edit: 1, count: 2 }));
    check(Some("a"), &[("a", "b", false), ("a", "c", false)], Err(Void::NotFound(2)));
    check(Some("a"), &[("x", "b", true)], Err(Void::NotFound(1)));
    check(Some("a"), &[("", "b", false)], Err(Void::Exists));
    check(None, &[("a", "b", false)], Err(Void::NoFile));
    check(None, &[], Err(Void::NoFile));
}

const NOTEBOOK: &str = r##"{
 "cells": [
  {"cell_type": "markdown", "id": "m1", "metadata": {}, "source": ["# T\n", "x"]},
  {"cell_type": "code", "id": "c1", "metadata": {}, "execution_count": 3, "outputs": [1],
   "source": ["a = 1\n", "b"]}
 ],
 "metadata": {"kernelspec": {"language": "python"}},
 "nbformat": 4
}"##;

fn cell(id: Option<&str>, source: &str, code: bool, insert: bool, delete: bool) -> CellEdit {
    CellEdit { cell: id.map(str::to_owned), source: source.to_owned(), code, insert, delete }
}

fn check_cells(edit: &CellEdit, code: &str) {
    let after = apply_cell(edit, Some(NOTEBOOK)).unwrap();
    let expected = NotebookCode { language: "python".to_owned(), code: code.to_owned() };
    assert_eq!(notebook_code(&after), Some(expected), "{edit:?}");
    assert!(after.starts_with("{\n \"cells\": [\n  {\n"), "{after}");
}

#[test]
fn cells_are_replaced_inserted_and_deleted() {
    check_cells(&cell(Some("c1"), "import os", true, false, false), "import os");
    check_cells(&cell(Some("cell-1"), "z", true, false, false), "z");
    check_cells(&cell(Some("m1"), "y", true, true, false), "y\na = 1\nb");
    check_cells(&cell(None, "y", true, true, false), "y\na = 1\nb");
    check_cells(&cell(Some("c1"), "text", false, false, false), "");
    check_cells(&cell(Some("c1"), "", true, false, true), "");
    let void = |id: Option<&str>| apply_cell(&cell(id, "", true, false, false), Some(NOTEBOOK));
    assert_eq!(void(Some("c9")), Err(Void::NoCell("c9".to_owned())));
    assert_eq!(void(Some("cell-2")), Err(Void::NoCell("cell-2".to_owned())));
    assert_eq!(void(None), Err(Void::NoCell(String::new())));
    assert_eq!(apply_cell(&cell(None, "", true, true, false), Some("{}")), Err(Void::NoNotebook));
    assert_eq!(apply_cell(&cell(None, "", true, true, false), Some("no")), Err(Void::NoNotebook));
    assert_eq!(apply_cell(&cell(None, "", true, true, false), None), Err(Void::NoFile));
}

#[test]
fn a_changed_cell_gives_its_code() {
    assert_eq!(cell_code(&cell(None, "x", true, true, false)), Some("x"));
    assert_eq!(cell_code(&cell(None, "x", false, true, false)), None);
    assert_eq!(cell_code(&cell(Some("a"), "x", true, false, true)), None);
}

fn check_lines(before: &str, after: &str, expected: &[(u32, u32)]) {
    let lines: Vec<_> = changed_lines(before, after).iter().map(|r| (r.start, r.end)).collect();
    assert_eq!(lines, expected, "{before:?} {after:?}");
}

#[test]
fn changed_lines_are_those_of_the_result() {
    check_lines("a\nb\nc\n", "a\nB\nc\n", &[(2, 3)]);
    check_lines("a\nb\nc\n", "a\nc\n", &[]);
    check_lines("a\nc\n", "a\nb\nb\nc\n", &[(2, 4)]);
    check_lines("", "a\nb", &[(1, 3)]);
    check_lines("a\nb\nc\nd\n", "x\nb\nc\ny\n", &[(1, 2), (4, 5)]);
    check_lines("a\n", "a\n", &[]);
    let many = |word: &str| format!("{word}\n").repeat(5_000);
    check_lines(&format!("h\n{}t\n", many("a")), &format!("h\n{}t\n", many("b")), &[(2, 5_002)]);
}

proptest! {
    #[test]
    fn edits_never_panic(
        before in prop::option::of("[ab“'\r\nß]{0,20}"),
        old in "[ab\"'\nß]{0,3}",
        new in "[abé\n]{0,3}",
        all: bool,
    ) {
        if let Ok(after) = apply(&[edit(&old, &new, all)], before.as_deref()) {
            let _ = changed_lines(before.as_deref().unwrap_or(""), &after);
        }
    }

    #[test]
    fn notebooks_never_panic(text in "[\\[\\]{}:,\"a-z0-9]{0,40}", id in "(cell-)?[0-9a]{0,3}") {
        let _ = notebook_code(&text);
        let _ = apply_cell(&cell(Some(&id), "x", true, false, false), Some(&text));
    }
}
