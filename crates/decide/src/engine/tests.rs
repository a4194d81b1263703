//! What the engine as a whole holds to: fail closed, tighten only, the same answer by every way.

use portcullis_model::{
    Artifact, Assessment, CellEdit, CommandFacts, Confidence, Intent, RequestKind, Severity,
    SimpleCommand, TextEdit, Verdict,
};

use crate::cases::{action, classes_of, custom, finding, policies};
use crate::{Context, Engine, Layer, PolicyError, Profile, Ruling};

const DELIVER: &str =
    "principal is Portcullis::Session, action == Portcullis::Action::\"DeliverCode\", resource";

fn context() -> Context {
    Context::new("/repo", classes_of)
}

fn artifact(severities: &[Severity]) -> Artifact {
    Artifact {
        path: "src/app.py".to_owned(),
        content: "query = 1".to_owned(),
        findings: severities.iter().map(|&s| finding(s, Confidence::High)).collect(),
        ..Artifact::default()
    }
}

fn write() -> Intent {
    Intent::Write { path: "/repo/src/app.py".to_owned(), content: "query = 1".to_owned() }
}

fn command_facts() -> CommandFacts {
    let exe = "cat".to_owned();
    CommandFacts {
        commands: vec![SimpleCommand { exe, argc: 0, classes: Vec::new() }],
        parsed: true,
        ..CommandFacts::default()
    }
}

fn decide(engine: &Engine, intent: Intent, assessment: Assessment) -> Ruling {
    engine.decide(&action(intent, "Write"), &assessment, &context())
}

fn deliver(engine: &Engine, severities: &[Severity]) -> Ruling {
    let artifacts = vec![artifact(severities)];
    decide(engine, write(), Assessment { artifacts, ..Assessment::default() })
}

fn with(layer: Layer, policy: &str) -> Engine {
    Engine::load(Profile::Standard, &[custom(layer, policy)]).unwrap()
}

/// The problems of a text, as they are printed.
fn problems(layer: Layer, policy: &str) -> String {
    match Engine::load(Profile::Standard, &[custom(layer, policy)]) {
        Err(PolicyError::Load(problems)) => {
            problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
        }
        other => panic!("{other:?}"),
    }
}

fn forbid(annotations: &str, rest: &str) -> String {
    format!("{annotations}\nforbid({DELIVER}) {rest};")
}

#[test]
fn a_forbid_that_fails_to_evaluate_blocks() {
    let policy = forbid(
        "@id(\"ORG1-trap\") @verdict(\"warn\") @reason(\"r\")",
        "when { context.findings.critical + 9223372036854775807 > 0 }",
    );
    let engine = with(Layer::Organization, &policy);
    assert_eq!(deliver(&engine, &[]).requests[1].reasons[0].policy, "ORG1-trap");
    let ruling = deliver(&engine, &[Severity::Critical]);
    assert_eq!(ruling.verdict, Verdict::Block);
    assert!(ruling.failure.unwrap().starts_with("policy `ORG1-trap` could not be evaluated"));
    assert_eq!(ruling.requests[1].reasons[0].policy, "ORG1-trap");
    assert!(!ruling.apply);
}

#[test]
fn a_warning_does_not_hide_a_missing_grant() {
    let warn = forbid("@id(\"W\") @verdict(\"warn\") @reason(\"r\")", "");
    let engine = Engine::custom(&[custom(Layer::Organization, &warn)]).unwrap();
    let ruling = engine.deliver(&artifact(&[]), &context());
    assert_eq!(ruling.verdict, Verdict::Block);
    assert_eq!(policies(&ruling), ["not-granted", "W"]);
}

#[test]
fn the_same_code_gets_the_same_answer_by_every_way() {
    let engine = Engine::standard(Profile::Standard).unwrap();
    let path = "/repo/src/app.py".to_owned();
    let edit = TextEdit { old: "1".into(), new: "2".into(), all: false };
    let cell =
        CellEdit { cell: None, source: "1".into(), code: true, insert: false, delete: false };
    for severity in Severity::ALL {
        let artifacts = vec![artifact(&[severity])];
        let plain = Assessment { artifacts, ..Assessment::default() };
        let shell = Assessment { command: Some(command_facts()), ..plain.clone() };
        let written = decide(&engine, write(), plain.clone());
        let ways = [
            (Intent::Edit { path: path.clone(), edits: vec![edit.clone()] }, plain.clone()),
            (Intent::Notebook { path: path.clone(), edit: cell.clone() }, plain.clone()),
            (Intent::Command { command: "cat > src/app.py <<E\n...".into() }, shell),
        ];
        for (intent, assessment) in ways {
            let ruling = decide(&engine, intent, assessment);
            assert_eq!(ruling.verdict, written.verdict, "{severity}");
            assert_eq!(policies(&ruling), policies(&written), "{severity}");
        }
        let scanned = engine.deliver(&plain.artifacts[0], &context());
        assert_eq!(scanned.verdict, written.verdict, "{severity}");
    }
}

#[test]
fn a_repository_can_only_tighten() {
    let permit = format!("@id(\"R1\") permit({DELIVER});");
    assert_eq!(
        problems(Layer::Repository, &permit),
        "custom.cedar:1: policy `R1`: a repository's own policy cannot permit; leave the permit \
         out, or ask for it in the organization's policy"
    );
    let warn = forbid("@id(\"R2\") @verdict(\"warn\") @reason(\"r\")", "");
    let engine = with(Layer::Repository, &warn);
    assert_eq!(deliver(&engine, &[]).verdict, Verdict::Warn);
    assert_eq!(deliver(&engine, &[Severity::Critical]).verdict, Verdict::Block);
}

#[test]
fn a_copy_of_an_embedded_file_changes_nothing() {
    let copy = Profile::Standard.files().next().unwrap().text;
    let engine = with(Layer::Repository, copy);
    assert_eq!(deliver(&engine, &[]).verdict, Verdict::Allow);
}

#[test]
fn auto_approval_takes_a_grant_for_every_request_and_no_warning() {
    let grant = |id: &str, action: &str| {
        format!(
            "@id(\"{id}\") @grant(\"auto\") permit(principal, action == \
             Portcullis::Action::\"{action}\", resource);"
        )
    };
    let one = with(Layer::Organization, &grant("A1", "DeliverCode"));
    assert!(!deliver(&one, &[]).auto_approve);
    let both = format!("{}\n{}", grant("A1", "DeliverCode"), grant("A2", "WriteFile"));
    let both = with(Layer::Organization, &both);
    assert!(deliver(&both, &[]).auto_approve);
    assert!(!deliver(&both, &[Severity::Medium]).auto_approve);
    assert!(!deliver(&Engine::standard(Profile::Standard).unwrap(), &[]).auto_approve);
}

#[test]
fn a_fix_is_applied_only_where_every_reason_allows_it() {
    let engine = Engine::standard(Profile::Standard).unwrap();
    assert!(deliver(&engine, &[Severity::Critical, Severity::Medium]).apply);
    assert!(deliver(&engine, &[Severity::High]).apply);
    assert!(!deliver(&engine, &[]).apply);
    assert!(!deliver(&engine, &[Severity::Medium]).apply);
    let outside = Artifact { path: "/etc/x.py".to_owned(), ..artifact(&[Severity::Critical]) };
    let assessment = Assessment { artifacts: vec![outside], ..Assessment::default() };
    assert!(!decide(&engine, write(), assessment).apply);
}

#[test]
fn code_that_the_scan_did_not_hand_over_is_blocked() {
    let engine = Engine::standard(Profile::Standard).unwrap();
    let ruling = decide(&engine, write(), Assessment::default());
    assert_eq!(policies(&ruling), ["S8-limit"]);
    let void = Assessment { void: Some("no match".to_owned()), ..Assessment::default() };
    let ruling = decide(&engine, write(), void);
    assert_eq!(ruling.verdict, Verdict::Allow);
    assert_eq!(ruling.requests[0].kind, RequestKind::WriteFile);
    let unknown = decide(&engine, Intent::Command { command: "x".into() }, Assessment::default());
    assert_eq!(policies(&unknown), ["C1-unparsed"]);
}

#[test]
fn commands_that_look_alike_are_asked_for_once_and_endless_lines_are_blocked() {
    let engine = Engine::standard(Profile::Standard).unwrap();
    let line = |commands: Vec<SimpleCommand>| {
        let facts = CommandFacts { commands, ..command_facts() };
        let assessment = Assessment { command: Some(facts), ..Assessment::default() };
        decide(&engine, Intent::Command { command: "...".into() }, assessment)
    };
    let one = |n: u32| SimpleCommand { exe: "ls".into(), argc: n, classes: Vec::new() };
    assert_eq!(line(vec![one(1); 5000]).requests.len(), 1);
    assert_eq!(line((0..3).map(one).collect()).requests.len(), 3);
    let endless = line((0..5000).map(one).collect());
    assert_eq!(endless.verdict, Verdict::Block);
    assert!(endless.failure.is_some());
}

#[test]
fn what_is_no_tool_asks_for_nothing() {
    let engine = Engine::standard(Profile::Standard).unwrap();
    let ruling = decide(&engine, Intent::Prompt { text: "hi".into() }, Assessment::default());
    assert_eq!((ruling.verdict, ruling.requests.len()), (Verdict::Allow, 0));
    assert!(!ruling.auto_approve);
}

fn check_problem(policy: &str, expected: &str) {
    let found = problems(Layer::Organization, policy);
    assert!(found.contains(expected), "{found}\nlacks\n{expected}");
}

#[test]
fn mistakes_in_annotations_are_told_with_line_and_hint() {
    let check = |annotations: &str, expected: &str| {
        check_problem(&forbid(annotations, ""), expected);
    };
    let known = "@id(\"A\") @verdict(\"block\") @reason(\"r\")";
    check("", "custom.cedar:2: the annotation `@id` is missing; add `@id(\"ORG1-name\")` before");
    check("@id(\"A\") @reason(\"r\")", "policy `A`: the annotation `@verdict` is missing");
    check("@id(\"A\") @verdict(\"block\")", "the annotation `@reason` is missing");
    let deny = "@id(\"A\") @verdict(\"deny\") @reason(\"r\")";
    check(deny, "`@verdict` cannot be `deny`; write one of block, ask, warn");
    check(&format!("{known} @remdy(\"apply\")"), "`@remdy` is unknown; use one of id,");
    check(&format!("{known} @grant(\"auto\")"), "a forbid has no annotation `@grant`; move it");
    check(&format!("{known} @quorum(\"0\")"), "`@quorum` cannot be `0`");
    check(&format!("{known} @ttl(\"1 day\")"), "`@ttl` cannot be `1 day`");
    let id = "@id(\"a b\") @verdict(\"ask\") @reason(\"r\")";
    check(id, "`@id` cannot be `a b`; write up to 64 letters, digits, `-`, `_` and `.`");
    for id in ["S1-critical", "not-granted"] {
        let text = format!("@id(\"{id}\") @verdict(\"ask\") @reason(\"r\")");
        check(&text, "the id is taken");
    }
}

#[test]
fn mistakes_in_policies_are_told_with_line_and_hint() {
    let known = "@id(\"A\") @verdict(\"block\") @reason(\"r\")";
    let check = |rest: &str, expected: &str| check_problem(&forbid(known, rest), expected);
    check_problem("// a\n\nforbid(principal, action resource);", "custom.cedar:3: ");
    check_problem(&forbid(known, "").repeat(2), "custom.cedar:2: policy `A`: the id is taken");
    check("when { context.findings.critcal > 0 }", "custom.cedar:2: policy `A`: ");
    check("when { context.findings.high > \"1\" }", "custom.cedar:2: policy `A`: ");
    check("when { false }", "custom.cedar:1: policy `A`: ");
    check_problem("@id(\"A\") permit(principal == ?principal, action, resource);", "slots");
}

#[test]
fn the_digest_tells_sets_of_policies_apart() {
    let standard = Engine::standard(Profile::Standard).unwrap();
    let strict = Engine::standard(Profile::Strict).unwrap();
    assert_eq!(standard.digest().len(), 64);
    assert_ne!(standard.digest(), strict.digest());
    assert_eq!(standard.digest(), Engine::standard(Profile::Standard).unwrap().digest());
}
