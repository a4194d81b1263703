//! A request in Cedar's words: entities and context by the schema.
//!
//! Built without asking the schema, since these facts come from our own code; the tests of this
//! crate ask it for every kind of request.

use std::collections::{HashMap, HashSet};
use std::{str::FromStr, sync::LazyLock};

use cedar_policy::{
    Entities, Entity, EntityId, EntityTypeName, EntityUid, Request, RestrictedExpression, Schema,
};
use portcullis_model::{Action, RequestKind};

use crate::Context;
use crate::error::Failure;
use crate::facts::{Ask, Endpoint, File, Found, LineFacts};

type Value = RestrictedExpression;
type Pairs = Vec<(String, Value)>;

/// A request and the entities that it speaks of.
#[derive(Debug)]
pub(crate) struct Wired {
    pub(crate) request: Request,
    pub(crate) entities: Entities,
}

/// Who asks, and the facts that all requests of an action share.
#[derive(Debug)]
pub(crate) struct Wire<'a> {
    action: &'a Action,
    context: &'a Context,
    principal: EntityUid,
    repo: EntityUid,
}

const NAMES: [&str; 14] = [
    "Action",
    "AgentProduct",
    "Artifact",
    "Command",
    "CommandClass",
    "File",
    "Gate",
    "Host",
    "PathClass",
    "Repo",
    "Session",
    "Team",
    "Tool",
    "User",
];

static TYPES: LazyLock<HashMap<&str, EntityTypeName>> = LazyLock::new(|| {
    let parsed = |name| EntityTypeName::from_str(&format!("Portcullis::{name}")).ok();
    NAMES.into_iter().filter_map(|name| Some((name, parsed(name)?))).collect()
});

fn uid(kind: &str, id: &str) -> Result<EntityUid, Failure> {
    let name = TYPES.get(kind).cloned();
    let name = name.ok_or_else(|| Failure::new(format!("the entity type `{kind}` is unknown")))?;
    Ok(EntityUid::from_type_name_and_id(name, EntityId::new(id)))
}

fn uids(kind: &str, ids: &[impl AsRef<str>]) -> Result<HashSet<EntityUid>, Failure> {
    ids.iter().map(|id| uid(kind, id.as_ref())).collect()
}

impl<'a> Wire<'a> {
    pub(crate) fn new(action: &'a Action, context: &'a Context) -> Result<Self, Failure> {
        let principal = uid("Session", &action.session.id)?;
        Ok(Self { action, context, principal, repo: uid("Repo", &context.root)? })
    }

    /// Puts a request into Cedar's words; with a schema, it is checked against it.
    pub(crate) fn put(&self, ask: &Ask<'_>, schema: Option<&Schema>) -> Result<Wired, Failure> {
        let action = uid("Action", ask.kind().name())?;
        let resource = self.resource(ask)?;
        let mut pairs = self.shared()?;
        pairs.extend(details(ask)?);
        let context = cedar_policy::Context::from_pairs(pairs).map_err(failed)?;
        let principal = self.principal.clone();
        let request = Request::new(principal, action.clone(), resource.uid(), context, schema);
        let mut entities = vec![self.session()?, resource];
        if schema.is_none() {
            // With a schema, Cedar adds the actions itself.
            let group = HashSet::from([uid("Action", group(ask.kind()))?]);
            entities.push(Entity::new_no_attrs(action, group));
        }
        Ok(Wired {
            request: request.map_err(failed)?,
            entities: Entities::from_entities(entities, schema).map_err(failed)?,
        })
    }

    fn session(&self) -> Result<Entity, Failure> {
        let labels = self.context.labels;
        let product = uid("AgentProduct", &self.action.session.agent.name)?;
        let attributes = [
            pair("user", Value::new_entity_uid(uid("User", &self.context.user)?)),
            pair("repo", Value::new_entity_uid(self.repo.clone())),
            pair("integrity", Value::new_long(labels.integrity.into())),
            pair("confidentiality", Value::new_long(labels.confidentiality.into())),
        ];
        entity(self.principal.clone(), attributes, HashSet::from([product]))
    }

    fn shared(&self) -> Result<Pairs, Failure> {
        let session = &self.action.session;
        let mode = session.permission_mode.clone().unwrap_or_default();
        Ok(vec![
            pair("approvals", self.approvals()?),
            pair("enforce", Value::new_bool(self.context.enforce)),
            text("tool", &self.action.tool),
            text("mode", &mode),
            pair("subagent", Value::new_bool(session.subagent.is_some())),
            text("scanner", &self.context.scanner),
        ])
    }

    fn approvals(&self) -> Result<Value, Failure> {
        let approvals = &self.context.approvals;
        let set =
            |ids: HashSet<EntityUid>| Value::new_set(ids.into_iter().map(Value::new_entity_uid));
        record([
            pair("granted", set(uids("Gate", &approvals.granted)?)),
            pair("approvers", set(uids("User", &approvals.approvers)?)),
        ])
    }

    fn resource(&self, ask: &Ask<'_>) -> Result<Entity, Failure> {
        match ask {
            Ask::Read(file) | Ask::Write { file, .. } => self.file(file),
            Ask::Run { command, .. } => {
                let names: Vec<_> = command.classes.iter().map(|class| class.name()).collect();
                let attributes =
                    [text("exe", &command.exe), pair("argc", Value::new_long(command.argc.into()))];
                entity(uid("Command", &command.exe)?, attributes, uids("CommandClass", &names)?)
            }
            Ask::Connect(Endpoint { host, .. }) => {
                entity(uid("Host", host)?, [text("name", host)], HashSet::new())
            }
            Ask::Deliver { path, language, classes, .. } => {
                let attributes = [text("path", path), text("language", language)];
                let place = crate::place::Place::of(path, "", self.context);
                let parents = self.parents(place.inside, classes)?;
                entity(uid("Artifact", path)?, attributes, parents)
            }
            Ask::Use { tool, .. } => {
                entity(uid("Tool", tool)?, [text("name", tool)], HashSet::new())
            }
        }
    }

    fn file(&self, file: &File) -> Result<Entity, Failure> {
        let place = &file.place;
        let temporary = pair("temporary", Value::new_bool(place.temporary));
        let parents = self.parents(place.inside, &file.classes)?;
        entity(uid("File", &place.path)?, [text("path", &place.path), temporary], parents)
    }

    fn parents(&self, inside: bool, classes: &[&str]) -> Result<HashSet<EntityUid>, Failure> {
        let mut parents = uids("PathClass", classes)?;
        parents.extend(inside.then(|| self.repo.clone()));
        Ok(parents)
    }
}

/// The group of an action in the schema.
fn group(kind: RequestKind) -> &'static str {
    match kind {
        RequestKind::ReadFile => "Observe",
        RequestKind::WriteFile | RequestKind::RunCommand | RequestKind::UseTool => "Mutate",
        RequestKind::ConnectNetwork => "Egress",
        RequestKind::DeliverCode => "Deliver",
    }
}

/// Whether an action of the schema, or a group of them, covers a kind of request.
pub(crate) fn covers(action: &EntityUid, kind: RequestKind) -> bool {
    [kind.name(), group(kind)].contains(&action.id().unescaped())
}

/// What a context holds besides the shared facts.
fn details(ask: &Ask<'_>) -> Result<Pairs, Failure> {
    Ok(match ask {
        Ask::Read(_) => Vec::new(),
        Ask::Write { bytes, judged, .. } => {
            vec![count("bytes", *bytes), pair("judged", Value::new_bool(*judged))]
        }
        Ask::Run { line, .. } => line_details(line)?,
        Ask::Connect(Endpoint { scheme, port, .. }) => {
            vec![text("scheme", scheme), pair("port", Value::new_long((*port).into()))]
        }
        Ask::Deliver { bytes, found, .. } => {
            vec![count("bytes", *bytes), pair("findings", findings(found)?)]
        }
        Ask::Use { bytes, .. } => vec![count("bytes", *bytes)],
    })
}

fn line_details(line: &LineFacts) -> Result<Pairs, Failure> {
    Ok(vec![
        pair("parsed", Value::new_bool(line.parsed)),
        pair("network", Value::new_bool(line.network)),
        count("commands", line.commands),
        count("writes", line.writes),
        pair("findings", findings(&line.found)?),
    ])
}

fn findings(found: &Found) -> Result<Value, Failure> {
    let classes = found.classes.iter().map(|class| Value::new_string(class.clone()));
    record([
        count("critical", found.critical),
        count("high", found.high),
        count("medium", found.medium),
        count("low", found.low),
        count("lowConfidence", found.low_confidence),
        count("secrets", found.secrets),
        count("suppressed", found.suppressed),
        pair("classes", Value::new_set(classes)),
        pair("unreadPermille", Value::new_long(found.unread_permille.into())),
        pair("languageKnown", Value::new_bool(found.language_known)),
        pair("limitHit", Value::new_bool(found.limit_hit)),
    ])
}

fn pair(name: &str, value: Value) -> (String, Value) {
    (name.to_owned(), value)
}

fn text(name: &str, value: &str) -> (String, Value) {
    pair(name, Value::new_string(value.to_owned()))
}

/// A count is never negative, and never so large that it turns.
fn count(name: &str, value: usize) -> (String, Value) {
    pair(name, Value::new_long(i64::try_from(value).unwrap_or(i64::MAX)))
}

fn record<const N: usize>(pairs: [(String, Value); N]) -> Result<Value, Failure> {
    Value::new_record(pairs).map_err(failed)
}

fn entity<const N: usize>(
    id: EntityUid,
    attributes: [(String, Value); N],
    parents: HashSet<EntityUid>,
) -> Result<Entity, Failure> {
    Entity::new(id, HashMap::from(attributes), parents).map_err(failed)
}

fn failed(error: impl std::fmt::Display) -> Failure {
    Failure::new(format!("the request could not be put to policy: {error}"))
}
