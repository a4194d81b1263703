//! The way from source to sink, in words.

use super::{Options, hits, tree};

fn check(language: &str, code: &str, expected: &[&str]) {
    let tree = tree(language, code);
    let (hits, _) = hits(&tree, language, Options::default());
    let [(_, hit)] = hits.as_slice() else { panic!("one hit wanted: {hits:?}") };
    let steps = hit.steps.iter().map(|(span, note)| format!("{}: {note}", span.text(code)));
    assert_eq!(steps.collect::<Vec<_>>(), expected, "{code}");
}

#[test]
fn each_step_is_told() {
    check(
        "python",
        r#"
def query(sql):
    text = sql
    sink(text)

def f():
    bar = source()
    parts = []
    parts.append("select " + bar)
    query(parts[0])
"#,
        &[
            "source(): the value comes from here",
            "bar: `bar` takes the value",
            "parts: `parts` takes the value in",
            "parts[0]: passed to `query` as `sql`",
            "text: `text` takes the value",
            "sink(text): the value is used here",
        ],
    );
}

#[test]
fn a_long_way_is_cut_in_the_middle() {
    let steps: String = (1..40).map(|n| format!("a{n} = a{}\n", n - 1)).collect();
    check(
        "python",
        &format!("a0 = source()\n{steps}sink(a39)\n"),
        &[
            "source(): the value comes from here",
            "a0: `a0` takes the value",
            "a1: `a1` takes the value",
            "a36: `a36` takes the value",
            "a37: `a37` takes the value",
            "a38: `a38` takes the value",
            "a39: `a39` takes the value",
            "sink(a39): the value is used here",
        ],
    );
}
