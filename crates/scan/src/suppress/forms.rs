//! The words by which tools are told to look away, as a table.

/// Which lines a marker covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// Its line, and the next where it stands alone.
    Here,
    /// The next line.
    Next,
    /// The declaration or block that it stands at.
    Declaration,
    /// From its line to where the tool is switched on again.
    Rest,
    /// The whole file.
    File,
}

/// How rule ids follow the word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ids {
    /// Not at all.
    None,
    /// Behind a colon or an equals sign.
    Colon,
    /// Behind a space.
    Space,
    /// In brackets.
    Brackets,
}

/// One word of one tool.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form {
    /// The word.
    pub(super) word: &'static str,
    /// Who reads it.
    pub(super) tool: &'static str,
    /// How rule ids follow.
    pub(super) ids: Ids,
    /// What it covers.
    pub(super) scope: Scope,
    /// Parts of rule ids that are about security; empty where all are.
    security: &'static [&'static str],
    /// Whether it counts when it names no rule.
    bare: bool,
    /// Whether it is an annotation or a directive instead of a comment.
    pub(super) annotation: bool,
}

impl Form {
    /// Whether most rules of its tool are about style, and words behind it are rules.
    pub(super) fn is_of_linter(&self) -> bool {
        !self.security.is_empty()
    }

    /// Whether it hides findings about security: not a mere matter of style.
    pub(super) fn counts(&self, rules: &[String]) -> bool {
        if rules.is_empty() {
            return self.bare;
        }
        let secure = |rule: &String| self.security.iter().any(|part| is_about(rule, part));
        self.security.is_empty() || rules.iter().any(secure)
    }
}

/// A part with a `#` stands for digits, and one with `=` for the whole id: `S#` is met by `S608`.
fn is_about(rule: &str, part: &str) -> bool {
    if let Some(whole) = part.strip_prefix('=') {
        return rule == whole;
    }
    match part.strip_suffix('#') {
        Some(front) => rule
            .strip_prefix(front)
            .is_some_and(|rest| rest.len() >= 2 && rest.bytes().all(|b| b.is_ascii_digit())),
        None => rule.to_ascii_lowercase().contains(part),
    }
}

const fn comment(word: &'static str, tool: &'static str, ids: Ids, scope: Scope) -> Form {
    Form { word, tool, ids, scope, security: &[], bare: true, annotation: false }
}

/// A linter's form, which counts only for rules about security.
const fn linter(form: Form, security: &'static [&'static str], bare: bool) -> Form {
    Form { security, bare, ..form }
}

const fn annotation(form: Form, security: &'static [&'static str]) -> Form {
    Form { security, bare: false, annotation: true, ..form }
}

const LINT_RULES: &[&str] = &[
    "security",
    "eval",
    "implied-eval",
    "new-func",
    "unsafe",
    "detect-",
    "xss",
    "secret",
    "danger",
    "script-url",
    "sonarjs",
    "inner-html",
    "innerhtml",
    "crypto",
    "sanitiz",
    "no-unsanitized",
    "child-process",
    "prototype",
];

const SOLIDITY_RULES: &[&str] = &[
    "reentrancy",
    "tx-origin",
    "low-level",
    "call-value",
    "send",
    "selfdestruct",
    "time",
    "random",
    "inline-assembly",
    "suicid",
    "block-hash",
    "security",
];

const JAVA_RULES: &[&str] = &[
    "java:S#",
    "squid:S#",
    "java:s",
    "squid:",
    "security",
    "findsecbugs",
    "sql_",
    "xss",
    "injection",
    "secbug",
    "hardcoded",
    "sast",
    "=all",
];

const DOTNET_RULES: &[&str] =
    &["CA2100", "CA2300", "CA3#", "CA5#", "SCS#", "ca2100", "ca3", "ca5", "scs"];

/// All words that are known.
pub(super) const FORMS: &[Form] = &[
    comment("portcullis: ignore", "Portcullis", Ids::Space, Scope::Here),
    comment("portcullis:ignore", "Portcullis", Ids::Space, Scope::Here),
    comment("portcullis: ignore-file", "Portcullis", Ids::Space, Scope::File),
    comment("nosemgrep", "Semgrep", Ids::Colon, Scope::Here),
    comment("nosem", "Semgrep", Ids::Colon, Scope::Here),
    comment("nosec", "Bandit or gosec", Ids::Space, Scope::Here),
    comment("NOSONAR", "SonarQube", Ids::None, Scope::Here),
    comment("gitleaks:allow", "Gitleaks", Ids::None, Scope::Here),
    comment("trufflehog:ignore", "TruffleHog", Ids::None, Scope::Here),
    comment("ggignore", "GitGuardian", Ids::None, Scope::Here),
    comment("kingfisher:ignore", "Kingfisher", Ids::None, Scope::Here),
    comment("pragma: allowlist secret", "detect-secrets", Ids::None, Scope::Here),
    comment("pragma: whitelist secret", "detect-secrets", Ids::None, Scope::Here),
    comment("pragma: allowlist nextline secret", "detect-secrets", Ids::None, Scope::Next),
    linter(
        comment("eslint-disable-next-line", "ESLint", Ids::Space, Scope::Next),
        LINT_RULES,
        true,
    ),
    linter(comment("eslint-disable-line", "ESLint", Ids::Space, Scope::Here), LINT_RULES, true),
    linter(comment("eslint-disable", "ESLint", Ids::Space, Scope::Rest), LINT_RULES, true),
    linter(comment("biome-ignore", "Biome", Ids::Space, Scope::Next), LINT_RULES, false),
    linter(
        comment("oxlint-disable-next-line", "oxlint", Ids::Space, Scope::Next),
        LINT_RULES,
        true,
    ),
    linter(comment("noqa", "Ruff or Flake8", Ids::Colon, Scope::Here), &["S#", "DUO#"], false),
    linter(comment("ruff: noqa", "Ruff or Flake8", Ids::Colon, Scope::File), &["S#"], false),
    linter(comment("flake8: noqa", "Ruff or Flake8", Ids::Colon, Scope::File), &["S#"], false),
    linter(
        comment("pylint: disable", "Pylint", Ids::Colon, Scope::Here),
        &["eval-used", "exec-used", "subprocess"],
        false,
    ),
    linter(
        comment("noinspection", "JetBrains inspections", Ids::Space, Scope::Declaration),
        &["sql", "injection", "hardcoded", "security", "insecure", "xss", "unsafe", "credential"],
        false,
    ),
    linter(
        comment("nolint", "golangci-lint", Ids::Colon, Scope::Here),
        &["gosec", "gas", "all"],
        false,
    ),
    comment("lgtm", "CodeQL", Ids::Brackets, Scope::Here),
    comment("codeql", "CodeQL", Ids::Brackets, Scope::Here),
    comment("checkov:skip", "Checkov", Ids::Colon, Scope::Declaration),
    comment("bridgecrew:skip", "Checkov", Ids::Colon, Scope::Declaration),
    comment("tfsec:ignore", "Trivy or tfsec", Ids::Colon, Scope::Here),
    comment("trivy:ignore", "Trivy or tfsec", Ids::Colon, Scope::Here),
    comment("terrascan:skip", "Terrascan", Ids::Colon, Scope::Declaration),
    comment("kics-scan", "KICS", Ids::Space, Scope::Here),
    comment("kics-scan ignore", "KICS", Ids::None, Scope::File),
    linter(
        comment("hadolint ignore", "hadolint", Ids::Colon, Scope::Next),
        &["DL3002", "dl3002", "dl3004", "dl4006"],
        false,
    ),
    comment("slither-disable-next-line", "Slither", Ids::Space, Scope::Next),
    comment("slither-disable-start", "Slither", Ids::Space, Scope::Rest),
    linter(
        comment("solhint-disable-next-line", "Solhint", Ids::Space, Scope::Next),
        SOLIDITY_RULES,
        true,
    ),
    linter(
        comment("solhint-disable-line", "Solhint", Ids::Space, Scope::Here),
        SOLIDITY_RULES,
        true,
    ),
    linter(comment("solhint-disable", "Solhint", Ids::Space, Scope::Rest), SOLIDITY_RULES, true),
    comment("bearer:disable", "Bearer", Ids::Space, Scope::Next),
    comment("deepcode ignore", "Snyk", Ids::Space, Scope::Next),
    comment("file deepcode ignore", "Snyk", Ids::Space, Scope::File),
    comment("snyk:ignore", "Snyk", Ids::Colon, Scope::Here),
    comment("devskim: ignore", "DevSkim", Ids::Space, Scope::Here),
    linter(comment("rubocop:disable", "RuboCop", Ids::Space, Scope::Here), &["security/"], false),
    linter(
        comment("phpcs:ignore", "PHP_CodeSniffer", Ids::Space, Scope::Here),
        &["security", "escapeoutput", "preparedsql", "nonce"],
        true,
    ),
    linter(
        comment("phpcs:disable", "PHP_CodeSniffer", Ids::Space, Scope::Rest),
        &["security", "escapeoutput", "preparedsql", "nonce"],
        false,
    ),
    linter(comment("psalm-suppress", "Psalm", Ids::Space, Scope::Next), &["tainted"], false),
    linter(
        comment("skipcq", "DeepSource", Ids::Colon, Scope::Here),
        &["-s", "bnd", "gsc", "-a"],
        false,
    ),
    linter(
        comment("swiftlint:disable", "SwiftLint", Ids::Space, Scope::Rest),
        &["security", "unsafe"],
        false,
    ),
    annotation(
        comment("SuppressWarnings", "SonarQube", Ids::Brackets, Scope::Declaration),
        JAVA_RULES,
    ),
    annotation(comment("SuppressFBWarnings", "SpotBugs", Ids::Brackets, Scope::Declaration), &[]),
    annotation(
        comment("SuppressMessage", ".NET analyzers", Ids::Brackets, Scope::Declaration),
        DOTNET_RULES,
    ),
    annotation(
        comment("pragma warning disable", ".NET analyzers", Ids::Space, Scope::Rest),
        DOTNET_RULES,
    ),
];
