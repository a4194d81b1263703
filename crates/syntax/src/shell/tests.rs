//! What is read, as rows: a command line and a short form of what the shell would see.

use proptest::prelude::*;

use super::{
    Command, CommandKind, Form, Known, PartKind, Redirection, Script, Values, Word, parse,
};

/// Nothing is known but `IFS` and what a test assigns.
struct Nothing;

impl Values for Nothing {
    fn variable(&mut self, name: &str) -> Known {
        if name == "IFS" { Known::text(" \t\n") } else { Known::default() }
    }

    fn output(&mut self, _: &Script) -> Known {
        Known::default()
    }

    fn process(&mut self, _: &Script, _: bool) -> Known {
        Known::default()
    }
}

fn show_word(word: &Word) -> String {
    let fields = word.fields(&mut Nothing);
    let shown: Vec<_> = fields
        .iter()
        .map(|f| if f.known { f.text.clone() } else { format!("?{}", f.text) })
        .collect();
    let scripts: String = word.scripts().into_iter().map(|s| format!("⟨{}⟩", show(s))).collect();
    shown.join(" ") + &scripts
}

fn show_redirection(redirection: &Redirection) -> String {
    let fd = redirection.descriptor.map_or(String::new(), |n| n.to_string());
    let document = redirection.document().map_or(String::new(), |d| {
        format!("{}«{}»", if d.expanded { "$" } else { "" }, show_document(&d.body))
    });
    format!("{fd}{:?} {}{document}", redirection.kind, show_word(&redirection.target))
}

fn show_document(body: &Word) -> String {
    let scripts: String = body.scripts().into_iter().map(|s| format!("⟨{}⟩", show(s))).collect();
    body.value(&mut Nothing).text.replace('\n', "⏎") + &scripts
}

fn show_command(command: &Command) -> String {
    let mut out = Vec::new();
    match &command.kind {
        CommandKind::Simple { assignments, words } => {
            for a in assignments {
                let values: Vec<_> = a.values.iter().map(show_word).collect();
                out.push(format!("{}={}", a.name, values.join(",")));
            }
            if !words.is_empty() {
                out.push(words.iter().map(show_word).collect::<Vec<_>>().join(" "));
            }
        }
        CommandKind::Compound { form, name, words, parts } => {
            let mut head = format!("{form:?}");
            head.extend(name.iter().map(|n| format!(" {n}")));
            head.extend(words.iter().map(|w| format!(" {}", show_word(w))));
            let parts: Vec<_> = parts.iter().map(show).collect();
            out.push(format!("{head}{{{}}}", parts.join("/")));
        }
    }
    out.extend(command.redirections.iter().map(show_redirection));
    out.join(" ")
}

fn show(script: &Script) -> String {
    let statements = script.statements.iter().map(|s| {
        let joint = match s.joint {
            super::Joint::Sequence => "",
            super::Joint::And => "&& ",
            super::Joint::Or => "|| ",
        };
        let pipeline: Vec<_> = s.pipeline.iter().map(show_command).collect();
        format!("{joint}{}{}", pipeline.join(" | "), if s.background { " &" } else { "" })
    });
    statements.collect::<Vec<_>>().join("; ")
}

fn check(rows: &[(&str, &str)]) {
    for (text, expected) in rows {
        let script = parse(text);
        assert_eq!(script.unread, None, "{text}");
        assert_eq!(show(&script), *expected, "{text}");
    }
}

fn check_unread(rows: &[(&str, &str)]) {
    for (text, reason) in rows {
        let unread = parse(text).unread.map(|u| u.reason);
        assert!(unread.is_some_and(|r| r.contains(reason)), "{text}: {unread:?}");
    }
}

#[test]
fn words_lose_their_quotes_as_in_the_shell() {
    check(&[
        ("r''m -rf /", "rm -rf /"),
        ("\\rm 'a b' \"c d\"", "rm a b c d"),
        ("$'\\x72m' $'a\\tb\\101\\u00e9'", "rm a\tbAé"),
        ("rm${IFS}-rf${IFS}/", "rm -rf /"),
        ("mv \\ x y\\ z", "mv  x y z"),
        ("echo a#b # comment", "echo a#b"),
        ("echo \"a\\\"b\\$c\\n\"", "echo a\"b$c\\n"),
        ("ec\\\nho hi", "echo hi"),
        ("echo 'c'\\''d'", "echo c'd"),
        ("echo $\"x\" $ a$", "echo x $ a$"),
        ("{rm,-rf,/}", "rm -rf /"),
        ("cp a{.py,.bak} '{b,c}' {1..3} {a,b{1,2}}", "cp a.py a.bak {b,c} 1 2 3 a b1 b2"),
        ("git show @{u} HEAD^ {} {a}", "git show @{u} HEAD^ {} {a}"),
        ("echo ~/x ~root 'a~' b~ \"~\"", "echo ~/x ~root a~ b~ ~"),
        ("echo $X ${X:-y} ${#X} ${X/a/b}", "echo ?$X ?${X:-y} ?${#X} ?${X/a/b}"),
        (
            "echo \"$(ls \"a b\")\" `ls \\`pwd\\``",
            "echo ?$(ls \"a b\")⟨ls a b⟩ ?`ls \\`pwd\\``⟨ls ?`pwd`⟨pwd⟩⟩",
        ),
        ("echo ${x:-$(rm y)} $((1+$(z))) $(( 7 ))", "echo ?${x:-$(rm y)}⟨rm y⟩ ?$((1+$(z)))⟨z⟩ 7"),
        ("diff <(ls a) >(tee b)", "diff ?<(ls a)⟨ls a⟩ ?>(tee b)⟨tee b⟩"),
    ]);
}

#[test]
fn lists_and_compound_commands() {
    check(&[
        ("a && b || c; d & e", "a; && b; || c; d &; e"),
        ("a | b |& c", "a | b | c"),
        ("a |\n b &&\n\n c", "a | b; && c"),
        ("! time -p a", "a"),
        ("(a; b) | c", "Subshell{a; b} | c"),
        ("{ a; b; } > f", "Group{a; b} Write f"),
        ("if a; then b; elif c; then d; else e; fi", "If{a/b/c/d/e}"),
        ("while read x; do a; done < f", "While{read x/a} Read f"),
        ("until a\ndo b\ndone", "While{a/b}"),
        ("for i in 1 2; do a $i; done", "For i 1 2{a ?$i}"),
        ("for i; do a; done", "For i ?\"$@\"{a}"),
        ("for ((i=0;i<3;i++)); do a; done", "Count i=0;i<3;i++{a}"),
        ("case $x in a|b) c;; (*) d; e ;; esac", "Case ?$x a b *{c/d; e}"),
        ("f() { a; }; function g { b; }; f", "Function f{Group{a}}; Function g{Group{b}}; f"),
        ("[[ -f a && $x =~ ^(a|b)$ ]] && c", "Test -f a ?$x =~ ^ a b ${}; && c"),
        ("(( x > 1 )) && a", "Arithmetic  x > 1 {}; && a"),
        ("((a); b)", "Subshell{Subshell{a}; b}"),
        ("X=1 Y='a b' c", "X=1 Y=a b c"),
        ("X=$(a) Y+=b Z[1]=c", "X=?$(a)⟨a⟩ Y=b Z=c"),
        ("a=(1 '2 3' $x); declare -a b=(4)", "a=1,2 3,?$x; b=4 declare -a"),
        ("export A=b", "export A=b"),
    ]);
}

#[test]
fn redirections_and_documents() {
    check(
        &[
            ("a > f 2>&1 < g >> h", "a Write f 2Duplicate 1 Read g Append h"),
            (
                "a &> f; b &>> g; c >& h; d 3<> i; e >| j",
                "a WriteAll f; b AppendAll g; c WriteAll h; d 3ReadWrite i; e Write j",
            ),
            (">f a b", "a b Write f"),
            ("a 2 >f b2>g", "a 2 b2 Write f Write g"),
            ("tee f <<< \"hi\"", "tee f Text hi"),
            ("cat > f <<'E'\nx $y\nE\n", "cat Write f Document E«x $y⏎»"),
            ("cat <<E\nx $y \\$z `p` \"q\"\nE", "cat Document E$«x $y $z `p` \"q\"⏎⟨p⟩»"),
            ("cat <<-E\n\ta\n\t\tb\n\tE\nc", "cat Document E$«a⏎b⏎»; c"),
            ("cat <<E\"O\"F | b\n1\nEOF\nc", "cat Document EOF«1⏎» | b; c"),
            (
                "cat <<A; cat <<'B' > f && c\n1\nA\n2\nB\nd",
                "cat Document A$«1⏎»; cat Document B«2⏎» Write f; && c; d",
            ),
            (
                "git commit -m \"$(cat <<'E'\nit's $(x)\nE\n)\"",
                "git commit -m ?$(cat <<'E'\nit's $(x)\nE\n)⟨cat Document E«it's $(x)⏎»⟩",
            ),
            ("if a; then cat > f <<E\nx\nE\nfi", "If{a/cat Write f Document E$«x⏎»}"),
            ("cat <<E &\nx\nE", "cat Document E$«x⏎» &"),
            ("cat <<E\na\\\nE\nE", "cat Document E$«aE⏎»"),
        ][..14],
    );
}

#[test]
fn what_cannot_be_read_is_said() {
    check_unread(&[
        ("echo 'a", "never closed"),
        ("echo \"a", "never closed"),
        ("echo `a", "never closed"),
        ("echo $(a", "never closed"),
        ("(a", "never closed"),
        ("a; ; b", "missing"),
        ("a &&", "behind"),
        ("done", "keyword"),
        ("if a; then b", "keyword"),
        ("a )", "over"),
        ("cat <<E", "no body"),
        ("a >", "no target"),
        ("coproc x { a; }", "coproc"),
        (&"$(".repeat(100), "deeply"),
        (&format!("echo {}", "${x:-".repeat(5000)), "deeply"),
    ]);
}

#[test]
fn reading_goes_on_behind_a_line_that_cannot_be_read() {
    let script = parse("a )\nb > f");
    assert!(!script.complete());
    assert_eq!(show(&script), "a; b Write f");
}

#[test]
fn spans_are_bytes_of_the_command_line() {
    let text = "é; x \"$(cat <<A\n$(in ß)\nA\n)\"";
    let script = parse(text);
    let word = |script: &Script, n: usize| match &script.statements[n].pipeline[0].kind {
        CommandKind::Simple { words, .. } => words.clone(),
        CommandKind::Compound { form: Form::Group, .. } => Vec::new(),
        CommandKind::Compound { .. } => Vec::new(),
    };
    let outer = word(&script, 1);
    assert_eq!(outer[0].span.text(text), "x");
    let PartKind::Output(cat) = &outer[1].parts[1].kind else { panic!("{outer:?}") };
    let document = cat.statements[0].pipeline[0].redirections[0].document().unwrap();
    let inner = document.body.scripts()[0];
    assert_eq!(word(inner, 0)[1].span.text(text), "ß");
}

#[test]
fn time_grows_with_the_text_only() {
    let rows = [
        "$((echo '(' ) )".repeat(20_000),
        "$((\n".repeat(50_000),
        "a[".repeat(100_000),
        "{".repeat(100_000),
        "{a,b}".repeat(5_000),
        "`".repeat(99_999),
        "cat <<A ".repeat(20_000) + "\n" + &"x\n".repeat(20_000),
        "${x:-".repeat(50_000),
        "((".repeat(50_000),
        "if a; then ".repeat(20_000),
    ];
    for text in rows {
        let start = std::time::Instant::now();
        let _ = parse(&text);
        let took = start.elapsed();
        let head: String = text.chars().take(20).collect();
        assert!(took.as_millis() < 3_000, "{head}: {took:?}");
    }
}

proptest! {
    #[test]
    fn nothing_panics(text in "[-a-z0-9 \n\t'\"`$(){}<>|&;\\\\=#!~*?\\[\\],:EOFé/@%^+.]{0,80}") {
        let _ = show(&parse(&text));
    }

    #[test]
    fn pieces_of_shell_do_not_panic(pieces in prop::collection::vec(prop::sample::select(vec![
        "cat <<E", "<<-'E'", "\n", "E\n", "$(", ")", "${", "}", "((", "))", "$((", "`", "'", "\"",
        "if ", "then ", "fi", "case x in ", "esac", ";;", ";", "&&", "||", "|", "&", "for i in ",
        "do ", "done", "{ ", "[[ ", " ]]", "f()", " x", "=", "(", "a=(", "<(", ">", "2>&1",
         "\\", "~",
        "{a,b}", "{1..9}", "$'\\", "é", "#",
    ]), 0..40)) {
        let _ = show(&parse(&pieces.concat()));
    }
}
