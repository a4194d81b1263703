//! Compiles `rules/`, `models/` and `patterns/` into the binary forms that the program embeds, so
//! that a cold start parses no YAML and no pattern.

use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
};

use portcullis_scan::{Catalog, Example, Library, SecurePattern};
use sha2::{Digest as _, Sha256};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

fn main() -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    for folder in ["rules", "models", "patterns"] {
        println!("cargo::rerun-if-changed={}", root.join(folder).display());
    }
    let files = files_below(&root.join("rules"))?;
    let rules = pack(&root, &files)?;
    let digest: String = Sha256::digest(&rules).iter().map(|byte| format!("{byte:02x}")).collect();
    fs::write(out.join("rules.pack"), rules)?;
    fs::write(out.join("rules.sha256"), digest)?;
    fs::write(out.join("catalog.bin"), catalog(&files)?.to_bytes()?)?;
    fs::write(out.join("patterns.bin"), library(&root)?.to_bytes()?)?;
    Ok(())
}

/// All rules in one pack. A rule that does not load stops the build.
fn pack(root: &Path, files: &[PathBuf]) -> Result<Vec<u8>> {
    let mut sets = portcullis_rules::Library::default();
    for path in yaml(&files_below(&root.join("models"))?) {
        let name = path.strip_prefix(root.join("models"))?.with_extension("");
        sets.add(&name.to_string_lossy().replace('\\', "/"), &fs::read_to_string(path)?)?;
    }
    let mut rules = Vec::new();
    let mut problems = Vec::new();
    for path in yaml(files) {
        let loaded = portcullis_rules::load(&fs::read_to_string(path)?, &sets);
        problems.extend(loaded.errors.iter().map(|e| format!("{}: {e}", path.display())));
        rules.extend(loaded.rules);
    }
    if !problems.is_empty() {
        return Err(problems.join("\n").into());
    }
    Ok(portcullis_rules::RuleSet::new(rules).to_bytes()?)
}

/// The first hit and the first near miss of each rule's sample, for `explain`.
fn catalog(files: &[PathBuf]) -> Result<Catalog> {
    let mut examples = BTreeMap::new();
    for path in yaml(files) {
        let id = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let beside = |f: &&PathBuf| {
            let name = f.file_name().unwrap_or_default().to_string_lossy().into_owned();
            name.strip_prefix(&id).is_some_and(|rest| rest.starts_with('.')) && *f != path
        };
        let sample = files.iter().find(beside);
        if let Some(sample) = sample {
            let text = fs::read_to_string(sample)?;
            examples.insert(id.clone(), Example::of_sample(&id, &text));
        }
    }
    Ok(Catalog::new(examples))
}

fn library(root: &Path) -> Result<Library> {
    let mut patterns = Vec::new();
    for path in yaml(&files_below(&root.join("patterns"))?) {
        let text = fs::read_to_string(path)?;
        patterns.push(SecurePattern::from_yaml(&path.display().to_string(), &text)?);
    }
    Ok(Library::new(patterns))
}

/// The files of rules, models or patterns; `x.test.yaml` is a sample in YAML.
fn yaml(files: &[PathBuf]) -> impl Iterator<Item = &PathBuf> {
    let sample = |path: &PathBuf| path.to_string_lossy().ends_with(".test.yaml");
    let yaml = |path: &PathBuf| path.extension().is_some_and(|e| e == "yaml");
    files.iter().filter(move |path| yaml(path) && !sample(path))
}

/// Files below a folder, in a fixed order; none where there is no such folder.
fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop().filter(|f| f.is_dir()) {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    Ok(files)
}
