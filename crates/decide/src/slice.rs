//! The policies that one kind of request can meet, ready to evaluate: permits by themselves, and
//! forbids beside one permit that allows everything.

use std::collections::HashMap;

use cedar_policy::{ActionConstraint, Effect, PolicyId, PolicySet};
use portcullis_model::RequestKind;

use crate::annotation::{PERMIT_ALL, Terms};
use crate::error::Failure;
use crate::load::Loaded;
use crate::wire::covers;

/// The statement that stands for all permits while the forbids are evaluated.
pub(crate) const PERMIT_ALL_TEXT: &str = "@id(\"permit-all\") permit(principal, action, resource);";

/// Policies for one kind of request.
#[derive(Debug)]
pub(crate) struct Slice {
    pub(crate) permits: PolicySet,
    /// The forbids, and the permit for everything.
    pub(crate) forbids: PolicySet,
    terms: HashMap<PolicyId, (usize, Terms)>,
}

impl Slice {
    /// Sorts policies by effect; the permit for everything goes to the forbids.
    pub(crate) fn new<'a>(policies: impl Iterator<Item = &'a Loaded>) -> Result<Self, Failure> {
        let (mut permits, mut forbids) = (PolicySet::new(), PolicySet::new());
        let mut terms = HashMap::new();
        for (order, one) in policies.enumerate() {
            let set = match one.terms.effect {
                Effect::Permit if one.terms.id != PERMIT_ALL => &mut permits,
                _ => &mut forbids,
            };
            set.add(one.policy.clone()).map_err(failed)?;
            terms.insert(one.policy.id().clone(), (order, one.terms.clone()));
        }
        Ok(Self { permits, forbids, terms })
    }

    /// The terms of policies by id, in the order in which they were written.
    pub(crate) fn terms<'a>(&self, ids: impl Iterator<Item = &'a PolicyId>) -> Vec<&Terms> {
        let mut found: Vec<_> = ids.filter_map(|id| self.terms.get(id)).collect();
        found.sort_by_key(|(order, _)| *order);
        found.into_iter().map(|(_, terms)| terms).collect()
    }
}

/// Whether the scope of a policy lets it apply to a kind of request.
pub(crate) fn meets(one: &Loaded, kind: RequestKind) -> bool {
    match one.policy.action_constraint() {
        ActionConstraint::Any => true,
        ActionConstraint::Eq(action) => covers(&action, kind),
        ActionConstraint::In(actions) => actions.iter().any(|action| covers(action, kind)),
    }
}

fn failed(error: impl std::fmt::Display) -> Failure {
    Failure::new(format!("the policies could not be put together: {error}"))
}
