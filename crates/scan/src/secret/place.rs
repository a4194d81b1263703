//! What a path tells about the values in a file: whether it is a test, an example, a lock file, a
//! table of labels, a program or a configuration.

/// What kind of file a value stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// Tests and fixtures, where values are made up.
    pub(super) test: bool,
    /// Documentation and templates of configuration.
    pub(super) example: bool,
    /// Lists of digests, and files that a tool wrote.
    pub(super) generated: bool,
    /// Texts for people, by key.
    pub(super) labels: bool,
    /// A program: a value without quotes is a name.
    pub(super) program: bool,
    /// A Dockerfile or a shell script, where words stand apart.
    pub(super) words: bool,
}

const TEST_WORDS: &[&str] = &[
    "test",
    "tests",
    "testing",
    "spec",
    "specs",
    "fixture",
    "fixtures",
    "testdata",
    "mock",
    "mocks",
    "e2e",
    "stubs",
    "cassettes",
    "snapshots",
];

const EXAMPLE_WORDS: &[&str] = &[
    "example",
    "examples",
    "sample",
    "samples",
    "docs",
    "template",
    "dist",
    "readme",
    "changelog",
    "demo",
    "tutorial",
];

const LABEL_WORDS: &[&str] = &[
    "locale",
    "locales",
    "i18n",
    "l10n",
    "lang",
    "langs",
    "translations",
    "translation",
    "messages",
];

const LOCK_NAMES: &[&str] = &[
    "package-lock.json",
    "npm-shrinkwrap.json",
    "yarn.lock",
    "pnpm-lock.yaml",
    "cargo.lock",
    "poetry.lock",
    "pipfile.lock",
    "uv.lock",
    "composer.lock",
    "gemfile.lock",
    "go.sum",
    "packages.lock.json",
    "flake.lock",
    "bun.lock",
    "pubspec.lock",
    "mix.lock",
    ".secrets.baseline",
];

const PROGRAMS: &[&str] = &[
    "py", "pyi", "js", "jsx", "mjs", "cjs", "ts", "tsx", "java", "kt", "kts", "scala", "groovy",
    "go", "rs", "c", "h", "cc", "cpp", "hpp", "cs", "vb", "fs", "php", "rb", "swift", "m", "mm",
    "sol", "vy", "dart", "lua", "pl", "r", "jl", "ex", "exs", "erl", "hs", "clj", "sql", "vue",
    "svelte", "html", "htm", "css", "scss", "ipynb", "gradle", "tf", "json",
];

impl Place {
    /// What `path` tells.
    pub(super) fn of(path: &str) -> Self {
        let lower = path.replace('\\', "/").to_ascii_lowercase();
        let name = lower.rsplit('/').next().unwrap_or("");
        let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
        let words: Vec<&str> = lower.split(|c: char| !c.is_ascii_alphanumeric()).collect();
        let any = |list: &[&str]| words.iter().any(|word| list.contains(word));
        let dockerfile = name.starts_with("dockerfile") || extension == "dockerfile";
        Self {
            test: any(TEST_WORDS),
            example: any(EXAMPLE_WORDS) || ["md", "rst", "adoc"].contains(&extension),
            generated: LOCK_NAMES.contains(&name) || name.contains(".min.") || extension == "map",
            labels: any(LABEL_WORDS)
                || ["po", "pot", "strings", "resx", "arb", "xlf"].contains(&extension),
            program: PROGRAMS.contains(&extension),
            words: dockerfile || ["sh", "bash", "zsh", "ps1", "bat"].contains(&extension),
        }
    }

    /// Whether values of no known format are made up here.
    pub(super) fn is_made_up(self) -> bool {
        self.test || self.example
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, expected: Place) {
        assert_eq!(Place::of(path), expected, "{path}");
    }

    #[test]
    fn paths_tell_what_values_are() {
        let none = Place::default();
        check("src/app.py", Place { program: true, ..none });
        check("tests/test_app.py", Place { program: true, test: true, ..none });
        check(".env.example", Place { example: true, ..none });
        check("web/package-lock.json", Place { generated: true, program: true, ..none });
        check("Dockerfile", Place { words: true, ..none });
        check("config/locales/en.yml", Place { labels: true, ..none });
        check("contest.conf", none);
    }
}
