//! What goes into files.

use super::plan;

/// Code with quotes, variables, backslashes and a blank line, as an agent would write it.
const CODE: &str = "import os\n\ndef f(x):\n    os.system(\"ls $HOME \" + x)\n    return 'a\\tb'\n";

const BASE64: &str = concat!(
    "aW1wb3J0IG9zCgpkZWYgZih4KToKICAgIG9zLnN5c3RlbSgibHMgJEhPTUUg",
    "IiArIHgpCiAgICByZXR1cm4gJ2FcdGInCg==",
);

/// Every way to bring [`CODE`] into `g.py`.
fn routes() -> Vec<String> {
    let shell = format!("'{}'", CODE.replace('\'', "'\\''"));
    let python = format!("\"\"\"{}\"\"\"", CODE.replace('\\', "\\\\"));
    let script = CODE.replace('\\', "\\\\").replace('\n', "\\n").replace('"', "\\\"");
    let added: String = CODE.lines().map(|line| format!("+{line}\n")).collect();
    let diff = format!("--- /dev/null\n+++ b/g.py\n@@ -0,0 +1,5 @@\n{added}");
    let escaped = CODE.replace('\\', "\\\\").replace('$', "\\$");
    let body = |head: &str, text: &str| format!("{head} <<'END'\n{text}END\n");
    let lines: String =
        CODE.lines().map(|l| format!("echo '{}' >> g.py\n", l.replace('\'', "'\\''"))).collect();
    vec![
        body("cat > g.py", CODE),
        body("cat >| ./g.py", CODE),
        body("cd /w && cat > g.py", CODE),
        body("tee g.py > /dev/null", CODE),
        body("sudo tee g.py", CODE),
        format!("cat <<'END' | tee g.py > /dev/null\n{CODE}END\n"),
        body("dd of=g.py", CODE),
        body("bash -c 'cat > g.py'", CODE),
        body("{ cat; } > g.py", CODE),
        body("(cat) > g.py", CODE),
        body("cat > t.txt", CODE) + "mv t.txt g.py\n",
        body("cat > t.txt", CODE) + "cp t.txt g.py; rm t.txt\n",
        format!("cat > g.py <<END\n{escaped}END\n"),
        format!("cat <<'END' > g.py && echo done\n{CODE}END\n"),
        format!("printf '%s' {shell} > g.py"),
        format!("echo -n {shell} > g.py"),
        format!("printf %s {shell} | cat > g.py"),
        format!("X={shell}; printf %s \"$X\" > g.py"),
        format!("f() {{ printf %s \"$1\" > \"$2\"; }}; f {shell} g.py"),
        format!("rm -f g.py\n: > g.py\n{lines}"),
        format!("echo {BASE64} | base64 -d > g.py"),
        format!("base64 --decode <<< {BASE64} > g.py"),
        format!("openssl base64 -d -A <<< {BASE64} > g.py"),
        body("python3 -", &format!("with open('g.py', 'w') as f:\n    f.write({python})\n")),
        body("python3", &format!("from pathlib import Path\nPath('g.py').write_text({python})\n")),
        body(
            "python3 -",
            &format!(
                "import os\np = os.path.join('/w', 'g.py')\nopen(p, mode='w').write({python})\n"
            ),
        ),
        format!(
            "cat <<'END' | python3 -\ncode = {python}\nf = open('g.py', 'w')\nf.write(code)\nEND\n"
        ),
        body(
            "node -",
            &format!("const fs = require('fs');\nfs.writeFileSync('g.py', \"{script}\");\n"),
        ),
        body(
            "node",
            &format!("import {{ writeFileSync as w }} from 'node:fs';\nw('g.py', \"{script}\");\n"),
        ),
        body("git apply", &diff),
        body("git apply -", &diff),
        body("patch -p1", &diff),
        body("cat > x.diff", &diff) + "git apply x.diff\n",
        format!("eval \"$(cat <<'E'\nprintf %s {shell} > g.py\nE\n)\""),
        format!("echo {} | base64 -d | bash", encoded(&format!("printf %s {shell} > g.py"))),
    ]
}

fn encoded(text: &str) -> String {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD.encode(text)
}

#[test]
fn the_same_code_is_the_same_by_every_route() {
    for route in routes() {
        let made = plan(&route);
        let write = made.writes.iter().rev().find(|write| write.path == "/w/g.py");
        assert_eq!(write.map(|write| write.content.as_str()), Some(CODE), "{route}\n{made:?}");
        assert!(made.facts.parsed, "{route}\n{:?}", made.facts.unparsed);
    }
}

/// A command line with files and their contents.
type Row<'r> = (&'r str, &'r [(&'r str, &'r str)]);

/// The last content of each file, and that all is known.
fn check(rows: &[Row<'_>]) {
    for (command, expected) in rows {
        let made = plan(command);
        for (path, content) in *expected {
            let write = made.writes.iter().rev().find(|write| write.path == format!("/w/{path}"));
            assert_eq!(write.map(|w| w.content.as_str()), Some(*content), "{command}\n{made:?}");
        }
        assert!(made.facts.parsed, "{command}: {:?}", made.facts.unparsed);
    }
}

#[test]
fn shell_builtins_print_as_in_bash() {
    check(&[
        ("echo a b  c > g", &[("g", "a b c\n")]),
        ("echo -e 'a\\tb\\x41\\0101\\cz' > g", &[("g", "a\tbAA")]),
        ("echo 'a\\tb' > g", &[("g", "a\\tb\n")]),
        ("echo -nE 'a\\t' > g", &[("g", "a\\t")]),
        ("echo $'a\\nb' > g", &[("g", "a\nb\n")]),
        ("echo \"a\nb\" > g", &[("g", "a\nb\n")]),
        ("printf '%s=%d\\n' a 1 b 2 > g", &[("g", "a=1\nb=2\n")]),
        (
            "printf '%5s|%-4s|%03d|%.2s|%%|%b' a b 7 xyz 'q\\n' > g",
            &[("g", "    a|b   |007|xy|%|q\n")],
        ),
        ("printf -v x 'a%s' b; echo $x > g", &[("g", "ab\n")]),
        ("cat <<< hi > g", &[("g", "hi\n")]),
        ("cat <<-E > g\n\ta\n\t\tb\n\tE\n", &[("g", "a\nb\n")]),
        ("cat <<A > g; cat <<B > h\n1\nA\n2\nB\n", &[("g", "1\n"), ("h", "2\n")]),
        ("X=1; Y=$X; cat <<E > g\n$X${Y} \\$X\nE\n", &[("g", "11 $X\n")]),
        ("X=a.py; echo ${X%.py} ${X#a} ${X:0:1} ${X/a/b} > g", &[("g", "a .py a b.py\n")]),
        ("for i in {1..3}; do echo $i; done > g", &[("g", "1\n2\n3\n")]),
        ("for f in g h; do echo x > $f; done", &[("g", "x\n"), ("h", "x\n")]),
        ("echo a > g; echo b >> g; { echo c; echo d; } >> g", &[("g", "a\nb\nc\nd\n")]),
        ("echo x >> f.py", &[("f.py", "old a\nline 2\nlast\nx\n")]),
        ("mkdir -p d && cd d && echo x > g", &[("d/g", "x\n")]),
        ("(cd d; echo x > g); echo y > g", &[("d/g", "x\n"), ("g", "y\n")]),
        ("echo x > \"$PWD/g\"; echo y > `pwd`/h", &[("g", "x\n"), ("h", "y\n")]),
        ("> g", &[("g", "")]),
        ("truncate -s 0 f.py", &[("f.py", "")]),
        ("echo x | tee -a f.py g", &[("f.py", "old a\nline 2\nlast\nx\n"), ("g", "x\n")]),
        ("ln -s g l; echo x > l", &[("g", "x\n")]),
    ]);
}

#[test]
fn filters_are_followed() {
    check(&[
        ("cat f.py f.py > g", &[("g", "old a\nline 2\nlast\nold a\nline 2\nlast\n")]),
        ("head -n 1 f.py > g; tail -n1 f.py >> g", &[("g", "old a\nlast\n")]),
        ("sed 's/old/new/' f.py > g", &[("g", "new a\nline 2\nlast\n")]),
        ("cat f.py | sed -n 2p | tr a-z A-Z > g", &[("g", "LINE 2\n")]),
        ("echo 61 62 | xxd -r -p > g", &[("g", "ab")]),
        ("rev <<< cba > g", &[("g", "abc\n")]),
        ("echo YQ== | base64 -d > g", &[("g", "a")]),
    ]);
}

#[test]
fn sed_edits_in_place() {
    let row = |script: &str| {
        let command = format!("sed -i {script} f.py");
        let made = plan(&command);
        assert!(made.facts.parsed, "{command}: {:?}", made.facts.unparsed);
        made.writes.last().map(|write| write.content.clone()).unwrap_or_default()
    };
    assert_eq!(row("'s/old/new/'"), "new a\nline 2\nlast\n");
    assert_eq!(row("-e 's#l#L#g' -e '/Last/d'"), "oLd a\nLine 2\n");
    assert_eq!(row("'s/\\(o\\)\\(l\\)/\\2\\1&/'"), "loold a\nline 2\nlast\n");
    assert_eq!(row("-E 's/(o)(l)/\\2\\1/;2,$d'"), "lod a\n");
    assert_eq!(row("'1i\\\n# head\n$a tail'"), "# head\nold a\nline 2\nlast\ntail\n");
    assert_eq!(row("'2c\\changed'"), "old a\nchanged\nlast\n");
    assert_eq!(row("'/old/,/line/s/^/# /'"), "# old a\n# line 2\nlast\n");
    assert_eq!(row("'2!d'"), "line 2\n");
    assert_eq!(row("'y/abc/xyz/'"), "old x\nline 2\nlxst\n");
    assert_eq!(row("'' 's/a$/b/'"), "old b\nline 2\nlast\n");
    assert_eq!(row("--expression='s/A/b/2I' --in-place=.bak"), "old a\nline 2\nlast\n");
    assert_eq!(row("'/line/{s/2/3/;s/l/L/}'"), "old a\nLine 3\nlast\n");
}

#[test]
fn other_editors_are_followed() {
    check(&[
        ("perl -pi -e 's/old (\\w)/new $1!/' f.py", &[("f.py", "new a!\nline 2\nlast\n")]),
        ("perl -i.bak -pe 's{a$}{b}; s|l|L|g' f.py", &[("f.py", "oLd b\nLine 2\nLast\n")]),
        ("perl -0777 -pi -e 's/a\\nline/x/' f.py", &[("f.py", "old x 2\nlast\n")]),
        (
            "python3 - <<'E'\np = 'f.py'\ns = open(p).read()\nassert 'old' in s\ns = \
             s.replace('old a', '''new\nb''')\nopen(p, 'w').write(s)\nE\n",
            &[("f.py", "new\nb\nline 2\nlast\n")],
        ),
        (
            "python3 -c \"import re; s = open('f.py').read(); open('f.py', \
             'w').write(re.sub(r'l(.)', r'\\1l', s))\"",
            &[("f.py", "odl a\nilne 2\nalst\n")],
        ),
        (
            "python3 - <<'E'\nfrom pathlib import Path\np = Path('.') / 'f.py'\nt = \
             p.read_text()\nif 'x' in t:\n    print('no')\np.write_text(t.replace('last', 'end') \
             + 'more\\n')\nE\n",
            &[("f.py", "old a\nline 2\nend\nmore\n")],
        ),
        (
            "python3 - <<'E'\nwith open('g', 'w') as \
             f:\n    f.write('a\\n')\n    f.writelines(['b', 'c'])\nE\n",
            &[("g", "a\nbc")],
        ),
        ("python3 -c 'print(\"import os\")' > g", &[("g", "import os\n")]),
        (
            "node -e \"const fs = require('fs'); let s = fs.readFileSync('f.py', 'utf8'); s = \
             s.replace('a', 'b'); fs.writeFileSync('f.py', s)\"",
            &[("f.py", "old b\nline 2\nlast\n")],
        ),
        (
            "python3 -c \"import shutil; shutil.copy('f.py', 'g.sh')\"",
            &[("g.sh", "old a\nline 2\nlast\n")],
        ),
        (
            "python3 -c \"import subprocess; subprocess.run(['cp', 'f.py', 'g.sh'], check=True)\"",
            &[("g.sh", "old a\nline 2\nlast\n")],
        ),
        ("python3 -c \"import os; os.system('echo x > g')\"", &[("g", "x\n")]),
        ("ruby -e 'File.write(\"g\", \"x\")'", &[("g", "x")]),
        (
            "patch f.py <<'E'\n--- f.py\n+++ f.py\n@@ -2 +2 @@\n-line 2\n+line two\nE\n",
            &[("f.py", "old a\nline two\nlast\n")],
        ),
        (
            "git apply <<'E'\ndiff --git a/f.py b/g.py\nsimilarity index 90%\nrename from \
             f.py\nrename to g.py\n--- a/f.py\n+++ b/g.py\n@@ -1,3 +1,3 @@\n-old a\n+new a\n \
             line 2\n last\nE\n",
            &[("g.py", "new a\nline 2\nlast\n")],
        ),
    ]);
}

/// Commands that write something which cannot be told: what is known is there all the same.
#[test]
fn what_is_not_known_is_said() {
    let rows = [
        ("cat > g.py <<E\nx = \"$(date)\"\nE\n", "part of what goes into", "x = \"$(date)\"\n"),
        ("echo $X > g.py", "part of what", "$X\n"),
        ("echo \"$HOME\" > g.py", "part of what", "~\n"),
        ("echo x > $OUT", "behind `>`", ""),
        ("echo x > *.py", "behind `>`", ""),
        ("cd $D; echo x > g.py", "working directory", ""),
        ("sort f.py > g.py", "what goes into", ""),
        ("python3 x.py > g.py", "what goes into", ""),
        ("curl https://x > notes.txt", "network", ""),
        ("wget https://x/y.py", "network", ""),
        ("sed -i 's/a/b/e' f.py", "`sed -i`", ""),
        ("sed -i \"s/a/$X/\" f.py", "`sed -i`", ""),
        ("sed 's/a/b/w g.py' f.py", "`sed` script", ""),
        ("sed -i 's/a/b/' $F", "which files", ""),
        ("perl -pi -e '$_ = uc' f.py", "`perl -i`", ""),
        ("python3 -c \"open('g.py', 'w').write(x())\"", "what goes into", ""),
        ("python3 -c \"open(n, 'w').write('x')\"", "name is not known", ""),
        ("python3 -c \"exec(open('x').read())\"", "not followed", ""),
        ("python3 -c \"o = open; m = 'w'\nfor n in x: o(n, m).write('y')\"", "may do more", ""),
        ("python3 -c \"f'{open('g', 'w').write('x')}'\"", "may do more", ""),
        ("python3 -c \"getattr(__import__('o'+'s'), 'sys'+'tem')('x')\"", "not followed", ""),
        ("node -e \"require('fs')['write'+'FileSync']('g', 'x')\"", "by its name", ""),
        ("node -e \"x=/'/; require('fs').writeFileSync(n, 'y')\"", "name is not known", ""),
        ("node -e \"[require('fs').writeFileSync].map(f => f('g', 'x'))\"", "may do more", ""),
        ("perl -e 'open(F, \">g\"); print F \"x\"'", "not followed", ""),
        ("ruby -e 'x = %q(\"); system(%q(ls)); %q(\")'", "may do more", ""),
        ("awk '{ print > \"g.py\" }' f.py", "awk", ""),
        ("tar xf a.tar", "unpacks", ""),
        ("echo x | $CMD", "program is not known", ""),
        ("/bin/r? -f x", "program is not known", ""),
        ("eval \"$X\"", "eval", ""),
        ("bash -c \"$X\"", "script that runs", ""),
        ("xargs -I{} sh -c 'echo {}' < f.py", "script that runs", ""),
        ("alias ls=rm; ls x", "alias", ""),
        ("IFS=,; X=rm,x; $X", "IFS", ""),
        ("LD_PRELOAD=./x.so ls", "LD_PRELOAD", ""),
        ("exec > g.py; echo x", "exec", ""),
        ("set -- rm x; \"$@\"", "program is not known", ""),
        ("ssh h 'cat > g.py' < f.py", "another machine", ""),
        ("tee >(cat > g.py) < f.py", "what goes into", ""),
        ("ed f.py <<< w", "`ed`", ""),
        ("git -c alias.x='!ls' x", "starts another program", ""),
        ("git hash-object -w --stdin <<< x", "side door", ""),
        ("git apply <<< nonsense", "patch", ""),
        ("if true; then X=g; else X=h; fi; echo x > $X", "behind `>`", ""),
        ("X=g.py; for i in 1 2; do echo x > $X; X=h.py; done", "behind `>`", ""),
        ("echo 'x > g.py", "cannot be read", ""),
        ("rm -rf \"$D\"/x", "what is removed", ""),
        ("yq -i '.a = 1' x.yml", "`yq`", ""),
    ];
    for (command, reason, content) in rows {
        let made = plan(command);
        let unparsed = made.facts.unparsed.clone().unwrap_or_default();
        assert!(unparsed.contains(reason), "{command}: {unparsed:?}");
        assert!(!made.facts.parsed);
        if !content.is_empty() {
            assert_eq!(made.writes.last().map(|w| w.content.as_str()), Some(content), "{command}");
        }
    }
}

#[test]
fn code_for_interpreters_is_handed_on() {
    let rows: &[(&str, &str, &str)] = &[
        ("python3 -c 'import os'", "python", "import os"),
        ("python3 -c'import os'", "python", "import os"),
        ("python3 -Wi -Bc 'x' arg", "python", "x"),
        ("python - <<E\nx\nE\n", "python", "x\n"),
        ("cat <<E | python3\nx\nE\n", "python", "x\n"),
        ("echo x | sudo -u u python3 -", "python", "x\n"),
        ("node -e 'a' b", "javascript", "a"),
        ("node --eval='a'", "javascript", "a"),
        ("node -p a", "javascript", "a"),
        ("deno eval 'a'", "typescript", "a"),
        ("tsx -e 'a'", "typescript", "a"),
        ("perl -lane 'print'", "perl", "print"),
        ("ruby -rjson -e 'a'", "ruby", "a"),
        ("php -r 'a;'", "php", "a;"),
        ("bash -lc 'ls x'", "bash", "ls x"),
        ("eval 'ls x'", "bash", "ls x"),
        ("bash <<E\nls\nE\n", "bash", "ls\n"),
    ];
    for (command, language, code) in rows {
        let made = plan(command);
        let inline = made.inline.first().map(|inline| (inline.language, inline.code.as_str()));
        assert_eq!(inline, Some((*language, *code)), "{command}");
    }
    assert!(plan("python3 -m json.tool < x; python3 x.py; node x.js; bash x.sh").inline.is_empty());
}
