//! The same code gets the same answer by every route.

use serde_json::json;

use crate::door::Place;

const VULNERABLE: &str = "import os\nimport sys\n\nos.system(\"ping -c 1 \" + sys.argv[1])\n";
const SAFE: &str =
    "import subprocess\nimport sys\n\nsubprocess.run([\"ls\", \"--\", sys.argv[1]], check=True)\n";

/// The decisions on one content, by route.
fn answers(code: &str) -> Vec<(&'static str, String)> {
    let place = Place::with(&[("old.py", "START\n")]);
    let quoted = code.replace('\'', "'\\''");
    let escaped = code.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    let shell = |command: String| place.ask("Bash", json!({"command": command})).decision;
    let write = json!({"file_path": place.path("a.py"), "content": code});
    let edit =
        json!({"file_path": place.path("old.py"), "old_string": "START\n", "new_string": code});
    let edits = json!({"file_path": place.path("old.py"),
        "edits": [{"old_string": "START\n", "new_string": code}]});
    vec![
        ("Write", place.ask("Write", write).decision),
        ("Edit", place.ask("Edit", edit).decision),
        ("MultiEdit", place.ask("MultiEdit", edits).decision),
        ("cat <<", shell(format!("cat > a.py <<'EOF'\n{code}EOF"))),
        ("cat << (unquoted)", shell(format!("cat <<EOF > a.py\n{code}EOF"))),
        ("echo >", shell(format!("echo '{quoted}' > a.py"))),
        ("printf >", shell(format!("printf '%s' '{quoted}' > a.py"))),
        ("tee", shell(format!("echo '{quoted}' | tee a.py > /dev/null"))),
        ("python -c", shell(format!("python3 -c 'open(\"a.py\", \"w\").write(\"{escaped}\")'"))),
    ]
}

#[test]
fn vulnerable_code_is_stopped_by_every_route() {
    let answers = answers(VULNERABLE);
    assert!(answers.iter().all(|(_, decision)| decision == "deny"), "{answers:#?}");
}

#[test]
fn safe_code_passes_by_every_route() {
    let answers = answers(SAFE);
    assert!(answers.iter().all(|(_, decision)| decision == "-"), "{answers:#?}");
}
