//! What holds for every language: one test for each promise, over all of them.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use std::{thread, time::Instant};

use portcullis_syntax::{
    DEPTH_MAX, Kind, Language, Node, Parsed, TEXT_MAX, Tree, parse, pattern::parse_pattern,
};

/// A text in each language that holds much of what the language has.
const SAMPLES: &[(&str, &str)] = &[
    ("python", include_str!("samples/sample.py")),
    ("javascript", include_str!("samples/sample.jsx")),
    ("typescript", include_str!("samples/sample.ts")),
    ("java", include_str!("samples/Sample.java")),
    ("go", include_str!("samples/sample.go")),
    ("c", include_str!("samples/sample.c")),
    ("cpp", include_str!("samples/sample.cpp")),
    ("csharp", include_str!("samples/Sample.cs")),
    ("kotlin", include_str!("samples/Sample.kt")),
    ("php", include_str!("samples/sample.php")),
    ("ruby", include_str!("samples/sample.rb")),
    ("rust", include_str!("samples/sample.rs")),
    ("scala", include_str!("samples/Sample.scala")),
    ("solidity", include_str!("samples/sample.sol")),
    ("swift", include_str!("samples/sample.swift")),
    ("hcl", include_str!("samples/sample.tf")),
    ("json", include_str!("samples/sample.json")),
    ("yaml", include_str!("samples/sample.yaml")),
    ("bash", include_str!("samples/sample.sh")),
    ("dockerfile", include_str!("samples/Dockerfile")),
    ("sql", include_str!("samples/sample.sql")),
    ("html", include_str!("samples/sample.html")),
    ("xml", include_str!("samples/sample.xml")),
];

/// Languages of data and commands: `f(x)` is no call in them.
const DATA: &[&str] = &["bash", "dockerfile", "hcl", "json", "yaml", "sql", "html", "xml"];

fn languages_of_code() -> impl Iterator<Item = &'static Language> {
    Language::all().iter().copied().filter(|language| !DATA.contains(&language.id))
}

fn sample(language: &Language) -> &'static str {
    let found = SAMPLES.iter().find(|(id, _)| *id == language.id);
    found.unwrap_or_else(|| panic!("{} has no sample: add one to tests/samples", language.id)).1
}

/// Parses with little stack, as a thread of a server has, and checks what holds for any text.
fn read(language: &'static Language, text: &str) -> Parsed {
    let text = text.to_owned();
    let parsing = move || {
        let parsed = parse(language, &text);
        check_sound(&parsed.tree);
        check_spans(&parsed, &text);
        parsed
    };
    thread::Builder::new().stack_size(2 << 20).spawn(parsing).unwrap().join().unwrap()
}

fn check_spans(parsed: &Parsed, text: &str) {
    assert_eq!(parsed.tree.source(), text);
    for spans in [&parsed.unread, &parsed.comments] {
        for span in spans {
            assert!(text.get(span.start as usize..span.end as usize).is_some(), "{span:?}");
        }
        let pairs = spans.iter().zip(spans.iter().skip(1));
        assert!(pairs.clone().all(|(one, next)| one.end <= next.start), "{spans:?}");
    }
}

fn check_sound(tree: &Tree) {
    assert!(tree.is_sound());
    for node in tree.nodes() {
        let Some(parent) = node.parent() else { continue };
        // Modifiers and types of a variable stand before the statement's other variables.
        let shared = |node: Node<'_>| node.kind() == Kind::VarDef;
        // What an alias of YAML stands for lies where it is written.
        let aliased = parent.text().contains('*') && node.span().end <= parent.span().start;
        let exempt = shared(parent) || parent.parent().is_some_and(shared) || aliased;
        let nested = parent.span().contains(node.span());
        assert!(nested || exempt, "{node:?} is not inside {parent:?}");
        assert!(node.ancestors().count() <= DEPTH_MAX);
    }
}

fn names(tree: &Tree) -> Vec<&str> {
    tree.nodes().filter(|node| node.kind() == Kind::Name).map(Node::text).collect()
}

#[test]
fn samples_are_read_to_the_last_byte() {
    for language in Language::all() {
        let parsed = read(language, sample(language));
        assert_eq!(parsed.unread, [], "{language:?}");
        assert!(!parsed.fragment && parsed.limit_hit.is_none(), "{language:?}");
        assert!(!parsed.comments.is_empty(), "{language:?}: let the sample have a comment");
    }
}

#[test]
fn any_piece_of_a_sample_maps_back_to_its_own_text() {
    for language in Language::all() {
        let lines: Vec<&str> = sample(language).split_inclusive('\n').collect();
        let (mut read_well, mut pieces) = (0, 0);
        for from in (0..lines.len()).step_by(3) {
            let to = lines.len().min(from + 12);
            let parsed = read(language, &lines[from..to].concat());
            for name in names(&parsed.tree) {
                let plain = |c: char| c.is_alphanumeric() || "_$#. @?!=~*-:".contains(c);
                assert!(!name.is_empty() && name.chars().all(plain), "{language:?}: {name:?}");
            }
            pieces += 1;
            read_well += u32::from(parsed.unread_permille() <= 100);
        }
        assert!(read_well * 10 >= pieces * 8, "{language:?}: {read_well} of {pieces}");
    }
}

#[test]
fn a_call_reads_alike_everywhere() {
    for language in languages_of_code() {
        let parsed = read(language, "run(name, \"text\");\n");
        let dump = parsed.tree.dump();
        let expected =
            "(Root (ExprStmt (Call Name:run (Args Name:name (String StringText:text)))))\n";
        assert_eq!(dump, expected, "{language:?}");
        assert_eq!(parsed.unread, [], "{language:?}");
    }
}

#[test]
fn line_ends_and_marks_of_encodings_change_nothing() {
    for language in languages_of_code() {
        let plain = read(language, "run(name);\nstop(1);\n").tree.dump();
        for text in
            ["run(name);\r\nstop(1);\r\n", "\u{feff}run(name);\nstop(1);\n", "run(name);\nstop(1);"]
        {
            let parsed = read(language, text);
            assert_eq!(parsed.tree.dump(), plain, "{language:?} {text:?}");
            assert_eq!(parsed.unread_permille(), 0, "{language:?} {text:?}");
        }
    }
}

#[test]
fn comments_are_not_in_the_tree() {
    for language in languages_of_code() {
        let mark = language.line_comments().first().expect("a language has line comments");
        let comment = format!("{mark} ruleid: some-rule");
        let text = format!("{comment}\nrun(name);\n{comment}");
        let parsed = read(language, &text);
        let comments: Vec<_> = parsed.comments.iter().map(|span| span.text(&text)).collect();
        assert_eq!(comments, [comment.as_str(); 2], "{language:?}");
        assert_eq!(names(&parsed.tree), ["run", "name"], "{language:?}");
        assert_eq!(parsed.unread_permille(), 0, "{language:?}");
    }
}

#[test]
fn nothing_is_a_tree_too() {
    for language in Language::all() {
        for text in ["", "\n", "  \t\r\n", "\u{feff}"] {
            let parsed = read(language, text);
            assert_eq!(parsed.tree.dump(), "(Root)\n", "{language:?} {text:?}");
            assert_eq!(parsed.unread_permille(), 0, "{language:?} {text:?}");
        }
    }
}

#[test]
fn bytes_that_were_no_text_do_no_harm() {
    for language in languages_of_code() {
        let text = String::from_utf8_lossy(b"run(\"\xff\xfe\");\n\xc3(\x00\n").into_owned();
        let parsed = read(language, &text);
        assert!(names(&parsed.tree).contains(&"run"), "{language:?}");
    }
}

#[test]
fn deep_nesting_is_cut_and_said() {
    for language in Language::all() {
        for (open, close, cut) in [("(", ")", false), ("f(", ")", true), ("[", "]", false)] {
            let text = format!("run({}1{});", open.repeat(10_000), close.repeat(10_000));
            let begun = Instant::now();
            let parsed = read(language, &text);
            let told = parsed.limit_hit.is_some();
            let calls = !DATA.contains(&language.id);
            assert!(told || !cut || !calls, "{language:?} {open}");
            assert!(!told || !parsed.unread.is_empty(), "{language:?} {open}");
            assert!(begun.elapsed().as_secs() < 20, "{language:?} {open}");
        }
    }
}

/// Scanners of grammars are C, and some ask tables about characters that these do not hold.
#[test]
fn characters_beyond_every_table_do_no_harm() {
    for language in Language::all() {
        for last in ['\u{ff}', '\u{ffff}', '\u{10ffff}', '\u{e0041}'] {
            for text in ["{", "{1", "${", "<", "<<", "\"", "'", "@", "#", "$", "\\"] {
                let _ = read(language, &format!("a {text}{last}..{last}3}}\n{last}{text}"));
            }
        }
    }
}

#[test]
fn half_open_nesting_ends() {
    for language in Language::all() {
        for text in ["(", "[", "{", "f(", "/*", "`${", "\"", "'", "<a>", "if (x) {", "x ? ", "a<b<"]
        {
            let begun = Instant::now();
            let _ = read(language, &text.repeat(5_000));
            assert!(begun.elapsed().as_secs() < 20, "{language:?} {text}");
        }
    }
}

#[test]
fn what_is_past_the_longest_text_is_unread() {
    let language = Language::all()[0];
    let text = format!("run(name)\n# {}", "x".repeat(TEXT_MAX));
    let parsed = parse(language, &text);
    assert_eq!(parsed.limit_hit, Some("text length"));
    assert_eq!(parsed.unread.last().map(|span| span.end as usize), Some(text.len()));
    assert_eq!(parsed.unread_permille(), 1);
}

#[test]
fn placeholders_read_alike_everywhere() {
    let cases = [
        (
            "$F($X, ..., $...A)",
            "(Call Metavar:$F (Args Metavar:$X Ellipsis:... EllipsisMetavar:$...A))",
        ),
        ("run($_)", "(Call Name:run (Args Metavar:$_))"),
        (
            "run(\"...\", \"$S\", \"\")",
            "(Call Name:run (Args (String Ellipsis:...) (String Metavar:$S) (String)))",
        ),
        ("$X.$M(...)", "(Call (Member Metavar:$X Metavar:$M) (Args Ellipsis:...))"),
        ("run(<... $X + 1 ...>)", "(Call Name:run (Args (Deep (Binary.Add Metavar:$X Int:1))))"),
        ("$X[$Y]", "(Index Metavar:$X Metavar:$Y)"),
        ("$X = $Y", "(Assign Metavar:$X Metavar:$Y)"),
        ("$X", "Metavar:$X"),
        ("...", "Ellipsis:..."),
    ];
    for language in languages_of_code() {
        for (text, expected) in cases {
            // What stands in brackets in Scala is a type.
            if language.id == "scala" && text == "$X[$Y]" {
                continue;
            }
            // A dot joins strings in PHP.
            let text =
                if language.id == "php" && text.contains(".$M") { "$X->$M(...)" } else { text };
            let pattern = parse_pattern(language, text)
                .unwrap_or_else(|error| panic!("{language:?} {text}: {error}"));
            check_sound(&pattern.tree);
            let dump = pattern.tree.dump();
            let dump = dump.split_whitespace().collect::<Vec<_>>().join(" ");
            let inner = dump.trim().strip_prefix("(Root ").and_then(|d| d.strip_suffix(')'));
            let inner = inner.unwrap_or_default();
            let bare = inner.strip_prefix("(ExprStmt ").and_then(|d| d.strip_suffix(')'));
            assert_eq!(bare.unwrap_or(inner), expected, "{language:?} {text}");
        }
    }
}

#[test]
fn a_pattern_that_cannot_be_read_says_where() {
    for language in languages_of_code() {
        let error = parse_pattern(language, "run(name);\nrun(]);").unwrap_err().to_string();
        assert!(error.contains("on line 2"), "{language:?}: {error}");
        assert!(error.contains(language.name), "{language:?}: {error}");
        assert!(parse_pattern(language, " \n").is_err(), "{language:?}");
        assert!(parse_pattern(language, &"x".repeat(70_000)).is_err(), "{language:?}");
    }
}

#[test]
fn names_of_languages_are_unique() {
    let mut seen: Vec<&str> = Vec::new();
    for language in Language::all() {
        for name in [language.id].iter().chain(language.aliases).chain(language.extensions) {
            let own = language.aliases.contains(name) || *name == language.id;
            assert!(!seen.contains(name) || own, "{name}");
            assert!(Language::by_name(language.id) == Some(language), "{name}");
        }
        seen.extend([language.id].iter().chain(language.aliases).chain(language.extensions));
    }
}

#[test]
fn files_tell_their_language() {
    let cases = [
        ("src/app.py", "", Some("python")),
        ("a/b.TSX", "", Some("typescript")),
        ("Main.java", "", Some("java")),
        ("vault.sol", "", Some("solidity")),
        ("tool", "#!/usr/bin/env python3\n", Some("python")),
        ("tool", "#!/usr/bin/node --harmony\n", Some("javascript")),
        ("SConstruct", "", Some("python")),
        ("tool", "#!/bin/sh -e\n", Some("bash")),
        ("a/Dockerfile.dev", "", Some("dockerfile")),
        ("README", "just text", None),
    ];
    for (path, text, expected) in cases {
        assert_eq!(Language::of_file(path, text).map(|language| language.id), expected, "{path}");
    }
}
