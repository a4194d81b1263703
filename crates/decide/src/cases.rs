//! The tables of cases beside the policy files, run against the profiles that hold the files.
//!
//! A case says what is asked for (`deliver`, `write`, `run`, `read`, `connect` or `tool`), the
//! verdict and the ids of the policies that speak against it, strictest first; `grants` names the
//! permits that fit. Each policy has a case that it fits and one that it does not.

use std::collections::BTreeSet;
use std::str::FromStr;

use cedar_policy::{Effect, PolicySet};
use portcullis_model::{
    Action, Agent, Artifact, Assessment, Category, CommandClass, CommandFacts, Confidence,
    Coverage, Finding, Intent, Phase, RequestKind, Session, Severity, SimpleCommand, Span,
    Suppression, Verdict,
};
use serde_json::Value;

use crate::facts::asks;
use crate::load::{checked, schema};
use crate::slice::meets;
use crate::wire::Wire;
use crate::{Approvals, Context, Engine, Labels, Layer, PolicyFile, PolicyText, Profile, Ruling};

/// One row of a table, made into what the gate would hand over.
struct Case {
    name: String,
    row: Value,
    action: Action,
    assessment: Assessment,
    context: Context,
}

#[test]
fn every_case_gets_its_verdict() {
    for profile in Profile::ALL {
        let engine = Engine::standard(profile).unwrap();
        for file in profile.files().filter(|file| home(file) == profile) {
            for case in cases(file) {
                check(&engine, &case);
            }
        }
    }
}

#[test]
fn every_policy_has_a_case_that_fits_and_one_that_does_not() {
    for file in Profile::ALL.into_iter().flat_map(Profile::files) {
        let cases = cases(file);
        let engine = Engine::standard(home(file)).unwrap();
        for one in checked(&text_of(file)).unwrap() {
            let id = one.terms.id.as_str();
            let key = if one.terms.effect == Effect::Forbid { "policies" } else { "grants" };
            let fits = |case: &Case| strings(&case.row, key).iter().any(|policy| policy == id);
            let met = |case: &Case| kinds(&engine, case).iter().any(|&kind| meets(&one, kind));
            assert!(cases.iter().any(fits), "no case that {id} fits");
            let other = |case: &Case| (met(case) || key == "grants") && !fits(case);
            assert!(cases.iter().any(other), "no case that {id} does not fit");
        }
    }
}

#[test]
fn permits_grant_what_the_cases_say() {
    for file in Profile::ALL.into_iter().flat_map(Profile::files) {
        let set = PolicySet::from_str(file.text).unwrap();
        for permit in set.policies().filter(|policy| policy.effect() == Effect::Permit) {
            let id = permit.annotation("id").unwrap();
            let text = permit.to_cedar().unwrap();
            let engine = Engine::custom(&[custom(Layer::Base, &text)]).unwrap();
            for case in cases(file) {
                let ruling = case.decide(&engine);
                let verdicts = ruling.requests.iter().map(|request| request.verdict);
                let granted = verdicts.min() == Some(Verdict::Allow);
                let expected = strings(&case.row, "grants").iter().any(|grant| grant == id);
                assert_eq!(granted, expected, "{id}: {}", case.name);
            }
        }
    }
}

#[test]
fn the_embedded_policies_are_valid_and_cut_rightly() {
    for file in Profile::ALL.into_iter().flat_map(Profile::files) {
        let loaded = checked(&text_of(file)).unwrap();
        let statements = crate::statement::statements(file.text);
        assert_eq!(loaded.len(), statements.len(), "{}", file.name);
        for (one, statement) in loaded.iter().zip(statements) {
            assert_eq!(statement.id(), Some(one.terms.id.as_str()));
            for kind in crate::statement::KINDS {
                let met = meets(one, kind);
                assert_eq!(statement.may_meet(kind), met, "{} {}", one.terms.id, kind.name());
            }
        }
    }
}

fn check(engine: &Engine, case: &Case) {
    let ruling = case.decide(engine);
    let verdict = case.row["verdict"].as_str().unwrap();
    assert_eq!(ruling.verdict.name(), verdict, "{}: {ruling:#?}", case.name);
    assert_eq!(policies(&ruling), strings(&case.row, "policies"), "{}", case.name);
    let wire = Wire::new(&case.action, &case.context).unwrap();
    for ask in asks(&case.action, &case.assessment, &case.context) {
        wire.put(&ask, Some(schema().unwrap())).unwrap();
    }
}

/// Ids of the policies that speak against an action, each once, strictest first.
pub(crate) fn policies(ruling: &Ruling) -> Vec<String> {
    let mut reasons: Vec<_> = ruling.requests.iter().flat_map(|request| &request.reasons).collect();
    reasons.sort_by_key(|reason| std::cmp::Reverse(reason.verdict));
    let mut seen = BTreeSet::new();
    let ids = reasons.iter().map(|reason| reason.policy.clone());
    ids.filter(|id| seen.insert(id.clone())).collect()
}

/// The profile whose cases stand beside a file.
fn home(file: &PolicyFile) -> Profile {
    match file.name {
        "observe.cedar" => Profile::Observe,
        "gates.cedar" | "strict.cedar" => Profile::Strict,
        _ => Profile::Standard,
    }
}

fn text_of(file: &PolicyFile) -> PolicyText {
    PolicyText { file: file.name.to_owned(), text: file.text.into(), layer: Layer::Base }
}

pub(crate) fn custom(layer: Layer, text: &str) -> PolicyText {
    PolicyText { file: "custom.cedar".to_owned(), text: text.to_owned().into(), layer }
}

fn kinds(engine: &Engine, case: &Case) -> Vec<RequestKind> {
    case.decide(engine).requests.iter().map(|request| request.kind).collect()
}

fn cases(file: &PolicyFile) -> Vec<Case> {
    let name = file.name.replace(".cedar", ".cases.json");
    let path = format!("{}/../../policies/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
    let rows: Vec<Value> = serde_json::from_str(&text).unwrap();
    rows.into_iter().map(Case::of).collect()
}

impl Case {
    fn of(row: Value) -> Self {
        let (intent, assessment, tool) = parts(&row);
        let context = Context {
            user: text(&row, "user"),
            approvals: Approvals {
                granted: strings(&row, "granted"),
                approvers: strings(&row, "approvers"),
            },
            labels: Labels {
                integrity: number(&row, "integrity", 2) as u8,
                confidentiality: number(&row, "confidentiality", 0) as u8,
            },
            ..Context::new("/repo", classes_of)
        };
        let action = action(intent, &tool);
        Self { name: text(&row, "case"), row, action, assessment, context }
    }

    fn decide(&self, engine: &Engine) -> Ruling {
        match self.assessment.artifacts.first() {
            Some(artifact) if self.row.get("deliver").is_some() => {
                engine.deliver(artifact, &self.context)
            }
            _ => engine.decide(&self.action, &self.assessment, &self.context),
        }
    }
}

pub(crate) fn action(intent: Intent, tool: &str) -> Action {
    let agent = Agent { name: "claude-code".to_owned(), version: None };
    Action {
        phase: Phase::Before,
        session: Session { id: "s".into(), agent, cwd: "/repo".into(), ..Session::default() },
        tool: tool.to_owned(),
        call: None,
        intent,
        outcome: None,
    }
}

pub(crate) fn classes_of(path: &str) -> Vec<&'static str> {
    if path == ".claude/settings.json" { vec!["policy"] } else { Vec::new() }
}

fn parts(row: &Value) -> (Intent, Assessment, String) {
    let (key, facts) = ["deliver", "write", "run", "read", "connect", "tool"]
        .into_iter()
        .find_map(|key| Some((key, row.get(key)?)))
        .unwrap();
    let path = text(facts, "path");
    let none = Assessment::default();
    match key {
        "read" => (Intent::Read { path }, none, "Read".to_owned()),
        "connect" => (Intent::Fetch { url: text(facts, "url") }, none, "WebFetch".to_owned()),
        "tool" => (Intent::Tool { input: "{}".to_owned() }, none, text(facts, "name")),
        "run" => (command(), with_command(run_facts(facts)), "Bash".to_owned()),
        "write" if facts.get("judged") == Some(&Value::Bool(false)) => {
            let mut moved = run_facts(&serde_json::json!({"exe": "mv", "classes": ["write"]}));
            moved.writes = vec![path];
            (command(), with_command(moved), "Bash".to_owned())
        }
        _ => {
            let artifacts = vec![artifact(facts)];
            let assessment = Assessment { artifacts, ..none };
            (Intent::Write { path, content: String::new() }, assessment, "Write".to_owned())
        }
    }
}

fn command() -> Intent {
    Intent::Command { command: "...".to_owned() }
}

fn with_command(facts: CommandFacts) -> Assessment {
    Assessment { command: Some(facts), ..Assessment::default() }
}

fn run_facts(facts: &Value) -> CommandFacts {
    let flag = |key: &str, default| facts.get(key).map_or(default, |v| v.as_bool().unwrap());
    CommandFacts {
        commands: vec![SimpleCommand {
            exe: text(facts, "exe"),
            argc: 1,
            classes: strings(facts, "classes").iter().map(|name| command_class(name)).collect(),
        }],
        parsed: flag("parsed", true),
        network: flag("network", false),
        findings: findings(facts),
        ..CommandFacts::default()
    }
}

fn command_class(name: &str) -> CommandClass {
    use CommandClass as C;
    let all = [
        C::Build,
        C::Test,
        C::Read,
        C::Write,
        C::VcsRead,
        C::VcsWrite,
        C::PackageManager,
        C::Network,
        C::Interpreter,
        C::Destructive,
        C::Privileged,
        C::Unknown,
    ];
    all.into_iter().find(|class| class.name() == name).unwrap()
}

fn artifact(facts: &Value) -> Artifact {
    let known = facts.get("known").is_none_or(|known| known.as_bool().unwrap());
    let limit = facts.get("limit").is_some_and(|limit| limit.as_bool().unwrap());
    Artifact {
        path: text(facts, "path"),
        content: "content".to_owned(),
        findings: findings(facts),
        classes: strings(facts, "classes").into_iter().map(|class| &*class.leak()).collect(),
        coverage: Coverage {
            unread_permille: number(facts, "unread", 0) as u32,
            language_known: known,
            limit_hit: limit.then(|| "steps".to_owned()),
        },
        ..Artifact::default()
    }
}

fn findings(facts: &Value) -> Vec<Finding> {
    let marks = strings(facts, "marks");
    let mut found = Vec::new();
    let mut add = |key: &str, make: &dyn Fn() -> Finding| {
        found.extend((0..number(facts, key, 0)).map(|_| make()));
    };
    add("critical", &|| finding(Severity::Critical, Confidence::Medium));
    add("high", &|| finding(Severity::High, Confidence::High));
    add("medium", &|| finding(Severity::Medium, Confidence::Medium));
    add("low", &|| marked(&marks));
    add("unsure", &|| finding(Severity::Critical, Confidence::Low));
    add("suppressed", &suppressed);
    let secret = || finding(Severity::High, Confidence::High);
    add("secrets", &|| Finding { category: Category::Secret, ..secret() });
    found
}

fn suppressed() -> Finding {
    let suppression = Suppression { marker: "nosec".to_owned(), span: Span::default() };
    Finding { suppressed: Some(suppression), ..finding(Severity::Critical, Confidence::High) }
}

fn marked(marks: &[String]) -> Finding {
    let suppression = marks.iter().any(|mark| mark == "suppression");
    Finding {
        category: if suppression { Category::Suppression } else { Category::Code },
        swc: marks.iter().filter(|mark| mark.starts_with("SWC-")).cloned().collect(),
        ..finding(Severity::Low, Confidence::High)
    }
}

pub(crate) fn finding(severity: Severity, confidence: Confidence) -> Finding {
    Finding {
        rule: "some-rule".to_owned(),
        category: Category::Code,
        message: "something is wrong".to_owned(),
        severity,
        confidence,
        span: Span::default(),
        line: 1,
        end_line: 1,
        cwe: vec![89],
        owasp_2021: Vec::new(),
        owasp_2025: Vec::new(),
        swc: Vec::new(),
        attack: Vec::new(),
        references: Vec::new(),
        trace: Vec::new(),
        fingerprint: String::new(),
        fix: None,
        pattern: None,
        suppressed: None,
    }
}

fn text(value: &Value, key: &str) -> String {
    value.get(key).map_or_else(String::new, |text| text.as_str().unwrap().to_owned())
}

fn number(value: &Value, key: &str, default: u64) -> u64 {
    value.get(key).map_or(default, |number| number.as_u64().unwrap())
}

fn strings(value: &Value, key: &str) -> Vec<String> {
    let list = value.get(key).and_then(Value::as_array);
    list.into_iter().flatten().map(|text| text.as_str().unwrap().to_owned()).collect()
}
