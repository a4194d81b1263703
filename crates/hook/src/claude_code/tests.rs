//! Decisions, and the answers that Claude Code gets for them.

use portcullis_model::{
    Alternative, Category, Confidence, Decision, Finding, Fix, PolicyReason, Request, RequestKind,
    Severity, Span, TraceStep, Verdict,
};
use serde_json::{Value, json};

use super::{CLAUDE_CODE, MAX_TEXT};
use crate::Call;

fn call(event: &str, tool: &str, input: &Value) -> Call {
    let payload = json!({ "hook_event_name": event, "tool_name": tool, "tool_input": input });
    (CLAUDE_CODE.parse)(payload.to_string().as_bytes()).unwrap()
}

fn write() -> Call {
    let input = json!({ "file_path": "/r/src/db.py", "content": "bad", "extra": 1 });
    call("PreToolUse", "Write", &input)
}

fn finding() -> Finding {
    let step = |note: &str| TraceStep { span: Span::default(), note: note.to_owned() };
    Finding {
        rule: "python-sql-string-built".to_owned(),
        category: Category::Code,
        message: "The query is built from text.".to_owned(),
        severity: Severity::Critical,
        confidence: Confidence::High,
        span: Span::default(),
        line: 12,
        end_line: 12,
        cwe: vec![89],
        owasp_2021: vec!["A03:2021".to_owned()],
        owasp_2025: vec!["A05:2025".to_owned()],
        swc: Vec::new(),
        attack: Vec::new(),
        references: Vec::new(),
        trace: vec![step("request parameter \"id\" is read"), step("the query runs")],
        fingerprint: String::new(),
        fix: None,
        pattern: None,
        suppressed: None,
    }
}

fn reason(policy: &str, verdict: Verdict, reason: &str) -> PolicyReason {
    PolicyReason { policy: policy.to_owned(), verdict, reason: reason.to_owned(), remedy: None }
}

fn decision(verdict: Verdict, findings: Vec<Finding>, reasons: Vec<PolicyReason>) -> Decision {
    let kind = RequestKind::DeliverCode;
    Decision {
        id: "01J0".to_owned(),
        verdict,
        requests: vec![Request { kind, resource: "src/db.py".to_owned(), verdict, reasons }],
        findings,
        alternatives: Vec::new(),
        auto_approve: false,
        apply: false,
        failure: None,
    }
}

fn blocked() -> Decision {
    let why = reason("S1-critical", Verdict::Block, "a critical weakness");
    decision(Verdict::Block, vec![finding()], vec![why])
}

fn pattern() -> Alternative {
    Alternative::Pattern {
        rule: "python-sql-string-built".to_owned(),
        id: "python-sqlite-bound".to_owned(),
        good: "cur.execute(\"... where id = ?\", (id,))".to_owned(),
        why: "The driver keeps data apart from the query.".to_owned(),
    }
}

fn amended(content: &str) -> Alternative {
    Alternative::Amended { path: "src/db.py".to_owned(), content: content.to_owned() }
}

/// The answer to a call, which is on standard output with exit code 0.
fn answer(call: &Call, decision: &Decision) -> Value {
    let reply = (CLAUDE_CODE.reply)(call, decision);
    assert_eq!((reply.exit, reply.stderr.as_str()), (0, ""));
    serde_json::from_str(&reply.stdout).unwrap()
}

fn check(decision: &Decision, expected: &Value) {
    assert_eq!(&answer(&write(), decision), expected);
}

#[test]
fn allow_leaves_the_prompt_as_it_is_unless_a_policy_grants_more() {
    let allowed = decision(Verdict::Allow, Vec::new(), Vec::new());
    check(&allowed, &json!({}));
    let granted = Decision { auto_approve: true, ..allowed };
    let expected = json!({ "hookSpecificOutput": {
        "permissionDecision": "allow",
        "permissionDecisionReason": "portcullis allows Write of `src/db.py`: granted by \
            policy (01J0)",
        "hookEventName": "PreToolUse",
    }});
    check(&granted, &expected);
}

#[test]
fn a_warning_adds_context_and_decides_nothing() {
    let mild = Finding { severity: Severity::Medium, trace: Vec::new(), ..finding() };
    let why = reason("S4-medium", Verdict::Warn, "a weakness that should be mended");
    let expected = json!({
        "hookSpecificOutput": {
            "additionalContext": "portcullis lets this Write pass, with a warning.\n\
                1. src/db.py:12 python-sql-string-built [medium, confidence high, CWE-89, \
                A03:2021, A05:2025]: The query is built from text.\n\
                Policy S4-medium (warn) on `src/db.py`: a weakness that should be mended.\n\
                Mend it when you touch this place next. Decision 01J0.",
            "hookEventName": "PreToolUse",
        },
        "systemMessage":
            "portcullis warns about Write of `src/db.py`: a weakness that should be mended; \
            python-sql-string-built in line 12 (01J0)",
    });
    check(&decision(Verdict::Warn, vec![mild], vec![why]), &expected);
}

#[test]
fn a_question_goes_to_the_person_and_the_agent_hears_why() {
    let why = reason("C4-package", Verdict::Ask, "the command changes what is installed");
    let asked = decision(Verdict::Ask, Vec::new(), vec![why]);
    let expected = json!({ "hookSpecificOutput": {
        "permissionDecision": "ask",
        "permissionDecisionReason": "portcullis asks about Write of `src/db.py`: the command \
            changes what is installed (01J0)",
        "additionalContext": "portcullis asks a person about this Write.\n\
            Policy C4-package (ask) on `src/db.py`: the command changes what is installed.\n\
            If the person declines, mend it and try again. Decision 01J0.",
        "hookEventName": "PreToolUse",
    }});
    check(&asked, &expected);
}

#[test]
fn a_block_tells_rule_place_standards_way_and_secure_code() {
    let blocked = Decision { alternatives: vec![pattern()], ..blocked() };
    let expected = json!({
        "hookSpecificOutput": {
            "permissionDecision": "deny",
            "permissionDecisionReason": "portcullis blocked this Write.\n\
                1. src/db.py:12 python-sql-string-built [critical, confidence high, CWE-89, \
                A03:2021, A05:2025]: The query is built from text. Flow: request parameter \"id\" \
                is read; the query runs.\n   \
                Use `python-sqlite-bound`: The driver keeps data apart from the query.\n     \
                cur.execute(\"... where id = ?\", (id,))\n\
                Policy S1-critical (block) on `src/db.py`: a critical weakness.\n\
                Mend this and deliver it again. Another tool or the shell gets the same answer. \
                Decision 01J0.",
            "hookEventName": "PreToolUse",
        },
        "systemMessage":
            "portcullis blocks Write of `src/db.py`: a critical weakness; python-sql-string-built \
            in line 12 (01J0)",
    });
    check(&blocked, &expected);
}

/// What the agent is told of a block.
fn told(decision: &Decision) -> String {
    let answer = answer(&write(), decision);
    let reason = &answer["hookSpecificOutput"]["permissionDecisionReason"];
    reason.as_str().unwrap().to_owned()
}

#[test]
fn a_checked_fix_is_shown_and_an_unchecked_one_is_not() {
    let fix = |verified| Fix { edits: vec![(Span::default(), "safe(x)".to_owned())], verified };
    let with = |verified| {
        let finding = Finding { fix: Some(fix(verified)), ..finding() };
        told(&Decision { findings: vec![finding], ..blocked() })
    };
    assert!(with(true).contains("\n   Write instead:\n     safe(x)\n"));
    assert!(!with(false).contains("safe(x)"));
}

#[test]
fn five_findings_are_told_in_full_and_a_pattern_once() {
    let many =
        Decision { findings: vec![finding(); 7], alternatives: vec![pattern()], ..blocked() };
    let text = told(&many);
    assert_eq!(text.matches("python-sql-string-built").count(), 5, "{text}");
    assert_eq!(text.matches("cur.execute").count(), 1);
    assert!(text.contains("\nAnd 2 more like these.\n"));
}

#[test]
fn what_no_mending_helps_against_is_to_be_left() {
    let why = reason("X1-self-protect", Verdict::Block, "hooks are for people to change");
    let mut protected = decision(Verdict::Block, Vec::new(), vec![why]);
    protected.requests[0].kind = RequestKind::WriteFile;
    for findings in [Vec::new(), vec![finding()]] {
        let text = told(&Decision { findings, ..protected.clone() });
        assert!(text.contains("\nLeave it, or ask the person you work for."), "{text}");
    }
}

#[test]
fn texts_are_cut_where_claude_code_would_cut_them() {
    let long = Finding { message: "\u{1f600}".repeat(MAX_TEXT), ..finding() };
    let text = told(&Decision { findings: vec![long], ..blocked() });
    assert!(text.encode_utf16().count() <= MAX_TEXT);
    assert!(text.ends_with("... (cut; `portcullis log show` has all of it)"));
}

#[test]
fn our_own_failure_blocks_and_says_so() {
    let failure = Some("the record could not be written".to_owned());
    let failed = Decision { failure, findings: Vec::new(), ..blocked() };
    assert!(told(&failed).contains("The gate itself failed: the record could not be written."));
    let refused = (CLAUDE_CODE.refuse)("the deadline passed");
    assert_eq!(refused.exit, 2);
    assert_eq!(refused.stdout, "");
    assert_eq!(refused.stderr, "portcullis blocked this call: the deadline passed");
}

#[test]
fn a_mended_write_is_answered_whole_under_the_hosts_own_prompt() {
    let mended = Decision { apply: true, alternatives: vec![amended("good")], ..blocked() };
    let answer = answer(&write(), &mended);
    let output = &answer["hookSpecificOutput"];
    assert_eq!(output["permissionDecision"], "ask");
    let whole = json!({ "file_path": "/r/src/db.py", "content": "good", "extra": 1 });
    assert_eq!(output["updatedInput"], whole);
    let context = output["additionalContext"].as_str().unwrap();
    assert!(context.starts_with("portcullis mended this Write"), "{context}");
    let unwanted = Decision { apply: false, ..mended };
    assert!(told(&unwanted).starts_with("portcullis blocked this Write."));
}

/// What an edit becomes where the file held `before` and should hold `after`.
fn mended_edit(before: &str, old: &str, after: &str) -> Value {
    let input = json!({ "file_path": "/r/a", "old_string": old, "new_string": "bad" });
    let mended = Decision { apply: true, alternatives: vec![amended(after)], ..blocked() };
    let call = call("PreToolUse", "Edit", &input);
    let answer = answer(&Call { before: Some(before.to_owned()), ..call }, &mended);
    answer["hookSpecificOutput"]["updatedInput"]["new_string"].clone()
}

#[test]
fn a_mended_edit_is_answered_only_where_it_can_express_the_fix() {
    assert_eq!(mended_edit("a\nold\nz\n", "old", "a\ngood\nz\n"), "good");
    assert_eq!(mended_edit("a\nold\nz\n", "old", "import x\na\ngood\nz\n"), Value::Null);
    assert_eq!(mended_edit("old old", "old", "good old"), Value::Null);
    assert_eq!(mended_edit("aXa", "X", "a"), Value::Null);
    let several =
        json!({ "file_path": "/r/a", "edits": [{ "old_string": "a", "new_string": "b" }] });
    let mended = Decision { apply: true, alternatives: vec![amended("good")], ..blocked() };
    let call = call("PreToolUse", "MultiEdit", &several);
    let multi = answer(&Call { before: Some("a".to_owned()), ..call }, &mended);
    assert_eq!(multi["hookSpecificOutput"]["permissionDecision"], "deny");
}

#[test]
fn what_has_happened_is_not_answered_unless_something_is_wrong() {
    let post = call("PostToolUse", "Bash", &json!({ "command": "ls" }));
    assert_eq!(answer(&post, &decision(Verdict::Allow, Vec::new(), Vec::new())), json!({}));
    assert_eq!(answer(&post, &blocked())["decision"], "block");
    let warned = Decision { verdict: Verdict::Warn, ..blocked() };
    let output = &answer(&post, &warned)["hookSpecificOutput"];
    assert_eq!(output["hookEventName"], "PostToolUse");
    let prompt = call("UserPromptSubmit", "", &Value::Null);
    assert_eq!(answer(&prompt, &blocked()), json!({}));
}
