//! Kinds of findings that are no rules of a pack: secrets, dependencies, suppression comments. What
//! `explain` says of them.

use crate::{dependency, secret, taxonomy};

/// What is known of a kind of finding that no rule file describes; `None` for other ids.
#[must_use]
pub fn explain_built_in(id: &str) -> Option<String> {
    let secrets = secret::secret_rules().into_iter();
    let secrets = secrets.map(|rule| (rule.id, rule.name, rule.cwe, SECRET));
    let packages = dependency::DEPENDENCY_RULES.iter();
    let packages =
        packages.map(|r| (r.id.to_owned(), r.name.to_owned(), r.cwe.to_vec(), DEPENDENCY));
    let comment = (SUPPRESSION_ID.to_owned(), SUPPRESSION_NAME.to_owned(), Vec::new(), SUPPRESSION);
    let known = secrets.chain(packages).chain([comment]);
    let (id, name, cwe, advice) = known.into_iter().find(|(known, ..)| known == id)?;
    let classes = cwe.iter().map(|number| format!("CWE-{number}"));
    let owasp = taxonomy::of_cwes(&cwe, taxonomy::owasp_2021);
    let owasp = owasp.into_iter().chain(taxonomy::of_cwes(&cwe, taxonomy::owasp_2025));
    let classes: Vec<String> = classes.chain(owasp).collect();
    Some(format!("{id}: {name}\n{}\n\n{advice}", classes.join(", ")))
}

const SECRET: &str = "\
Why it matters: whoever sees the code, its history or the program file has the credential.\n\
Write instead: read it from the environment or a secret store when the program starts.\n\
If it was ever real, revoke it now: taking it out of the code does not take it out of the history.";

const DEPENDENCY: &str = "\
Why it matters: a known weakness in a package is a weakness of what uses it.\n\
Write instead: the version that the message names, or a maintained package.";

const SUPPRESSION_ID: &str = "suppression-comment";
const SUPPRESSION_NAME: &str = "A comment that tells a scanner to look away";
const SUPPRESSION: &str = "\
Why it matters: an agent that is stopped may write such a comment instead of better code.\n\
Write instead: the code that the finding asks for. A person may accept the risk.";

/// The text with everything that looks like a credential cut short, to be kept or shown.
#[must_use]
pub fn redacted(text: &str) -> String {
    secret::redact(text, &secret::secrets("", text, &[]))
}
