//! The library of secure patterns: for a weakness in a language and framework, the bad code, the
//! good code and why. Data from `patterns/`, compiled into the binary; a finding names its pattern.

use saphyr::{LoadableYamlNode, Yaml};
use serde::{Deserialize, Serialize};

use crate::ScanError;

/// One secure pattern.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecurePattern {
    /// Id, the file's stem, such as `python-sql-bound-parameters`.
    pub id: String,
    /// What it shows, for people.
    pub title: String,
    /// Language id; `generic` where it fits all.
    pub language: String,
    /// Framework or library that it is written for; may be empty.
    pub framework: String,
    /// CWE numbers that it prevents.
    pub cwe: Vec<u32>,
    /// Smart contract weaknesses that it prevents.
    pub swc: Vec<String>,
    /// The role that answers for it.
    pub owner: String,
    /// Version, from 1.
    pub version: u32,
    /// Day of the last change, `YYYY-MM-DD`.
    pub updated: String,
    /// Why the good code is safe.
    pub why: String,
    /// Code that is stopped.
    pub bad: String,
    /// Code to write instead.
    pub good: String,
}

/// All secure patterns, by id.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Library {
    patterns: Vec<SecurePattern>,
}

impl Library {
    /// A library of these patterns, sorted by id.
    #[must_use]
    pub fn new(mut patterns: Vec<SecurePattern>) -> Self {
        patterns.sort_by(|a, b| a.id.cmp(&b.id));
        Self { patterns }
    }

    /// The pattern with this id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&SecurePattern> {
        let at = self.patterns.binary_search_by(|p| p.id.as_str().cmp(id)).ok()?;
        self.patterns.get(at)
    }

    /// All patterns, sorted by id.
    #[must_use]
    pub fn all(&self) -> &[SecurePattern] {
        &self.patterns
    }

    /// The compiled form.
    ///
    /// # Errors
    /// [`ScanError::Library`] if it cannot be encoded.
    pub fn to_bytes(&self) -> Result<Vec<u8>, ScanError> {
        postcard::to_stdvec(self).map_err(|e| ScanError::Library(e.to_string()))
    }

    /// Reads the compiled form.
    ///
    /// # Errors
    /// [`ScanError::Library`] if the bytes are not one.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ScanError> {
        postcard::from_bytes(bytes).map_err(|e| ScanError::Library(e.to_string()))
    }
}

impl SecurePattern {
    /// Reads one pattern file.
    ///
    /// # Errors
    /// [`ScanError::Pattern`] with the file's name and the key that is missing, unknown or of the
    /// wrong type.
    pub fn from_yaml(file: &str, text: &str) -> Result<Self, ScanError> {
        let wrong = |what: String| ScanError::Pattern { file: file.to_owned(), what };
        let documents = Yaml::load_from_str(text).map_err(|e| wrong(e.to_string()))?;
        let map = documents.first().and_then(Yaml::as_mapping);
        let map = map.ok_or_else(|| wrong("the file is not a mapping".to_owned()))?;
        let mut pattern = Self::default();
        for (key, value) in map {
            let key = key.as_str().unwrap_or("");
            pattern.set(key, value).map_err(wrong)?;
        }
        pattern.missing().map_or(Ok(pattern), |key| Err(wrong(format!("`{key}` is missing"))))
    }

    fn set(&mut self, key: &str, value: &Yaml<'_>) -> Result<(), String> {
        match key {
            "cwe" => self.cwe = list(value, cwe, key)?,
            "swc" => self.swc = list(value, |v| v.as_str().map(str::to_owned), key)?,
            "version" => {
                let number = value.as_integer().and_then(|n| u32::try_from(n).ok());
                self.version = number.ok_or_else(|| format!("`{key}` is not a number"))?;
            }
            _ => *self.text(key)? = scalar(value).ok_or_else(|| format!("`{key}` is not text"))?,
        }
        Ok(())
    }

    fn text(&mut self, key: &str) -> Result<&mut String, String> {
        Ok(match key {
            "id" => &mut self.id,
            "title" => &mut self.title,
            "language" => &mut self.language,
            "framework" => &mut self.framework,
            "owner" => &mut self.owner,
            "updated" => &mut self.updated,
            "why" => &mut self.why,
            "bad" => &mut self.bad,
            "good" => &mut self.good,
            _ => return Err(format!("`{key}` is not a key of a secure pattern")),
        })
    }

    fn missing(&self) -> Option<&'static str> {
        let texts = [
            ("id", &self.id),
            ("title", &self.title),
            ("language", &self.language),
            ("owner", &self.owner),
            ("updated", &self.updated),
            ("why", &self.why),
            ("bad", &self.bad),
            ("good", &self.good),
        ];
        let empty = texts.into_iter().find(|(_, text)| text.trim().is_empty());
        empty.map(|(key, _)| key).or((self.version == 0).then_some("version"))
    }
}

/// `89` or `CWE-89`.
fn cwe(value: &Yaml<'_>) -> Option<u32> {
    match value.as_str() {
        Some(text) => text.strip_prefix("CWE-")?.parse().ok(),
        None => u32::try_from(value.as_integer()?).ok(),
    }
}

fn scalar(value: &Yaml<'_>) -> Option<String> {
    let number = || value.as_integer().map(|n| n.to_string());
    value.as_str().map(str::to_owned).or_else(number).or(value.is_null().then(String::new))
}

fn list<T>(
    value: &Yaml<'_>,
    item: impl Fn(&Yaml<'_>) -> Option<T>,
    key: &str,
) -> Result<Vec<T>, String> {
    let wrong = || format!("`{key}` is not a list of the right values");
    value.as_sequence().ok_or_else(wrong)?.iter().map(|v| item(v).ok_or_else(wrong)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "id: a\ntitle: T\nlanguage: python\nframework: flask\ncwe: [89]\n\
                        owner: application-security\nversion: 1\nupdated: 2026-11-21\nwhy: w\n\
                        bad: |\n  x\ngood: |\n  y\n";

    #[test]
    fn a_pattern_is_read_and_survives_its_compiled_form() {
        let pattern = SecurePattern::from_yaml("a.yaml", FILE).unwrap();
        assert_eq!((pattern.cwe.as_slice(), pattern.good.as_str()), (&[89][..], "y\n"));
        let library = Library::new(vec![pattern.clone()]);
        let again = Library::from_bytes(&library.to_bytes().unwrap()).unwrap();
        assert_eq!(again.get("a"), Some(&pattern));
        assert_eq!(again.get("b"), None);
    }

    #[test]
    fn a_wrong_key_and_a_missing_key_are_named() {
        let error = |text: &str| SecurePattern::from_yaml("a.yaml", text).unwrap_err().to_string();
        assert!(error(&FILE.replace("why", "reason")).contains("`reason`"));
        assert!(error(&FILE.replace("owner: application-security\n", "")).contains("`owner`"));
    }
}
