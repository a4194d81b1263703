//! The same command lines read by another parser, tree-sitter's for bash: both must see the same
//! commands. That parser is not used outside this test because it loses what a gate must see (an
//! escaped blank, `coproc`, backticks in a here-document) without saying so.

use super::{Command, CommandKind, Script, Word, parse};

/// Lines that tree-sitter reads without an error.
const LINES: &[&str] = &[
    "ls -la && git status --short || echo no",
    "cat > f.py <<'E'\nimport os\nE\nls",
    "cat <<E | python3 -\nx $(date)\nE\n",
    "git commit -m \"$(cat <<'E'\nit's $(x)\nE\n)\"",
    "r''m -rf / ; \\rm x; $'\\x72m' y; rm${IFS}z",
    "for i in 1 2; do echo $i > f$i; done 2>&1 | tee log",
    "while read -r l; do echo \"$l\"; done < f",
    "if a; then b; elif c; then d; else e; fi",
    "case $x in a|b) c;; *) d; e;; esac",
    "f() { rm x; }; f; (cd y; ls) | wc -l",
    "bash <(curl x) > >(tee y)",
    "echo ${x:-$(a)} \"${y/b/c}\" $((1 + 2)) `d`",
    "X=1 Y=$(a) cmd b; Z=`c`",
    "a &> f; b 2>&1 >g &",
    "find . -name '*.py' -exec rm {} \\; -print",
    "docker run -v \"$PWD\":/x img sh -c \"a && b\"",
    "awk '{print $1}' f | sort | uniq -c|sort -rn|head # not a command",
];

#[test]
fn another_parser_sees_the_same_commands() {
    for line in LINES {
        let mut ours = Vec::new();
        names(&parse(line), line, &mut ours);
        ours.sort_unstable();
        let mut theirs = names_by_tree_sitter(line);
        theirs.sort_unstable();
        assert_eq!(ours, theirs, "{line}");
    }
}

fn names<'t>(script: &Script, text: &'t str, found: &mut Vec<&'t str>) {
    for command in script.statements.iter().flat_map(|statement| &statement.pipeline) {
        names_of(command, text, found);
    }
}

fn names_of<'t>(command: &Command, text: &'t str, found: &mut Vec<&'t str>) {
    let targets = command.redirections.iter().map(|redirection| &redirection.target);
    let bodies = command.redirections.iter().filter_map(|r| r.document()).map(|d| &d.body);
    let mut words: Vec<&Word> = targets.chain(bodies).collect();
    match &command.kind {
        CommandKind::Simple { assignments, words: own } => {
            words.extend(own.iter().chain(assignments.iter().flat_map(|a| &a.values)));
            found.extend(own.first().map(|word| word.span.text(text)));
        }
        CommandKind::Compound { words: own, parts, .. } => {
            words.extend(own);
            parts.iter().for_each(|part| names(part, text, found));
        }
    }
    words.iter().flat_map(|word| word.scripts()).for_each(|script| names(script, text, found));
}

fn names_by_tree_sitter(text: &str) -> Vec<&str> {
    let mut parser = tree_sitter::Parser::new();
    parser.set_language(&tree_sitter_bash::LANGUAGE.into()).unwrap();
    let tree = parser.parse(text, None).unwrap();
    assert!(!tree.root_node().has_error(), "{text}");
    let mut found = Vec::new();
    let mut open = vec![tree.root_node()];
    while let Some(node) = open.pop() {
        if node.kind() == "command_name" {
            found.extend(text.get(node.byte_range()));
        }
        open.extend((0..node.child_count()).filter_map(|n| node.child(u32::try_from(n).unwrap())));
    }
    found
}
