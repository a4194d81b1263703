//! The engine: policies loaded once, actions ruled on.

use std::collections::HashSet;
use std::{fmt::Write as _, sync::OnceLock};

use portcullis_model::{
    Action, Agent, Artifact, Assessment, Intent, Phase, PolicyReason, Request, RequestKind,
    Session, Verdict,
};
use sha2::{Digest, Sha256};

use crate::annotation::{FAILURE, RESERVED};
use crate::embedded::{PolicyFile, Profile};
use crate::error::{Failure, PolicyError, Problem};
use crate::evaluate::{Answer, answer};
use crate::facts::{Ask, MAX_REQUESTS, asks, deliver};
use crate::load::{Layer, Loaded, PolicyText, checked, trusted};
use crate::slice::{PERMIT_ALL_TEXT, Slice, meets};
use crate::statement::{KINDS, statements};
use crate::{Context, wire::Wire};

/// What policy makes of one action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruling {
    /// The strictest of the requests' verdicts; allow where nothing was asked.
    pub verdict: Verdict,
    /// The requests that the action makes, decided, in order.
    pub requests: Vec<Request>,
    /// All is allowed, and a permit that grants auto-approval fits every request.
    pub auto_approve: bool,
    /// All that asks or blocks may be met by putting the verified fixes in place.
    pub apply: bool,
    /// What went wrong on our side; the verdict is block then.
    pub failure: Option<String>,
}

/// Decides by a set of policies. Made once; the policies that a kind of request can meet are
/// parsed when the first such request comes.
#[derive(Debug)]
pub struct Engine {
    embedded: Vec<&'static PolicyFile>,
    custom: Vec<Loaded>,
    digest: String,
    slices: [OnceLock<Result<Slice, Failure>>; KINDS.len()],
}

impl Engine {
    /// The policies that come with Portcullis.
    ///
    /// # Errors
    ///
    /// As for [`Engine::load`], which cannot happen as long as the tests of this crate hold.
    pub fn standard(profile: Profile) -> Result<Self, PolicyError> {
        Self::load(profile, &[])
    }

    /// A profile, and texts of the organization and the repository beside it.
    ///
    /// # Errors
    ///
    /// All problems of all texts, where there are any. The gate must block then.
    pub fn load(profile: Profile, texts: &[PolicyText]) -> Result<Self, PolicyError> {
        Self::build(profile.files().collect(), texts)
    }

    /// The texts alone, without any policy that comes with Portcullis: what no text permits is
    /// blocked.
    ///
    /// # Errors
    ///
    /// As for [`Engine::load`].
    pub fn custom(texts: &[PolicyText]) -> Result<Self, PolicyError> {
        Self::build(Vec::new(), texts)
    }

    /// Texts that stand among the embedded ones already, such as a copy of them in a repository,
    /// are left out.
    fn build(
        embedded: Vec<&'static PolicyFile>,
        texts: &[PolicyText],
    ) -> Result<Self, PolicyError> {
        let new = |text: &&PolicyText| embedded.iter().all(|file| file.text != text.text);
        let taken = embedded_ids(&embedded).chain(RESERVED);
        let mut ids: HashSet<String> = taken.map(str::to_owned).collect();
        let (mut custom, mut problems) = (Vec::new(), Vec::new());
        for text in texts.iter().filter(new) {
            match checked(text).and_then(|loaded| unique(loaded, &mut ids, text)) {
                Ok(loaded) => custom.extend(loaded),
                Err(found) => problems.extend(found),
            }
        }
        if !problems.is_empty() {
            return Err(PolicyError::Load(problems));
        }
        let digest = digest(&embedded, texts);
        Ok(Self { embedded, custom, digest, slices: std::array::from_fn(|_| OnceLock::new()) })
    }

    /// SHA-256 over all policy texts, in hexadecimal: the version of the policy, for the record.
    #[must_use]
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// Rules on an action. In doubt it blocks.
    #[must_use]
    pub fn decide(&self, action: &Action, assessment: &Assessment, context: &Context) -> Ruling {
        self.rule(action, &asks(action, assessment, context), context)
    }

    /// Rules on the delivery of one content, whoever wrote it.
    #[must_use]
    pub fn deliver(&self, artifact: &Artifact, context: &Context) -> Ruling {
        self.rule(&scan_action(artifact), &[deliver(artifact)], context)
    }

    fn rule(&self, action: &Action, asks: &[Ask<'_>], context: &Context) -> Ruling {
        if asks.len() > MAX_REQUESTS {
            let failure = format!("the action makes more than {MAX_REQUESTS} requests");
            return Ruling::failed(Failure::new(failure));
        }
        let wire = match Wire::new(action, context) {
            Ok(wire) => wire,
            Err(failure) => return Ruling::failed(failure),
        };
        let answers = asks.iter().map(|ask| (ask, self.answer(ask, &wire)));
        Ruling::of(answers)
    }

    fn answer(&self, ask: &Ask<'_>, wire: &Wire<'_>) -> Result<Answer, Failure> {
        answer(self.slice(ask.kind())?, &wire.put(ask, None)?)
    }

    fn slice(&self, kind: RequestKind) -> Result<&Slice, Failure> {
        let place = KINDS.iter().position(|&known| known == kind);
        let slot = place.and_then(|place| self.slices.get(place));
        let slot =
            slot.ok_or_else(|| Failure::new(format!("`{}` has no policies", kind.name())))?;
        slot.get_or_init(|| self.cut(kind)).as_ref().map_err(Clone::clone)
    }

    fn cut(&self, kind: RequestKind) -> Result<Slice, Failure> {
        let text = embedded_text(&self.embedded, kind) + PERMIT_ALL_TEXT;
        let own = trusted(&text).map_err(first_problem)?;
        let custom = self.custom.iter().filter(|one| meets(one, kind));
        Slice::new(own.iter().chain(custom))
    }
}

/// The embedded statements that a kind of request can meet, as one text.
fn embedded_text(files: &[&PolicyFile], kind: RequestKind) -> String {
    let all = files.iter().flat_map(|file| statements(file.text));
    all.filter(|statement| statement.may_meet(kind)).map(|statement| statement.text).collect()
}

fn embedded_ids<'a>(files: &'a [&'static PolicyFile]) -> impl Iterator<Item = &'static str> + 'a {
    files.iter().flat_map(|file| statements(file.text)).filter_map(|statement| statement.id())
}

fn first_problem(problems: Vec<Problem>) -> Failure {
    let first = problems.first().map_or_else(String::new, Problem::to_string);
    Failure::new(format!("the embedded policies do not load: {first}"))
}

/// Refuses policies whose id is taken by another file or by the gate.
fn unique(
    loaded: Vec<Loaded>,
    ids: &mut HashSet<String>,
    text: &PolicyText,
) -> Result<Vec<Loaded>, Vec<Problem>> {
    let taken = loaded.iter().filter(|one| !ids.insert(one.terms.id.clone()));
    let problems: Vec<_> = taken
        .map(|one| Problem {
            file: text.file.clone(),
            line: line_of_id(&text.text, &one.terms.id),
            policy: Some(one.terms.id.clone()),
            message: "the id is taken".to_owned(),
            hint: "give each policy an id of its own".to_owned(),
        })
        .collect();
    if problems.is_empty() { Ok(loaded) } else { Err(problems) }
}

fn line_of_id(text: &str, id: &str) -> u32 {
    statements(text).iter().find(|statement| statement.id() == Some(id)).map_or(1, |s| s.line)
}

fn digest(embedded: &[&PolicyFile], texts: &[PolicyText]) -> String {
    let mut hash = Sha256::new();
    let own = embedded.iter().map(|file| (file.text, Layer::Base));
    let custom = texts.iter().map(|text| (text.text.as_ref(), text.layer));
    for (text, layer) in own.chain(custom) {
        // The length first, so that no two sets of texts run together to the same bytes.
        hash.update(format!("{layer:?} {}\n", text.len()));
        hash.update(text);
    }
    hash.finalize().iter().fold(String::new(), |mut hex, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// The action that stands for a scan from the command line.
fn scan_action(artifact: &Artifact) -> Action {
    let agent = Agent { name: "portcullis".to_owned(), version: None };
    Action {
        phase: Phase::Before,
        session: Session { id: "scan".to_owned(), agent, ..Session::default() },
        tool: "scan".to_owned(),
        call: None,
        intent: Intent::Write { path: artifact.path.clone(), content: String::new() },
        outcome: None,
    }
}

impl Ruling {
    fn failed(failure: Failure) -> Self {
        Self {
            verdict: Verdict::Block,
            requests: Vec::new(),
            auto_approve: false,
            apply: false,
            failure: Some(failure.to_string()),
        }
    }

    fn of<'a>(answers: impl Iterator<Item = (&'a Ask<'a>, Result<Answer, Failure>)>) -> Self {
        let (mut requests, mut failure, mut auto) = (Vec::new(), None, true);
        for (ask, answer) in answers {
            let answer = answer.unwrap_or_else(|failed| {
                let answer = Answer::failed(&failed);
                failure.get_or_insert(failed.to_string());
                answer
            });
            auto &= answer.auto;
            let Answer { verdict, reasons, .. } = answer;
            let resource = ask.resource().to_owned();
            requests.push(Request { kind: ask.kind(), resource, verdict, reasons });
        }
        let verdict = requests.iter().map(|r| r.verdict).max().unwrap_or(Verdict::Allow);
        let auto_approve = auto && verdict == Verdict::Allow && !requests.is_empty();
        Self { verdict, auto_approve, apply: applies(&requests), requests, failure }
    }
}

impl Answer {
    fn failed(failure: &Failure) -> Self {
        let reason = PolicyReason {
            policy: failure.policy.clone().unwrap_or_else(|| FAILURE.to_owned()),
            verdict: Verdict::Block,
            reason: failure.to_string(),
            remedy: None,
        };
        Self { verdict: Verdict::Block, reasons: vec![reason], auto: false }
    }
}

/// Whether every reason to ask or block carries the remedy, and there is one.
fn applies(requests: &[Request]) -> bool {
    let held = requests.iter().filter(|request| request.verdict >= Verdict::Ask);
    let reasons = held.flat_map(|r| &r.reasons).filter(|reason| reason.verdict >= Verdict::Ask);
    let mut remedies = reasons.map(|reason| reason.remedy.as_deref() == Some("apply")).peekable();
    remedies.peek().is_some() && remedies.all(|apply| apply)
}

#[cfg(test)]
mod tests;
