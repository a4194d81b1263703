//! The two evaluations of one request.
//!
//! Cedar names only the forbids when a permit is missing and a forbid fits as well. One evaluation
//! would then let a mere warning hide a missing grant; so the permits are asked alone first.

use std::cmp::Reverse;

use cedar_policy::{AuthorizationError, Authorizer, Decision, Diagnostics, PolicySet, Response};
use portcullis_model::{PolicyReason, Verdict};

use crate::annotation::{NOT_GRANTED, Terms};
use crate::{error::Failure, slice::Slice, wire::Wired};

/// What policy says of one request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) verdict: Verdict,
    /// Strictest first, then in the order in which the policies were written.
    pub(crate) reasons: Vec<PolicyReason>,
    /// Whether a permit that fits grants auto-approval.
    pub(crate) auto: bool,
}

/// Evaluates one request. Any error of any policy is a failure.
pub(crate) fn answer(slice: &Slice, wired: &Wired) -> Result<Answer, Failure> {
    let granted = ask(&slice.permits, wired)?;
    let restricted = ask(&slice.forbids, wired)?;
    let mut reasons = not_granted(&granted);
    if restricted.decision() == Decision::Deny {
        let forbids = slice.terms(restricted.diagnostics().reason());
        reasons.extend(forbids.into_iter().map(reason));
    }
    reasons.sort_by_key(|reason| Reverse(reason.verdict));
    let permits = slice.terms(granted.diagnostics().reason());
    let strictest = reasons.first().map_or(Verdict::Allow, |reason| reason.verdict);
    let cap = permits.iter().filter_map(|permit| permit.cap).min().unwrap_or(Verdict::Block);
    let auto = granted.decision() == Decision::Allow && permits.iter().any(|permit| permit.auto);
    Ok(Answer { verdict: strictest.min(cap), reasons, auto })
}

fn ask(policies: &PolicySet, wired: &Wired) -> Result<Response, Failure> {
    let response = Authorizer::new().is_authorized(&wired.request, policies, &wired.entities);
    match first_error(response.diagnostics()) {
        Some(failure) => Err(failure),
        None => Ok(response),
    }
}

fn first_error(diagnostics: &Diagnostics) -> Option<Failure> {
    let mut failures: Vec<_> = diagnostics
        .errors()
        .map(|AuthorizationError::PolicyEvaluationError(error)| Failure {
            policy: Some(error.policy_id().to_string()),
            message: error.inner().to_string(),
        })
        .collect();
    failures.sort_by(|a, b| a.policy.cmp(&b.policy));
    failures.into_iter().next()
}

fn not_granted(granted: &Response) -> Vec<PolicyReason> {
    if granted.decision() == Decision::Allow {
        return Vec::new();
    }
    vec![PolicyReason {
        policy: NOT_GRANTED.to_owned(),
        verdict: Verdict::Block,
        reason: "no policy permits this".to_owned(),
        remedy: None,
    }]
}

fn reason(terms: &Terms) -> PolicyReason {
    PolicyReason {
        policy: terms.id.clone(),
        verdict: terms.verdict,
        reason: terms.reason.clone(),
        remedy: terms.remedy.clone(),
    }
}
