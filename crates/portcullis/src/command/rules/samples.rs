//! Annotated samples of rules: `ruleid: x` before a line that rule `x` finds, `ok: x` before one
//! that it leaves alone; `todoruleid:` and `todook:` mark what is known to be wrong still.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use portcullis_model::Finding;

/// What an annotation says of the line after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// The rule finds it.
    Hit,
    /// The rule leaves it alone.
    Ok,
    /// The rule should find it and does not yet.
    TodoHit,
    /// The rule should leave it alone and does not yet.
    TodoOk,
}

const WORDS: [(&str, Mark); 4] = [
    ("todoruleid:", Mark::TodoHit),
    ("todook:", Mark::TodoOk),
    ("ruleid:", Mark::Hit),
    ("ok:", Mark::Ok),
];

/// The samples of a rule file: files of the same stem and another kind.
///
/// # Errors
/// A folder that cannot be read.
pub fn beside(rules: &Path) -> Result<Vec<PathBuf>> {
    let folder = rules.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let entries = std::fs::read_dir(folder)
        .with_context(|| format!("cannot read folder {}", folder.display()))?;
    let stem = |path: &Path| path.file_name().map(|n| n.to_string_lossy().into_owned());
    let wanted = rules.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
    let mut found: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path != rules && path.is_file())
        .filter(|path| {
            stem(path).is_some_and(|n| n.strip_prefix(&wanted).is_some_and(|r| r.starts_with('.')))
        })
        .filter(|path| path.extension().is_none_or(|e| e != "yml"))
        .collect();
    found.sort();
    Ok(found)
}

/// All annotations of a sample: mark, rule id and the line that each is about.
#[must_use]
pub fn annotations(text: &str) -> Vec<(Mark, String, u32)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some((mark, ids)) = annotation(line) else { continue };
        let code = lines.iter().skip(at + 1).position(|next| annotation(next).is_none());
        let about = u32::try_from(at + 2 + code.unwrap_or(0)).unwrap_or(u32::MAX);
        found.extend(ids.into_iter().map(|id| (mark, id, about)));
    }
    found
}

fn annotation(line: &str) -> Option<(Mark, Vec<String>)> {
    let text = line.trim_start().trim_start_matches(['#', '/', '*', '<', '!', '-', ' ', '{']);
    let (mark, rest) = WORDS.iter().find_map(|(w, mark)| Some((*mark, text.strip_prefix(w)?)))?;
    let id = |id: &str| id.trim().trim_end_matches(['*', '/', '-', '>', ' ', '}']).to_owned();
    Some((mark, rest.split(',').map(id).collect()))
}

/// Where findings and annotations disagree, each as `line: what`.
#[must_use]
pub fn differences(text: &str, findings: &[Finding]) -> Vec<String> {
    let marks = annotations(text);
    let found: BTreeSet<(&str, u32)> = findings.iter().map(|f| (f.rule.as_str(), f.line)).collect();
    let marked = |mark: Mark| {
        let of = marks.iter().filter(move |(m, ..)| *m == mark);
        of.map(|(_, id, line)| (id.as_str(), *line)).collect::<BTreeSet<_>>()
    };
    let (hits, todo_ok) = (marked(Mark::Hit), marked(Mark::TodoOk));
    let named: BTreeSet<&str> = marks.iter().map(|(_, id, _)| id.as_str()).collect();
    let missing = hits.iter().filter(|hit| !found.contains(*hit));
    let missing = missing.map(|(id, line)| format!("{line}: `{id}` is missing"));
    let noisy = found.iter().filter(|(id, line)| {
        named.contains(id) && !hits.contains(&(*id, *line)) && !todo_ok.contains(&(*id, *line))
    });
    let noisy = noisy.map(|(id, line)| format!("{line}: `{id}` is noisy"));
    missing.chain(noisy).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_annotation_is_about_the_next_line_of_code() {
        let text = "# ruleid: a, b\n# ok: c\nx()\n<!-- ok: d -->\ny";
        let expected = [
            (Mark::Hit, "a".to_owned(), 3),
            (Mark::Hit, "b".to_owned(), 3),
            (Mark::Ok, "c".to_owned(), 3),
            (Mark::Ok, "d".to_owned(), 5),
        ];
        assert_eq!(annotations(text), expected);
    }
}
