//! The files below the paths of the command line: what is text is looked at, what is not is
//! counted.

use std::path::{Path, PathBuf};

use anyhow::Result;
use ignore::WalkBuilder;

use super::Input;
use crate::{
    output::Skip,
    workspace::{FILE_BYTES_MAX, Unreadable, read_bytes},
};

/// A file of this many bytes without a NUL at its start counts as text.
const PROBE_BYTES: usize = 8192;

/// Reads all files; a named one always, those in folders as ignore files allow.
pub(super) fn inputs(paths: &[PathBuf], skipped: &mut Vec<Skip>) -> Result<Vec<Input>> {
    let mut inputs = Vec::new();
    for path in paths {
        if path.is_dir() {
            folder(path, &mut inputs, skipped);
        } else {
            file(path, &mut inputs, skipped);
        }
    }
    inputs.sort_by(|a, b| a.path.cmp(&b.path));
    inputs.dedup_by(|a, b| a.path == b.path);
    Ok(inputs)
}

fn folder(path: &Path, inputs: &mut Vec<Input>, skipped: &mut Vec<Skip>) {
    let mut walk = WalkBuilder::new(path);
    walk.hidden(false).require_git(false).add_custom_ignore_filename(".portcullisignore");
    walk.filter_entry(|entry| entry.file_name() != ".git");
    for entry in walk.build() {
        match entry {
            Ok(entry) if entry.file_type().is_some_and(|t| t.is_file()) => {
                file(entry.path(), inputs, skipped);
            }
            Ok(entry) if entry.path_is_symlink() => skipped.push(Skip {
                what: name(entry.path()),
                why: "it is a symbolic link; name it to have it looked at".to_owned(),
                incomplete: false,
            }),
            Ok(_) => {}
            Err(error) => {
                skipped.push(Skip { what: name(path), why: error.to_string(), incomplete: true })
            }
        }
    }
}

fn file(path: &Path, inputs: &mut Vec<Input>, skipped: &mut Vec<Skip>) {
    let name = name(path);
    match read_bytes(path) {
        Ok(bytes) if bytes.iter().take(PROBE_BYTES).any(|&b| b == 0) => skipped.push(Skip {
            what: name,
            why: "it is a binary file".to_owned(),
            incomplete: false,
        }),
        Ok(bytes) => {
            let text = text_of(bytes, &name, skipped);
            inputs.push(Input { path: name, text, before: None });
        }
        Err(why) => skipped.push(unreadable(name, &why)),
    }
}

fn unreadable(what: String, why: &Unreadable) -> Skip {
    let why = match why {
        Unreadable::TooLong => format!("it is longer than {} MiB", FILE_BYTES_MAX >> 20),
        why => why.to_string(),
    };
    Skip { what, why, incomplete: true }
}

/// Reads bytes as UTF-8; each byte that is none becomes a question mark, so that places stay right,
/// and the file is named in a note.
pub(super) fn text_of(bytes: Vec<u8>, name: &str, skipped: &mut Vec<Skip>) -> String {
    match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            skipped.push(Skip {
                what: name.to_owned(),
                why: "bytes that are not UTF-8 were read as `?`".to_owned(),
                incomplete: false,
            });
            let mut text = String::new();
            for chunk in error.as_bytes().utf8_chunks() {
                text.push_str(chunk.valid());
                text.extend(chunk.invalid().iter().map(|_| '?'));
            }
            text
        }
    }
}

/// A path as it is shown: forward slashes, no leading `./`.
fn name(path: &Path) -> String {
    let name = path.to_string_lossy().replace('\\', "/");
    name.strip_prefix("./").unwrap_or(&name).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_no_text_keep_their_places() {
        let mut skipped = Vec::new();
        let text = text_of(b"a\xff\xfeb".to_vec(), "f", &mut skipped);
        assert_eq!((text.as_str(), skipped.len()), ("a??b", 1));
    }
}
