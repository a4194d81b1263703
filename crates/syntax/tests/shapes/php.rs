//! The shapes of PHP in the common tree.

use super::read;

#[track_caller]
fn check(source: &str, expected: &str) {
    assert_eq!(read("php", source), expected, "{source}");
}

#[test]
fn calls_and_members() {
    check("f($a, n: 1);", "(ExprStmt (Call Name:f (Args Name:$a (Keyword Name:n Int:1))))");
    check(
        "$a->b?->c(); A::d();",
        "(ExprStmt (Call (Member.Optional (Member Name:$a Name:b) Name:c) (Args))) \
         (ExprStmt (Call (Member Name:A Name:d) (Args)))",
    );
    check("new A($b);", "(ExprStmt (New Name:A (Args Name:$b) -))");
    check("echo $a, 'b';", "(ExprStmt (Call Name:echo (Args Name:$a (String StringText:b))))");
    check("include $f;", "(ExprStmt (Call Name:include (Args Name:$f)))");
}

#[test]
fn tags_may_be_missing() {
    check("<?php f(); ?> <b>", "(ExprStmt (Call Name:f (Args)))");
    check("<b><?= $x ?></b>", "(ExprStmt (Call Token:<?= (Args Name:$x)))");
}

#[test]
fn strings() {
    check(
        "$a = \"b $c\" . 'f';",
        "(Assign Name:$a (Binary.Add (String StringText:\"b \" (Interpolation Name:$c)) (String \
         StringText:f)))",
    );
    check("`ls`;", "(ExprStmt (Call Token:` (Args (String StringText:ls))))");
}

#[test]
fn control_flow() {
    check(
        "if ($a) { b(); } elseif ($c) d(); else { }",
        "(If Name:$a (Block (ExprStmt (Call Name:b (Args)))) (If Name:$c (ExprStmt (Call Name:d \
         (Args))) (Block)))",
    );
    check("foreach ($a as $k => $v) {}", "(ForEach (Tuple Name:$k Name:$v) Name:$a (Block))");
    check("[1, 'k' => 2];", "(ExprStmt (Dict Int:1 (Pair (String StringText:k) Int:2)))");
}

#[test]
fn definitions() {
    check(
        "class A extends B implements C { private int $x = 1; function f(?D ...$e): void {} }",
        "(Class (Modifiers) Name:A (Bases Name:B Name:C) (Block (VarDef (Modifiers Token:private) \
         Name:int Name:$x Int:1) (Function (Modifiers) Name:f (Params (Param.Spread (Modifiers) \
         (Other Name:D) Name:$e -)) Name:void (Block))))",
    );
    check("use A\\B as C;", "(Import Name:A Name:B Name:C)");
}
