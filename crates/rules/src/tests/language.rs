//! Patterns and operators, language by language. A line that must be found ends in a comment with
//! `ruleid`; all others must not be found.

use portcullis_syntax::{Language, parse};

use crate::{File, Library, RuleSet, load, scan};

/// Runs one rule over code and holds the lines that it finds against the marked ones.
#[track_caller]
pub(super) fn check_rule(language: &str, rule: &str, code: &str) {
    let rules = format!(
        "rules:\n  - id: t\n    languages: [{language}]\n    severity: ERROR\n    message: m\n{}",
        indent(rule)
    );
    let loaded = load(&rules, &Library::default());
    assert_eq!(loaded.errors, [], "{rules}");
    let set = RuleSet::new(loaded.rules);
    let set = RuleSet::from_bytes(&set.to_bytes().unwrap()).unwrap();
    let language = Language::by_name(language).unwrap();
    let parsed = parse(language, code);
    let file = File { path: "t", language: Some(language), text: code, parsed: Some(&parsed) };
    let report = scan(&set, &file);
    assert_eq!(report.limits, []);
    let lines = portcullis_model::LineIndex::new(code);
    let line = |offset: u32| lines.line(offset);
    let mut found: Vec<u32> = report.matches.iter().map(|m| line(m.span.start)).collect();
    found.sort_unstable();
    found.dedup();
    let marked = code.lines().zip(1..).filter(|(text, _)| text.contains("ruleid"));
    let want: Vec<u32> = marked.map(|(_, n)| n).collect();
    assert_eq!(found, want, "{rule}\n{code}");
}

fn indent(text: &str) -> String {
    text.lines().map(|line| format!("    {line}\n")).collect()
}

/// The same with a rule of one pattern.
#[track_caller]
pub(super) fn check(language: &str, pattern: &str, code: &str) {
    check_rule(language, &format!("pattern: |\n{}", indent(pattern)), code);
}

#[test]
fn python_calls_and_arguments() {
    check("python", "foo(1, ..., 2)", "foo(1, 2) # ruleid\nfoo(1, a, 2) # ruleid\nfoo(1)\n");
    check("python", "foo(..., a=1)", "foo(b=2, a=1) # ruleid\nfoo(1, a=1) # ruleid\nfoo(a=2)\n");
    check("python", "foo(a=1, ...)", "foo(b=2, a=1) # ruleid\nfoo(a=1, b=2) # ruleid\nfoo(b=1)\n");
    check("python", "foo($X)", "foo(a) # ruleid\nfoo(a=1)\nfoo()\nfoo(*b) # ruleid\n");
    check("python", "foo($X, $X)", "foo(a, a) # ruleid\nfoo(a, b)\nx = 1\nfoo(x, 1) # ruleid\n");
    check("python", "foo($...ARGS, 3)", "foo(3) # ruleid\nfoo(1, 2, 3) # ruleid\nfoo(3, 1)\n");
    check("python", "$X.foo(...)", "a.foo() # ruleid\na.b.foo(1) # ruleid\nfoo()\n");
}

#[test]
fn python_names_through_imports() {
    let aliases = "import os as o\nfrom os import system as s, path\nfrom os import *\n\
        o.system(1) # ruleid\ns(2) # ruleid\nos.system(3) # ruleid\nsystem(4) # ruleid\n\
        def f(s):\n    s(5)\n";
    check("python", "os.system(...)", aliases);
    check("python", "foo", "foo # ruleid\na.foo\nf(foo=1)\nfoo.a # ruleid\ndef foo(): pass\n");
}

#[test]
fn python_constants_and_strings() {
    let code = "foo('a') # ruleid\nfoo(f'a{b}')\nfoo('a' + 'b') # ruleid\nx = 's'\n\
                foo(x) # ruleid\n\
        foo(y)\n";
    check("python", "foo(\"...\")", code);
    check("python", "foo(\"=~/^ab+$/\")", "foo('abb') # ruleid\nfoo('xab')\n");
    check("python", "foo(f\"...{$X}...\")", "foo(f'a{b}c') # ruleid\nfoo('a')\n");
    check("python", "16", "0x10 # ruleid\n16 # ruleid\n16.0\n");
}

#[test]
fn python_statements() {
    check("python", "foo()\n...\nbar()", "foo() # ruleid\nif a:\n    bar()\n");
    check("python", "foo()\nbar()", "x = foo() # ruleid\nbar()\nfoo()\nbaz()\nbar()\n");
    check(
        "python",
        "return ...",
        "def f():\n    return # ruleid\ndef g():\n    return 1 # ruleid\n",
    );
    check(
        "python",
        "def $F(...):\n  ...\n  return $X",
        "def f(a): # ruleid\n    b()\n    return a\n",
    );
    let classes = "class A(B): # ruleid\n    y = 1\n    x = 2\nclass C:\n    x = 1\n";
    check("python", "class A:\n  x = 2", classes);
    let handlers =
        "try: # ruleid\n    a()\nexcept E:\n    pass\ntry:\n    a()\nexcept F:\n    pass\n";
    check("python", "try:\n  ...\nexcept E:\n  ...", handlers);
    check("python", "if $X: ...", "if a: # ruleid\n    b()\nelse:\n    c()\n");
}

#[test]
fn python_assignments() {
    let code = "a = 1 # ruleid\na: int = 1 # ruleid\na += 1\nfor a in 1: pass\nf(a=1)\n";
    check("python", "$X = 1", code);
    check("python", "x = <... foo() ...>", "x = a + b(foo()) # ruleid\nx = bar()\n");
}

#[test]
fn operators() {
    let inside = "patterns:\n  - pattern: foo($X)\n  - pattern-inside: |\n      def $F($X):\n\
                  \x20       ...\n\
                  \x20 - pattern-not: foo(bad)\n";
    check_rule(
        "python",
        inside,
        "def f(a):\n    foo(a) # ruleid\n    foo(b)\ndef g(bad):\n    foo(bad)\nfoo(a)\n",
    );
    let outside =
        "patterns:\n  - pattern: foo(...)\n  - pattern-not-inside: |\n      with x: ...\n";
    check_rule("python", outside, "with x:\n    foo(1)\nfoo(2) # ruleid\n");
    let regex = "patterns:\n  - pattern: $F(...)\n  - metavariable-regex:\n      metavariable: $F\n\
                 \x20     regex: ^(get|post)$\n";
    check_rule("python", regex, "get(1) # ruleid\npost() # ruleid\nputget()\n");
    let focus = "patterns:\n  - pattern: |\n      foo(\n        $X)\n  - focus-metavariable: $X\n";
    check_rule("python", focus, "foo(\n    a, # ruleid\n)\nfoo(b) # ruleid\n");
    check_rule("python", "pattern-regex: secret_\\w+", "# secret_key ruleid\nsecret\n");
    let either = "pattern-either:\n  - pattern: a()\n  - pattern: b()\n";
    check_rule("python", either, "a() # ruleid\nb() # ruleid\nc()\n");
    let compare = "patterns:\n  - pattern: foo($X)\n  - metavariable-comparison:\n\
                   \x20     metavariable: $X\n      comparison: $X > 1000 and $X % 2 == 0\n";
    check_rule("python", compare, "foo(2000) # ruleid\nfoo(2001)\nfoo(0xF000) # ruleid\n");
    let inner = "patterns:\n  - pattern: foo($X)\n  - metavariable-pattern:\n\
                 \x20     metavariable: $X\n      patterns:\n        - pattern: bar(...)\n";
    check_rule("python", inner, "foo(bar()) # ruleid\nfoo([bar(1)]) # ruleid\nfoo(x)\n");
}

#[test]
fn taint() {
    let rule = "mode: taint\npattern-sources:\n  - pattern: source()\npattern-sinks:\n  \
                - pattern: sink(...)\npattern-sanitizers:\n  - pattern: clean(...)\n";
    let code =
        "def f():\n    x = source()\n    sink(x) # ruleid\n    sink(clean(x))\n    sink(1)\n";
    check_rule("python", rule, code);
}

#[test]
fn code_is_a_pattern_of_itself() {
    for (language, code) in [
        ("python", "for a, b in c(d):\n    e[f] = lambda g: g.h(1, *i, j=k)\n    return {l: m}"),
        (
            "python",
            "with a as b:\n    try:\n        c()\n    except D as e:\n        raise F() from e",
        ),
        (
            "python",
            "class A(B):\n    @c\n    def d(self, e: int = 1) -> str:\n        return f\"{e}\"",
        ),
        ("javascript", "const a = async (b) => { await c(`${b}`, {d: 1, ...e}); };"),
        (
            "javascript",
            "if (a === b) { for (const c of d) { delete c.e; } } else { throw new F(); }",
        ),
        ("typescript", "function a(b: string): number { return (b as any).c ?? 1; }"),
        (
            "java",
            "class A extends B { private int c = 1; void d(String e) throws F { g(e + c); } }",
        ),
        ("java", "try { a(); } catch (B c) { d(c); } finally { e(); }"),
        ("solidity", "contract A { function b(uint c) public returns (uint) { return c + 1; } }"),
    ] {
        let marked = if language == "python" { "#" } else { "//" };
        let (first, rest) = code.split_once('\n').unwrap_or((code, ""));
        check(language, code, &format!("{first} {marked} ruleid\n{rest}\n"));
    }
}

#[test]
fn javascript_forms() {
    check("javascript", "$F($X)", "f(a); // ruleid\nnew F(a);\no.f(a); // ruleid\n");
    check("javascript", "foo({a: 1})", "foo({b: 2, a: 1}); // ruleid\nfoo({b: 1});\n");
    check("javascript", "var $X = 1", "let a = 1; // ruleid\nconst b = 1; // ruleid\nc = 1;\n");
    check("javascript", "const $X = 1", "let a = 1;\nconst b = 1; // ruleid\n");
    check(
        "javascript",
        "f(function ($X) { ... })",
        "f(a => a); // ruleid\nf(function (a) {}); // ruleid\n",
    );
    check(
        "javascript",
        "$O.a(). ... .b()",
        "x.a().b(); // ruleid\nx.a().c().d.b(); // ruleid\nx.b();\n",
    );
    check("javascript", "a && ... && c", "a && b && c; // ruleid\na && b;\n");
    check("javascript", "x?.y", "x?.y; // ruleid\nx.y;\n");
    check(
        "javascript",
        "<$T a={$X} />",
        "z = <p b=\"1\" a={c}>text</p>; // ruleid\nz = <p b={c} />;\n",
    );
    let required = "const {exec} = require('child_process');\nexec(1); // ruleid\n\
                    import * as cp from 'child_process';\ncp.exec(2); // ruleid\n\
                    executor.exec(3);\n";
    check("javascript", "child_process.exec(...)", required);
    let imports = "import a from 'm'; // ruleid\nconst b = require('m'); // ruleid\nimport 'n';\n";
    check("javascript", "import 'm'", imports);
}

#[test]
fn java_forms() {
    let body =
        |lines: &str| format!("class T {{ String s; void f(String p, int i) {{\n{lines}}} }}\n");
    let typed = "s.foo(); // ruleid\np.foo(); // ruleid\ni.foo();\n\"x\".foo(); // ruleid\n";
    check("java", "(String $X).foo()", &body(typed));
    check("java", "new File(...)", &body("a = new File(1); // ruleid\nb = new java.io.File(2);\n"));
    let imported = "import java.io.File;\nclass T { Object a = new File(1); // ruleid\n}\n";
    check("java", "new java.io.File(...)", imported);
    let tries =
        "try { a(); } catch (B b) { } catch (E e) { } // ruleid\ntry { a(); } finally { }\n";
    check("java", "try { ... } catch (E $E) { ... }", &body(tries));
    check("java", "foo();", &body("foo(); // ruleid\nint x = foo(); // ruleid\nif (foo()) { }\n"));
    let classes = "class A { } // ruleid\ninterface I { }\nenum Q { }\n";
    check("java", "class $X { ... }", &classes.replace("enum Q { }\n", ""));
    check("java", "$T $F(...) { ... }", "class A {\nint f() { } // ruleid\nA() { }\n}\n");
}

#[test]
fn solidity_forms() {
    let code = "contract A {\n  function f() public {\n    \
                msg.sender.call{value: 1}(\"\"); // ruleid\n  }\n}\n";
    check("solidity", "$X.call{value: $V}(...)", code);
}

#[test]
fn csharp_calls_and_types() {
    check("csharp", "$X.Foo(...)", "a.Foo(1); // ruleid\na.Foo<B>(1); // ruleid\nFoo(1);\n");
    check("csharp", "$X.Foo<$T>(...)", "a.Foo(1);\na.Foo<B>(1); // ruleid\n");
    check(
        "csharp",
        "($T $X).Run()",
        "class A { void F(B b, object c) {\nb.Run(); // ruleid\ne().Run();\n} }\n",
    );
    check("csharp", "var $X = F();", "var a = F(); // ruleid\nint b = F(); // ruleid\nc = F();\n");
    check(
        "csharp",
        "F(\"a\")",
        "class A { const string K = \"a\";\nstatic void G() {\nF(K); // ruleid\n} }",
    );
    check(
        "csharp",
        "if ($C) {\n  $S;\n} else {\n  $S;\n}",
        "if (a) { // ruleid\nf(1);\n} else {\nf(1);\n}\nif (a) {\nf(1);\n} else {\nf(2);\n}\n",
    );
    check(
        "csharp",
        "[$A]\n$T $F(...) { ... }",
        "class C {\n[Get] // ruleid\nint F() { }\npublic int G() { }\n}\n",
    );
    check(
        "csharp",
        "new A(...) { ..., B = false, ... }",
        "x = new A { B = false }; // ruleid\nx = new A(1) { C = 2, B = false }; // ruleid\n\
         x = new A();\n",
    );
    check(
        "csharp",
        "System.Diagnostics.Process.Start(...)",
        "using System.Diagnostics;\nProcess.Start(a); // ruleid\nOther.Start(a);\n",
    );
}

#[test]
fn kotlin_types_strings_and_lambdas() {
    check(
        "kotlin",
        "($X: Statement).run($Q)",
        "fun f(a: Statement, b: Other) {\na.run(1) // ruleid\nb.run(1)\n}\n",
    );
    check("kotlin", "f(\"a $X\")", "f(\"a $X\") // ruleid\nf(\"a ${X}\") // ruleid\nf(\"a b\")\n");
    check("kotlin", "\"...${...}...\"", "x = \"a $b\" // ruleid\ny = \"c\"\n");
    check("kotlin", "f { $A, $B -> true }", "f { x, y -> true } // ruleid\nf { x, y -> x }\n");
    check("kotlin", "class $C { ... }", "class A { } // ruleid\nobject B { }\n");
    check(
        "kotlin",
        "fun $F(..., @A(...) $X: $T, ...) { ... }",
        "fun f(@A(1) x: B, y: C) { } // ruleid\nfun g(x: B) { }\n",
    );
    check("kotlin", "$X!!", "a.b()\nc\n");
    check("kotlin", "f<$T>($X)", "f<A>(b) // ruleid\nf(b)\n");
}

#[test]
fn what_says_where_to_look() {
    // Either of two may lie in the other.
    let rule = "patterns:\n- pattern-inside: |\n    def $F($X, ...):\n      ...\n\
        - pattern-inside: return ...\n- pattern: $X\n";
    check_rule("python", rule, "def f(x):\n  y = x\n  return y + x # ruleid\n");
    let rule = "patterns:\n- pattern: g($X)\n- pattern-either:\n  - pattern-inside: |\n      \
        a($X)\n      ...\n  - pattern-inside: |\n      if b($X):\n        ...\n";
    let code = "a(1)\ng(1) # ruleid\ng(2)\nif b(2):\n  g(2) # ruleid\n  g(3)\na(3)\n";
    check_rule("python", rule, code);
    // What speaks against a text may be smaller or larger than it.
    let rule = "patterns:\n- pattern: g(...)\n- pattern-not:\n    pattern-regex: safe\n";
    check_rule("python", rule, "g(safe)\ng(x) # ruleid\n");
    let rule = "patterns:\n- pattern-inside: |\n    <... a(...) ...>\n    ...\n    b()\n\
        - pattern: b()\n";
    check_rule("python", rule, "def f():\n  x = a(1)\n  b() # ruleid\nb()\n");
}

#[test]
fn entries_that_rules_share_are_matched_once() {
    let list = "entries:\n- pattern: read($WHAT)\n";
    let mut library = Library::default();
    library.add("t/input", list).unwrap();
    let rule = |id: &str, sink: &str| {
        format!(
            "  - id: {id}\n    languages: [python]\n    severity: ERROR\n    mode: taint\n    \
             message: $WHAT to $A and $B\n    options: {{taint_unify_mvars: true}}\n    \
             pattern-sources:\n      - use: t/input\n    pattern-sinks:\n      - pattern: {sink}\n"
        )
    };
    let rules = format!("rules:\n{}{}", rule("one", "f($A, $X, $B)"), rule("two", "g($B, $A)"));
    let loaded = load(&rules, &library);
    assert_eq!(loaded.errors, []);
    let set = RuleSet::new(loaded.rules);
    let code = "x = read(here)\nf(1, x, 2)\nf(1, y, 2)\ng(3, x)\n";
    let language = Language::by_name("python").unwrap();
    let parsed = parse(language, code);
    let file = File { path: "t", language: Some(language), text: code, parsed: Some(&parsed) };
    let report = scan(&set, &file);
    let found: Vec<_> = report.matches.iter().map(|m| (&*m.rule.id, &*m.message)).collect();
    assert_eq!(found, [("one", "here to 1 and 2"), ("two", "here to x and 3")]);
}

#[test]
fn what_a_function_gives_back_without_a_word() {
    let code = "fn f(x: i32) -> i32 {\n    if x > 0 {\n        g(x) // ruleid\n    } else {\n\
        return 1; // ruleid\n    }\n}\n";
    check("rust", "return $X", code);
    let code = "def f(x)\n  g()\n  case x\n  when 1\n    h() # ruleid\n  else\n    i() # ruleid\n  \
        end\nend\n";
    check("ruby", "return $X", code);
}

#[test]
fn one_of_several_strings_is_a_string() {
    let code = "def f(c):\n    a = 'x' if c else 'y'\n    run(a) # ruleid\n    if c:\n        \
        b = 'x'\n    else:\n        b = 'y' + a\n    run(b) # ruleid\n    run(b + c)\n";
    check("python", "run(\"...\")", code);
}

#[test]
fn texts_that_are_like_something() {
    let keys = "patterns:\n  - pattern: $N = $V\n  - metavariable-analysis:\n      \
        metavariable: $V\n      analyzer: entropy\n";
    check_rule("python", keys, "a = 'f3Kq9ZtW2xVb7LmN4pRs' # ruleid\nb = 'correct horse'\n");
    let slow = "patterns:\n  - pattern: match($V)\n  - metavariable-analysis:\n      \
        metavariable: $V\n      analyzer: redos\n";
    check_rule("python", slow, "match('(a+)+') # ruleid\nmatch('(a+b)+')\n");
}

#[test]
fn members_with_decorators() {
    let code = "class A {\n  @Get() static a() {} // ruleid\n  @Get() b() {}\n  \
        static a() {}\n}\n";
    check("typescript", "@Get(...)\nstatic a(...) { ... }", code);
}

#[test]
fn aliases_of_yaml_stand_for_what_they_name() {
    let code = "base: &b\n  privileged: true # ruleid\na:\n  <<: *b # also\nc: *b\n";
    check("yaml", "privileged: true", code);
}
