//! Globs of `paths` as regular expressions over the path of a file.

/// A glob without a leading slash matches at any depth, and a folder matches all below it.
pub(super) fn regex(glob: &str) -> String {
    let (anchor, rest) = match glob.strip_prefix('/') {
        Some(rest) => ("^/?", rest),
        None => ("(?:^|/)", glob.strip_prefix("**/").unwrap_or(glob)),
    };
    let rest = rest.strip_suffix("/**").unwrap_or(rest).trim_end_matches('/');
    format!("{anchor}{}(?:/|$)", body(rest))
}

fn body(glob: &str) -> String {
    let mut out = String::new();
    let mut rest = glob;
    while let Some(c) = rest.chars().next() {
        let (text, len) = match c {
            '*' if rest.starts_with("**/") => ("(?:.*/)?".to_owned(), 3),
            '*' if rest.starts_with("**") => (".*".to_owned(), 2),
            '*' => ("[^/]*".to_owned(), 1),
            '?' => ("[^/]".to_owned(), 1),
            '[' => class(rest),
            _ => (regex::escape(c.encode_utf8(&mut [0; 4])), c.len_utf8()),
        };
        out.push_str(&text);
        rest = rest.get(len..).unwrap_or("");
    }
    out
}

/// A character class such as `[a-z]`, or a literal bracket where it does not end.
fn class(rest: &str) -> (String, usize) {
    let inner = rest.get(1..).and_then(|tail| tail.find(']').and_then(|end| tail.get(..end)));
    match inner {
        Some(inner) if !inner.is_empty() => {
            let (not, set) = match inner.strip_prefix(['!', '^']) {
                Some(set) => ("^", set),
                None => ("", inner),
            };
            let set = set.replace('\\', "\\\\").replace('[', "\\[");
            (format!("[{not}{set}]"), inner.len() + 2)
        }
        _ => ("\\[".to_owned(), 1),
    }
}

#[cfg(test)]
mod tests {
    #[track_caller]
    fn check(glob: &str, path: &str, want: bool) {
        let regex = regex::Regex::new(&super::regex(glob)).unwrap();
        assert_eq!(regex.is_match(path), want, "{glob} on {path}");
    }

    #[test]
    fn globs_match_names_folders_and_whole_paths() {
        check("*.py", "src/a.py", true);
        check("*.py", "src/a.pyc", false);
        check("tests/", "src/tests/a.py", true);
        check("tests", "src/mytests/a.py", false);
        check("/src/*.js", "src/a.js", true);
        check("/src/*.js", "lib/src/a.js", false);
        check("**/test/**", "a/test/b/c.java", true);
        check("a/**/b.py", "a/x/y/b.py", true);
        check("a/**/b.py", "a/b.py", true);
        check("v[0-9].ts", "v3.ts", true);
    }
}
