//! Settings files before and after, byte for byte.

use proptest::prelude::{Just, Strategy, any, prop, prop_oneof, proptest};
use serde_json::{Value, json};

use super::{EVENTS, FRESH, install, remove, status};
use crate::HookError;

const COMMAND: &str = "/opt/portcullis/bin/portcullis";

/// Installs and removes, and holds what must hold for every file; gives back the installed text.
fn check(text: &str) -> String {
    let installed = install(text, COMMAND).unwrap();
    assert_eq!(remove(&installed).unwrap(), text, "{installed}");
    assert_eq!(install(&installed, COMMAND).unwrap(), installed);
    assert!(status(&installed).unwrap().missing.is_empty(), "{installed}");
    installed
}

#[test]
fn a_fresh_file_looks_as_if_written_by_hand() {
    let installed = check(FRESH);
    let start = r#"{
  "hooks": {
    "PreToolUse": [
      {
        "matcher": "*",
        "hooks": [
          {
            "type": "command",
            "command": "/opt/portcullis/bin/portcullis",
            "args": ["hook", "claude-code"],
            "timeout": 20,
            "onFailure": "block",
            "statusMessage": "portcullis"
          }
        ]
      }
    ],
    "PostToolUse": ["#;
    assert!(installed.starts_with(start), "{installed}");
    assert!(installed.ends_with("      }\n    ]\n  }\n}\n"), "{installed}");
    let value: Value = serde_json::from_str(&installed).unwrap();
    let last = &value["hooks"]["SessionEnd"][0]["hooks"][0];
    assert_eq!(last["timeout"], 5);
    assert_eq!(value["hooks"].as_object().unwrap().len(), EVENTS.len());
}

#[test]
fn what_stands_there_stays_byte_for_byte() {
    let text = "{\n    \"model\" : \"opus\",\r\n\t\"hooks\": {\"Stop\":[ ],\n \"PreToolUse\": [\n  \
                {\"matcher\":\"Bash\",\"hooks\":[{\"command\":\"x\"}]}  ]  }\n \n}  \n";
    let installed = check(text);
    let head = text.split("  ]  }").next().unwrap();
    assert!(installed.starts_with(head), "{installed}");
    assert!(installed.ends_with("\n \n}  \n"), "{installed}");
}

#[test]
fn containers_that_stood_there_empty_stay() {
    for text in [
        "{}",
        "{ }\n",
        "{\n}",
        "{\"hooks\":{}}",
        "{\"hooks\": {\n  }\n}",
        "{\"hooks\":{\"PreToolUse\":[]}}",
        "{\n  \"hooks\": {\n    \"PreToolUse\": [\n    ],\n    \"SessionEnd\": [ ]\n  }\n}\n",
        "{\r\n\t\"a\": [1, {\"hooks\": 2}],\r\n\t\"hooks\": {\r\n\t}\r\n}\r\n",
        "\u{feff}{\"a\": \"}]\\\"\", \"b\": null}",
        "{\"hooks\": {\"PreToolUse\": []}, \"hooks\": {}}",
    ] {
        check(text);
    }
}

#[test]
fn the_layout_of_the_file_is_followed() {
    assert!(!check("{\"a\": 1}").contains('\n'));
    let tabs = check("{\r\n\t\"a\": 1\r\n}\r\n");
    assert!(tabs.contains(",\r\n\t\"hooks\": {\r\n\t\t\"PreToolUse\": [\r\n"), "{tabs}");
    assert_eq!(tabs.matches('\n').count(), tabs.matches("\r\n").count());
    let four = check("{\n    \"a\": 1\n}\n");
    assert!(four.contains("\n        \"PreToolUse\": [\n            {\n"), "{four}");
}

#[test]
fn a_hook_of_ours_that_differs_is_replaced() {
    let old = install(FRESH, "/home/dev/target/debug/portcullis").unwrap();
    assert_eq!(install(&old, COMMAND).unwrap(), install(FRESH, COMMAND).unwrap());
    let weaker = install(FRESH, COMMAND).unwrap().replacen("\"block\"", "\"continue\"", 1);
    assert_eq!(install(&weaker, COMMAND).unwrap(), install(FRESH, COMMAND).unwrap());
}

#[test]
fn only_our_entries_are_taken_out() {
    let handler = json!({"type": "command", "command": COMMAND, "args": ["hook", "claude-code"]});
    let other = json!({"type": "command", "command": "lint", "args": ["hook", "claude-code"]});
    let mixed = |handlers: Value| {
        json!({"hooks": {"PreToolUse": [{"matcher": "Bash", "hooks": handlers}]}}).to_string()
    };
    let alone = mixed(json!([other]));
    for handlers in
        [json!([handler, other]), json!([other, handler]), json!([handler, other, handler])]
    {
        assert_eq!(remove(&mixed(handlers)).unwrap(), alone);
    }
    assert_eq!(remove(&alone).unwrap(), alone);
}

#[test]
fn what_others_add_later_stays() {
    let installed = check(FRESH);
    let added = installed.replacen(
        "\"PreToolUse\": [\n      {",
        "\"PreToolUse\": [\n      {\"matcher\": \"Edit\", \"hooks\": []},\n      {",
        1,
    );
    let removed: Value = serde_json::from_str(&remove(&added).unwrap()).unwrap();
    assert_eq!(removed, json!({"hooks": {"PreToolUse": [{"matcher": "Edit", "hooks": []}]}}));
    let behind =
        installed.replacen("    ],\n    \"PostToolUse\"", "    , 1],\n \"PostToolUse\"", 1);
    let removed: Value = serde_json::from_str(&remove(&behind).unwrap()).unwrap();
    assert_eq!(removed, json!({"hooks": {"PreToolUse": [1]}}));
}

#[test]
fn status_tells_what_is_there_and_what_is_not() {
    let installed = install(FRESH, COMMAND).unwrap();
    let found = status(&installed).unwrap();
    assert_eq!(found.installed.len(), EVENTS.len());
    assert_eq!(found.installed[0].command, COMMAND);
    assert_eq!(found.installed[0].on_failure.as_deref(), Some("block"));
    assert_eq!(found.installed[4].timeout, Some(5));
    let narrow = installed.replacen("\"*\"", "\"Bash\"", 1);
    assert_eq!(status(&narrow).unwrap().missing, ["PreToolUse"]);
    let none = status("{\"disableAllHooks\": true, \"hooks\": 3}").unwrap();
    assert_eq!(none.missing.len(), EVENTS.len());
    assert!(none.disabled);
}

#[test]
fn mistakes_in_the_file_are_told_with_their_place() {
    let check = |text: &str, expected: &str| {
        assert_eq!(install(text, COMMAND).unwrap_err().to_string(), expected);
    };
    check("{\n  \"a\": 1,\n}", "line 3, column 1: trailing comma; mend the file and try again");
    check("", "line 1, column 0: EOF while parsing a value; mend the file and try again");
    check("[]", "line 1: the file should be an object; mend the file and try again");
    check("{\n\"hooks\": 1}", "line 2: `hooks` should be an object; mend the file and try again");
    check(
        "{\n\"hooks\": {\n\"PreToolUse\": {}}}",
        "line 3: `PreToolUse` should be a list; mend the file and try again",
    );
    let deep = format!("{{\"a\": {}{}}}", "[".repeat(10_000), "]".repeat(10_000));
    assert!(matches!(install(&deep, COMMAND), Err(HookError::Settings { .. })));
}

/// Settings with and without hooks, some of them of the wrong shape.
fn settings() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(json!(null)),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        "[a-z{}\\[\\]\",\\\\\\n é]{0,8}".prop_map(Value::from),
    ];
    let value = leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            prop::collection::vec(("[a-z\"{]{0,4}", inner), 0..3).prop_map(object),
        ]
    });
    let event = prop_oneof![Just("PreToolUse"), Just("SessionEnd"), Just("Stop")];
    let events = (event.prop_map(str::to_owned), prop::collection::vec(value.clone(), 0..3));
    let events = events.prop_map(|(event, list)| (event, Value::from(list)));
    let hooks = prop::collection::vec(events, 0..3).prop_map(object);
    let hooks = hooks.prop_map(|hooks| ("hooks".to_owned(), hooks));
    let member = prop_oneof![3 => ("[a-z]{1,3}", value), 1 => hooks];
    prop::collection::vec(member, 0..4).prop_map(object)
}

fn object(members: Vec<(String, Value)>) -> Value {
    Value::Object(members.into_iter().collect())
}

/// Prints a value with a space of any kind wherever one may stand.
fn print(value: &Value, space: &mut impl Iterator<Item = &'static str>, out: &mut String) {
    let mut gap = |out: &mut String, mark: &str| {
        out.push_str(space.next().unwrap());
        out.push_str(mark);
        out.push_str(space.next().unwrap());
    };
    match value {
        Value::Array(list) => {
            gap(out, "[");
            for (n, value) in list.iter().enumerate() {
                out.push_str(if n > 0 { "," } else { "" });
                print(value, space, out);
            }
            out.push_str(space.next().unwrap());
            out.push(']');
        }
        Value::Object(members) => {
            gap(out, "{");
            for (n, (key, value)) in members.iter().enumerate() {
                out.push_str(if n > 0 { "," } else { "" });
                out.push_str(space.next().unwrap());
                out.push_str(&Value::from(key.as_str()).to_string());
                out.push(':');
                print(value, space, out);
            }
            out.push_str(space.next().unwrap());
            out.push('}');
        }
        plain => gap(out, &plain.to_string()),
    }
}

proptest! {
    #[test]
    fn remove_undoes_install(
        value in settings(),
        spaces in prop::collection::vec(0..6_usize, 1..20),
        end in prop_oneof![Just(""), Just("\n"), Just(" \r\n ")],
    ) {
        const SPACES: [&str; 6] = ["", " ", "\n", "\n  ", "\r\n\t", "  "];
        let mut text = String::new();
        let mut space = spaces.into_iter().cycle().map(|n| SPACES[n]);
        print(&value, &mut space, &mut text);
        text.push_str(end);
        check(&text);
    }

    #[test]
    fn any_text_is_an_error_or_comes_back(text in "[{}\\[\\]\",:a0 \n]{0,24}") {
        if let Ok(installed) = install(&text, COMMAND) {
            assert_eq!(remove(&installed).unwrap(), text);
        }
    }
}
