//! Policy texts to policies: parsed, their annotations read, validated strictly against the
//! schema. Every problem of every file is reported, not only the first.

use std::{borrow::Cow, collections::HashSet, str::FromStr, sync::LazyLock};

use cedar_policy::ffi::DetailedError;
use cedar_policy::{
    Effect, Policy, PolicyId, PolicySet, Schema, ValidationMode, ValidationResult, Validator,
};

use crate::annotation::{Terms, claimed_id, terms};
use crate::embedded::SCHEMA;
use crate::error::Problem;
use crate::statement::{Statement, statements};

/// Who stands behind a policy text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// What the others build on: the embedded profile, or an organization's own grants.
    Base,
    /// The organization.
    Organization,
    /// The repository itself. It can only tighten: a permit there is an error.
    Repository,
}

/// A policy file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyText {
    /// Its name, for messages.
    pub file: String,
    /// Its text.
    pub text: Cow<'static, str>,
    /// Who stands behind it.
    pub layer: Layer,
}

/// A policy with its terms; Cedar knows it by the id that stands there.
#[derive(Clone, Debug)]
pub(crate) struct Loaded {
    pub(crate) policy: Policy,
    pub(crate) terms: Terms,
}

/// Parses embedded statements, which the tests have validated.
pub(crate) fn trusted(text: &str) -> Result<Vec<Loaded>, Vec<Problem>> {
    Reader { file: "embedded policies", text, layer: Layer::Base }.read()
}

/// Parses and validates a text from outside.
pub(crate) fn checked(source: &PolicyText) -> Result<Vec<Loaded>, Vec<Problem>> {
    let reader = Reader { file: &source.file, text: &source.text, layer: source.layer };
    let loaded = reader.read()?;
    let problems = reader.validate(&loaded);
    if problems.is_empty() { Ok(loaded) } else { Err(problems) }
}

static PARSED_SCHEMA: LazyLock<Result<Schema, String>> = LazyLock::new(|| {
    let parsed = Schema::from_cedarschema_str(SCHEMA.text);
    parsed.map(|(schema, _)| schema).map_err(|error| error.to_string())
});

/// The schema, parsed on first need.
pub(crate) fn schema() -> Result<&'static Schema, String> {
    PARSED_SCHEMA.as_ref().map_err(Clone::clone)
}

struct Reader<'a> {
    file: &'a str,
    text: &'a str,
    layer: Layer,
}

impl Reader<'_> {
    fn read(&self) -> Result<Vec<Loaded>, Vec<Problem>> {
        let set = PolicySet::from_str(self.text)
            .map_err(|errors| self.diagnosed(&DetailedError::from(&errors), None))?;
        if let Some(template) = set.templates().next() {
            let problem = self.problem(1, None, "a policy has slots such as `?principal`");
            let hint = format!("write `{}` out for each principal", template.id());
            return Err(vec![Problem { hint, ..problem }]);
        }
        self.read_all(&set)
    }

    fn read_all(&self, set: &PolicySet) -> Result<Vec<Loaded>, Vec<Problem>> {
        let (mut loaded, mut problems, mut seen) = (Vec::new(), Vec::new(), HashSet::new());
        for (number, statement) in statements(self.text).iter().enumerate() {
            match self.read_one(set, number, statement) {
                Ok(one) if seen.insert(one.terms.id.clone()) => loaded.push(one),
                Ok(one) => problems.push(self.twice(statement.line, &one.terms.id)),
                Err(problem) => problems.push(problem),
            }
        }
        // Cedar and the statements must agree, or a policy would be lost without a word.
        if problems.is_empty() && loaded.len() != set.num_of_policies() {
            problems.push(self.problem(1, None, "the policies could not be told apart"));
        }
        if problems.is_empty() { Ok(loaded) } else { Err(problems) }
    }

    /// Cedar numbers the policies of a text in order: `policy0`, `policy1`, ...
    fn read_one(
        &self,
        set: &PolicySet,
        number: usize,
        at: &Statement<'_>,
    ) -> Result<Loaded, Problem> {
        let Some(policy) = set.policy(&PolicyId::new(format!("policy{number}"))) else {
            return Err(self.problem(at.line, None, "the policy could not be told apart"));
        };
        let id = claimed_id(policy);
        let terms = terms(policy).map_err(|fault| Problem {
            hint: fault.hint,
            ..self.problem(at.line, id, &fault.message)
        })?;
        if self.layer == Layer::Repository && terms.effect == Effect::Permit {
            let problem = self.problem(at.line, id, "a repository's own policy cannot permit");
            let hint =
                "leave the permit out, or ask for it in the organization's policy".to_owned();
            return Err(Problem { hint, ..problem });
        }
        Ok(Loaded { policy: policy.new_id(PolicyId::new(&terms.id)), terms })
    }

    fn validate(&self, loaded: &[Loaded]) -> Vec<Problem> {
        let schema = match schema() {
            Ok(schema) => schema.clone(),
            Err(message) => return vec![self.problem(1, None, &message)],
        };
        let set = match PolicySet::from_policies(loaded.iter().map(|one| one.policy.clone())) {
            Ok(set) => set,
            Err(error) => return vec![self.problem(1, None, &error.to_string())],
        };
        self.validation_problems(&Validator::new(schema).validate(&set, ValidationMode::Strict))
    }

    /// Warnings count too: a forbid that can never apply, or one whose text does not read as it
    /// looks, is a hole.
    fn validation_problems(&self, result: &ValidationResult) -> Vec<Problem> {
        let errors = result.validation_errors().flat_map(|error| {
            self.diagnosed(&DetailedError::from(error), Some(error.policy_id().as_ref()))
        });
        let warnings = result.validation_warnings().flat_map(|warning| {
            self.diagnosed(&DetailedError::from(warning), Some(warning.policy_id().as_ref()))
        });
        let mut problems: Vec<_> = errors.chain(warnings).collect();
        problems.sort_by_key(|problem| problem.line);
        problems
    }

    /// An error of Cedar's and those beside it.
    fn diagnosed(&self, error: &DetailedError, policy: Option<&str>) -> Vec<Problem> {
        let start = error.source_locations.first().map_or(0, |label| label.loc.start);
        let problem = self.problem(self.line_of(start), policy, &error.message);
        let hint = error.help.clone().unwrap_or(problem.hint);
        let mut problems = vec![Problem { hint, ..problem }];
        problems.extend(error.related.iter().flat_map(|error| self.diagnosed(error, policy)));
        problems
    }

    fn line_of(&self, offset: usize) -> u32 {
        let breaks = self.text.bytes().take(offset).filter(|&b| b == b'\n').count();
        u32::try_from(breaks).unwrap_or(u32::MAX).saturating_add(1)
    }

    fn twice(&self, line: u32, id: &str) -> Problem {
        let problem = self.problem(line, Some(id), "the id is taken");
        Problem { hint: "give each policy an id of its own".to_owned(), ..problem }
    }

    fn problem(&self, line: u32, policy: Option<&str>, message: &str) -> Problem {
        Problem {
            file: self.file.to_owned(),
            line,
            policy: policy.map(str::to_owned),
            message: message.to_owned(),
            hint: "see `policies/portcullis.cedarschema` for what a policy may speak of".to_owned(),
        }
    }
}
