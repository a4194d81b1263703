//! What a path is about, told by its words: policy weighs a change to a login page, a workflow or a
//! contract differently. Pure text; nothing is read.

/// One class with the words that tell it.
struct Class {
    name: &'static str,
    /// Words that stand alone in a path segment (split at anything that is not a letter or digit).
    words: &'static [&'static str],
    /// Endings of the whole path.
    endings: &'static [&'static str],
    /// Beginnings of the whole path, or of any part of it behind a slash.
    folders: &'static [&'static str],
}

/// The classes of the policy schema, in its order.
const CLASSES: &[Class] = &[
    Class {
        name: "auth",
        words: &["auth", "authn", "authz", "login", "oauth", "oidc", "saml", "session", "sso"],
        endings: &[],
        folders: &[],
    },
    Class {
        name: "crypto",
        words: &["crypto", "cryptography", "cipher", "encryption", "kms", "signing", "tls"],
        endings: &[],
        folders: &[],
    },
    Class {
        name: "security-control",
        words: &["firewall", "csp", "cors", "csrf", "sanitizer", "waf", "permissions"],
        endings: &["SECURITY.md"],
        folders: &[],
    },
    Class {
        name: "payments",
        words: &["payment", "payments", "billing", "charge", "checkout", "payout", "invoice"],
        endings: &[],
        folders: &[],
    },
    Class {
        name: "pii-model",
        words: &["customer", "patient", "person", "pii", "passport"],
        endings: &[],
        folders: &[],
    },
    Class {
        name: "ci",
        words: &["jenkinsfile"],
        endings: &[".gitlab-ci.yml", "azure-pipelines.yml", "bitbucket-pipelines.yml"],
        folders: &[".github/workflows/", ".circleci/", ".buildkite/", ".ci/"],
    },
    Class {
        name: "iac",
        words: &["dockerfile", "terraform", "helm", "kubernetes", "k8s", "cloudformation"],
        endings: &[".tf", ".tfvars", ".hcl"],
        folders: &[],
    },
    Class { name: "contract", words: &[], endings: &[".sol", ".vy"], folders: &[] },
    Class {
        name: "policy",
        words: &[],
        endings: &[".cedar", "portcullis.toml"],
        folders: &[
            ".portcullis/",
            ".claude/settings.json",
            ".claude/settings.local.json",
            ".claude/hooks/",
            ".git/hooks/",
            ".git/config",
            ".githooks/",
            ".husky/",
        ],
    },
    Class {
        name: "test",
        words: &["test", "tests", "spec", "specs", "fixtures", "testdata", "mocks"],
        endings: &[],
        folders: &[],
    },
    Class {
        name: "docs",
        words: &["docs", "readme", "changelog"],
        endings: &[".md", ".rst", ".adoc"],
        folders: &[],
    },
];

/// Classes of a path, slash-separated, relative to the repository where it lies inside.
#[must_use]
pub fn path_classes(path: &str) -> Vec<&'static str> {
    let path = path.replace('\\', "/");
    let lower = path.to_ascii_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_ascii_alphanumeric()).collect();
    CLASSES.iter().filter(|class| class.fits(&path, &lower, &words)).map(|c| c.name).collect()
}

impl Class {
    fn fits(&self, path: &str, lower: &str, words: &[&str]) -> bool {
        self.words.iter().any(|word| words.contains(word))
            || self.endings.iter().any(|ending| path.ends_with(ending))
            || self.folders.iter().any(|folder| under(lower, folder))
    }
}

/// Whether `folder` begins the path or a part of it behind a slash.
fn under(path: &str, folder: &str) -> bool {
    path.match_indices(folder).any(|(at, _)| {
        at == 0 || path.as_bytes().get(at.saturating_sub(1)).is_some_and(|&b| b == b'/')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, classes: &[&str]) {
        assert_eq!(path_classes(path), classes, "{path}");
    }

    #[test]
    fn words_endings_and_folders_tell_the_class() {
        check("src/auth/views.py", &["auth"]);
        check("src/author.py", &[]);
        check("contracts/Pool.sol", &["contract"]);
        check(".github/workflows/build.yml", &["ci"]);
        check("/home/u/app/.claude/settings.json", &["policy"]);
        check("my.claude/settings.json", &[]);
        check("portcullis.toml", &["policy"]);
        check("tests/test_payments.py", &["payments", "test"]);
        check(".git\\hooks\\pre-commit", &["policy"]);
    }
}
