//! What the annotations of a policy say: Cedar has no obligations, so the verdict, the reason and
//! what else follows from a policy stand in its annotations. Anything unknown there is an error,
//! for a misspelt annotation must not silently change a verdict.

use cedar_policy::{Effect, Policy};
use portcullis_model::Verdict;

/// Id of the reason where no permit allows.
pub(crate) const NOT_GRANTED: &str = "not-granted";
/// Id of the policy that stands for all permits while the forbids are evaluated.
pub(crate) const PERMIT_ALL: &str = "permit-all";

/// Id of the reason where the gate failed and no single policy is to blame.
pub(crate) const FAILURE: &str = "failure";
/// Ids that no policy of a text can have.
pub(crate) const RESERVED: [&str; 3] = [NOT_GRANTED, PERMIT_ALL, FAILURE];

/// The terms that a policy comes with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Terms {
    pub(crate) id: String,
    pub(crate) effect: Effect,
    /// The verdict of a forbid. Block for a permit, where nothing reads it.
    pub(crate) verdict: Verdict,
    pub(crate) reason: String,
    pub(crate) remedy: Option<String>,
    /// Whether a permit grants auto-approval.
    pub(crate) auto: bool,
    /// The strictest verdict that a permit leaves to the forbids.
    pub(crate) cap: Option<Verdict>,
}

/// What is wrong with the annotations, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) message: String,
    pub(crate) hint: String,
}

impl Fault {
    fn new(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { message: message.into(), hint: hint.into() }
    }
}

/// What may stand in an annotation.
enum Values {
    Id,
    Text,
    Count,
    Duration,
    One(&'static [&'static str]),
}

/// An annotation that policies may carry.
struct Key {
    name: &'static str,
    permit: bool,
    forbid: bool,
    required: bool,
    values: Values,
}

const fn on_both(name: &'static str, required: bool, values: Values) -> Key {
    Key { name, permit: true, forbid: true, required, values }
}

const fn on_forbid(name: &'static str, required: bool, values: Values) -> Key {
    Key { name, permit: false, forbid: true, required, values }
}

const fn on_permit(name: &'static str, values: Values) -> Key {
    Key { name, permit: true, forbid: false, required: false, values }
}

const GATES: &[&str] = &[
    "authz-change",
    "security-control-change",
    "external-integration",
    "sensitive-data-model",
    "ci-change",
    "new-dependency",
    "bulk-egress",
    "high-finding",
];

const KEYS: &[Key] = &[
    on_both("id", true, Values::Id),
    on_forbid("verdict", true, Values::One(&["block", "ask", "warn"])),
    on_forbid("reason", true, Values::Text),
    on_forbid("remedy", false, Values::One(&["apply"])),
    on_forbid("overridable", false, Values::One(&["approver", "false"])),
    on_forbid("gate", false, Values::One(GATES)),
    on_forbid("role", false, Values::Text),
    on_forbid("quorum", false, Values::Count),
    on_forbid("ttl", false, Values::Duration),
    on_permit("grant", Values::One(&["auto"])),
    on_permit("cap", Values::One(&["warn", "ask"])),
    on_both("family", false, Values::Text),
    on_both("clause", false, Values::Text),
    on_both("control", false, Values::Text),
];

/// Reads and checks the annotations of a policy.
pub(crate) fn terms(policy: &Policy) -> Result<Terms, Fault> {
    let effect = policy.effect();
    let given = Given::of(policy);
    for (name, value) in &given.0 {
        key(name, effect)?.check(value)?;
    }
    for key in KEYS.iter().filter(|key| key.required && key.fits(effect)) {
        if given.get(key.name).is_none() {
            return Err(Fault::new(
                format!("the annotation `@{}` is missing", key.name),
                format!("add `@{}({})` before the policy", key.name, key.values.example()),
            ));
        }
    }
    let text = |name| given.get(name).map(str::to_owned);
    Ok(Terms {
        id: text("id").unwrap_or_default(),
        effect,
        verdict: given.get("verdict").and_then(verdict).unwrap_or(Verdict::Block),
        reason: text("reason").unwrap_or_default(),
        remedy: text("remedy"),
        auto: given.get("grant") == Some("auto"),
        cap: given.get("cap").and_then(verdict),
    })
}

/// The annotations that a policy carries. Read once and searched here: the first look-up by name
/// that Cedar itself is asked for compiles a regex, which a cold start can do without.
struct Given<'a>(Vec<(&'a str, &'a str)>);

impl<'a> Given<'a> {
    fn of(policy: &'a Policy) -> Self {
        Self(policy.annotations().collect())
    }

    fn get(&self, name: &str) -> Option<&'a str> {
        self.0.iter().find(|(given, _)| *given == name).map(|(_, value)| *value)
    }
}

/// The id that a policy claims, whether or not its annotations hold.
pub(crate) fn claimed_id(policy: &Policy) -> Option<&str> {
    Given::of(policy).get("id")
}

fn verdict(name: &str) -> Option<Verdict> {
    [Verdict::Warn, Verdict::Ask, Verdict::Block].into_iter().find(|v| v.name() == name)
}

fn key(name: &str, effect: Effect) -> Result<&'static Key, Fault> {
    let Some(key) = KEYS.iter().find(|key| key.name == name) else {
        let known: Vec<_> = KEYS.iter().filter(|k| k.fits(effect)).map(|k| k.name).collect();
        let hint = format!("use one of {}", known.join(", "));
        return Err(Fault::new(format!("the annotation `@{name}` is unknown"), hint));
    };
    if key.fits(effect) {
        return Ok(key);
    }
    let (here, there) = if key.permit { ("forbid", "permit") } else { ("permit", "forbid") };
    Err(Fault::new(
        format!("a {here} has no annotation `@{name}`"),
        format!("move it to a {there}, or leave it out"),
    ))
}

impl Key {
    fn fits(&self, effect: Effect) -> bool {
        match effect {
            Effect::Permit => self.permit,
            Effect::Forbid => self.forbid,
        }
    }

    fn check(&self, value: &str) -> Result<(), Fault> {
        if self.values.allow(value) {
            return Ok(());
        }
        Err(Fault::new(
            format!("`@{}` cannot be `{value}`", self.name),
            format!("write {}", self.values.describe()),
        ))
    }
}

impl Values {
    fn allow(&self, value: &str) -> bool {
        match self {
            Self::Id => is_id(value),
            Self::Text => !value.trim().is_empty(),
            Self::Count => value.parse::<u8>().is_ok_and(|n| n > 0),
            Self::Duration => is_duration(value),
            Self::One(values) => values.contains(&value),
        }
    }

    fn describe(&self) -> String {
        match self {
            Self::Id => "up to 64 letters, digits, `-`, `_` and `.`".to_owned(),
            Self::Text => "a text".to_owned(),
            Self::Count => "a number from 1 to 255".to_owned(),
            Self::Duration => "a duration such as `PT4H` or `P1D`".to_owned(),
            Self::One(values) => format!("one of {}", values.join(", ")),
        }
    }

    fn example(&self) -> &'static str {
        match self {
            Self::Id => "\"ORG1-name\"",
            Self::Text => "\"why\"",
            Self::Count => "\"1\"",
            Self::Duration => "\"P1D\"",
            Self::One(_) => "\"block\"",
        }
    }
}

fn is_id(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    (1..=64).contains(&text.len()) && text.chars().all(plain)
}

/// The part of ISO 8601 that time to live needs: days, or hours and minutes.
fn is_duration(text: &str) -> bool {
    let number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    match text.strip_prefix("PT") {
        Some(time) => time.strip_suffix(['H', 'M']).is_some_and(number),
        None => text.strip_prefix('P').and_then(|t| t.strip_suffix('D')).is_some_and(number),
    }
}
