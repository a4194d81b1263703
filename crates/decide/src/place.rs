//! Where a path lies: in the repository, in a folder for temporary files, or elsewhere. Told from
//! its text alone; links were followed by whoever reads the disk.

use crate::Context;

/// A path, made plain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// Slash-separated, without `.` and `..`; relative to the root where inside, else absolute.
    pub(crate) path: String,
    /// Whether it lies in the repository.
    pub(crate) inside: bool,
    /// Whether it lies in a folder for temporary files, and not in the repository.
    pub(crate) temporary: bool,
}

impl Place {
    /// Where `path` lies, if it is relative to `base`; an empty base is the root.
    pub(crate) fn of(path: &str, base: &str, context: &Context) -> Self {
        let root = plain(&context.root);
        let base = if base.is_empty() { root.clone() } else { plain(base) };
        let whole = match base.as_str() {
            _ if is_absolute(path) => plain(path),
            "" => plain(path),
            base => plain(&format!("{base}/{path}")),
        };
        match below(&whole, &root) {
            Some(path) => Self { path: path.to_owned(), inside: true, temporary: false },
            None => {
                let temporary =
                    context.temporary.iter().any(|t| below(&whole, &plain(t)).is_some());
                Self { path: whole, inside: false, temporary }
            }
        }
    }
}

/// The rest of `path` below `folder`; the folder itself is `.`.
fn below<'a>(path: &'a str, folder: &str) -> Option<&'a str> {
    match path.strip_prefix(folder)? {
        "" => Some("."),
        rest if folder.is_empty() && (is_absolute(rest) || rest.starts_with("..")) => None,
        rest if folder.is_empty() || folder.ends_with('/') => Some(rest),
        rest => rest.strip_prefix('/'),
    }
}

fn is_absolute(path: &str) -> bool {
    let mut chars = path.chars();
    let first = chars.next();
    matches!(first, Some('/' | '\\' | '~'))
        || (first.is_some_and(|c| c.is_ascii_alphabetic()) && chars.next() == Some(':'))
}

/// Without `.`, `..` and doubled slashes. A `..` above the start stays, so that it is not inside.
fn plain(path: &str) -> String {
    let path = path.replace('\\', "/");
    let (start, rest) = match path.strip_prefix('/') {
        Some(rest) => ("/", rest),
        None => ("", path.as_str()),
    };
    let mut parts: Vec<&str> = Vec::new();
    for part in rest.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|&last| last != "..") => drop(parts.pop()),
            ".." if start == "/" => {}
            part => parts.push(part),
        }
    }
    format!("{start}{}", parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(root: &str, base: &str, path: &str, expected: (&str, bool, bool)) {
        let place = Place::of(path, base, &Context::new(root, |_| Vec::new()));
        let found = (place.path.as_str(), place.inside, place.temporary);
        assert_eq!(found, expected, "{path} from {base} in {root}");
    }

    #[test]
    fn a_path_is_inside_only_if_it_ends_up_there() {
        check("/repo", "", "src/a.py", ("src/a.py", true, false));
        check("/repo", "/repo/src", "a.py", ("src/a.py", true, false));
        check("/repo/", "", "/repo/src/./b/../a.py", ("src/a.py", true, false));
        check("/repo", "", "/repo", (".", true, false));
        check("/repo", "", "../other/a.py", ("/other/a.py", false, false));
        check("/repo", "", "/repository/a.py", ("/repository/a.py", false, false));
        check("/repo", "/repo/src", "../../../etc/passwd", ("/etc/passwd", false, false));
        check("/repo", "", "~/.bashrc", ("~/.bashrc", false, false));
    }

    #[test]
    fn temporary_folders_hold_only_what_is_not_in_the_repository() {
        check("/repo", "", "/tmp/x", ("/tmp/x", false, true));
        check("/repo", "", "/tmp/../etc/x", ("/etc/x", false, false));
        check("/tmp/repo", "", "/tmp/repo/x", ("x", true, false));
        check("/tmp/repo", "", "../x", ("/tmp/x", false, true));
    }

    #[test]
    fn drives_and_backslashes_are_understood() {
        check("C:\\repo", "", "C:\\repo\\src\\a.py", ("src/a.py", true, false));
        check("C:/repo", "", "D:/x", ("D:/x", false, false));
    }

    #[test]
    fn without_a_root_only_relative_paths_are_inside() {
        check("", "", "src/a.py", ("src/a.py", true, false));
        check("", "", "/etc/passwd", ("/etc/passwd", false, false));
        check("", "", "../a.py", ("../a.py", false, false));
    }
}
