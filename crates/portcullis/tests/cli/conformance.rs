//! The embedded sample sets hold their bars, by the very command that an auditor runs.

use serde_json::Value;

use crate::door::Place;

#[test]
fn every_set_holds_its_bar() {
    let said = Place::with(&[]).run(&["conformance", "--json"]);
    let report: Value = serde_json::from_str(&said.out).unwrap();
    let failed: Vec<&Value> =
        report["sets"].as_array().unwrap().iter().filter(|set| set["passed"] != true).collect();
    assert!(failed.is_empty() && said.exit == 0, "{failed:#?}\n{}", said.err);
}
