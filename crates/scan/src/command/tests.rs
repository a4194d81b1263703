//! Command lines as rows. Every test goes through [`plan`], with one file in the working directory.

mod findings;
mod kinds;
mod writes;

use std::collections::HashMap;

use proptest::prelude::*;

use super::{CommandPlan, analyze, needs};

const CWD: &str = "/w";

/// The only file that is there.
const FILE: (&str, &str) = ("/w/f.py", "old a\nline 2\nlast\n");

fn plan(command: &str) -> CommandPlan {
    let file = |path: &String| (path == FILE.0).then(|| FILE.1.to_owned());
    let mut contents: HashMap<String, Option<String>> =
        needs(command, CWD).into_iter().map(|path| (path.clone(), file(&path))).collect();
    let first = analyze(command, CWD, &contents);
    contents.extend(first.missing.into_iter().map(|path| (path.clone(), file(&path))));
    analyze(command, CWD, &contents)
}

#[test]
fn what_is_needed_is_named_once() {
    let rows: &[(&str, &[&str])] = &[
        ("ls; cat x; git status; npm test", &[]),
        ("cat x > y", &["/w/x", "/w/y"]),
        ("cd sub && sed -i 's/a/b/' ../x.py ./y.py", &["/w/sub/y.py", "/w/x.py"]),
        ("echo a >> ~/.profile", &["~/.profile"]),
        ("cp a b; mv c d/", &["/w/a", "/w/b", "/w/c", "/w/d/c"]),
        ("patch -p1 < fix.diff", &["/w/fix.diff"]),
        ("cat .env ~/.ssh/id_rsa > /dev/null", &[]),
        ("dd if=/dev/zero of=x", &["/w/x"]),
        (
            "python3 -c \"s = open('a.py').read(); open('b.py', 'w').write(s)\"",
            &["/w/a.py", "/w/b.py"],
        ),
    ];
    for (command, expected) in rows {
        assert_eq!(needs(command, CWD), *expected, "{command}");
    }
}

#[test]
fn a_patch_on_disk_is_applied_when_its_files_are_read_as_well() {
    let diff = "--- a/f.py\n+++ b/f.py\n@@ -1,2 +1,2 @@\n-old a\n+new a\n line 2\n";
    let mut contents = HashMap::from([("/w/x.diff".to_owned(), Some(diff.to_owned()))]);
    let first = analyze("git apply x.diff", CWD, &contents);
    assert_eq!(first.missing, ["/w/f.py"]);
    assert!(!first.facts.parsed);
    contents.insert(FILE.0.to_owned(), Some(FILE.1.to_owned()));
    let second = analyze("git apply x.diff", CWD, &contents);
    assert_eq!(second.writes[0].content, "new a\nline 2\nlast\n");
    assert_eq!(second.writes[0].before.as_deref(), Some(FILE.1));
    assert!(second.facts.parsed && second.missing.is_empty(), "{second:?}");
}

#[test]
fn a_file_that_moves_inside_the_working_directory_brings_nothing_new() {
    let moved = |command: &str| plan(command).writes.remove(0);
    assert_eq!(moved("mv f.py g.py").before.as_deref(), Some(FILE.1));
    assert_eq!(moved("cp f.py g.py").before.as_deref(), Some(FILE.1));
    // As another kind of file it is judged anew.
    assert_eq!(moved("cp f.py g.sh").before, None);
    assert_eq!(moved("cat f.py > g.py").before, None);
}

#[test]
fn time_and_memory_stay_bounded() {
    let rows = [
        "f() { f; f; }; f".to_owned(),
        "A=xxxxxxxxxxxxxxxx; ".to_owned() + &"A=$A$A; ".repeat(60) + "echo $A > f",
        "for i in {1..50}; do for j in {1..50}; do for k in {1..50}; do echo $i; done; done; done"
            .to_owned(),
        "echo x >> f; ".repeat(5_000),
        "A=1 && ".repeat(3_000) + "ls",
        format!("python3 - <<'E'\ns = 'a'\n{}open('f','w').write(s)\nE", "s = s + s\n".repeat(200)),
        format!(
            "python3 - <<'E'\ns = 'a'\n{}E",
            "s = s.replace('a', 'aaaaaaaaaaaaaaaa')\n".repeat(200)
        ),
        format!("sed -i '{}' f.py", "s/./&&&&&&&&&&&&&&&&/g;".repeat(100)),
        format!("node -e '{}'", "function ".repeat(50_000)),
        format!("python3 -c '{}'", "(".repeat(100_000)),
        format!("python3 -c \"{}\"", "f'{'*".repeat(10_000)),
        format!("{}ls{}", "bash -c '".repeat(30), "'".repeat(30)),
        "eval ".repeat(10_000) + "ls",
        format!("printf '%0999999999d' 1 > f; printf '{}' > g", "%s".repeat(10_000)),
        "ls | ".repeat(5_000) + "ls",
        "if [ a ]; then X=1; fi; ".repeat(2_000),
    ];
    for command in rows {
        let start = std::time::Instant::now();
        let _ = plan(&command);
        let took = start.elapsed();
        let head: String = command.chars().take(40).collect();
        assert!(took.as_secs() < 10, "{head}: {took:?}");
    }
}

/// Pieces that command lines are made of, to be thrown together.
const PIECES: &[&str] = &[
    "rm -rf ",
    "/",
    "cat ",
    "f.py",
    " > ",
    " >> ",
    "g.py",
    "<<E",
    "\n",
    "E\n",
    "sed -i ",
    "'s/a/b/g' ",
    "'1,2d' ",
    "echo -e ",
    "\\x41",
    "printf '%s %d\\n' ",
    "$(",
    ")",
    "`",
    "\"",
    "'",
    "${X:-",
    "}",
    "X=",
    "; ",
    " && ",
    " | ",
    "bash -c ",
    "eval ",
    "python3 -c ",
    "open('a','w').write(",
    "node -e ",
    "curl -o ",
    "https://x/y ",
    "tee ",
    "git apply ",
    "git commit -m ",
    "find . -exec ",
    " \\; ",
    "xargs ",
    "sudo ",
    "env A=1 ",
    "docker run i ",
    "ssh h ",
    "for i in a b; do ",
    "; done",
    "if ",
    "; then ",
    "; fi",
    "f() { ",
    "; }",
    "perl -pi -e ",
    "base64 -d ",
    "<<< ",
    "YQ==",
    "cd ",
    "cp ",
    "mv ",
    "--- a/f.py\n",
    "+++ b/f.py\n",
    "@@ -1,1 +1,1 @@\n",
    "-old a\n",
    "+new\n",
    "dd of=",
    "tr a b ",
    "head -n ",
    "1 ",
    "é",
    "*",
    "~",
    "[ ",
    " ]",
    "{a,b}",
    "chmod 777 ",
    "with open(",
    " as f:\n    ",
    "s.replace(",
    "import os\n",
    "f'{x}'",
    "`${",
    "/re/",
    "y/ab/cd/",
];

proptest! {
    #[test]
    fn nothing_panics(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..24)) {
        let _ = plan(&pieces.concat());
    }

    #[test]
    fn what_echo_prints_goes_into_the_file(text in "[a-zA-Z0-9 _(){}$;#*\n\"é]{0,40}") {
        let command = format!("cat > g.py <<'THE_END'\n{text}\nTHE_END\n");
        let made = plan(&command);
        prop_assert_eq!(&made.writes[0].content, &format!("{text}\n"));
        prop_assert!(made.facts.parsed);
    }
}
