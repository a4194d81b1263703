//! Shapes of rust in the common tree.

use super::read;

#[test]
fn definitions() {
    let cases = [
        (
            "#[a(b)]\npub fn f(x: &str) -> T { g(x) }",
            "(Function (Modifiers (Annotation (Call Name:a (Args Name:b))) Token:pub) Name:f \
             (Params (Param \
             (Modifiers) Name:str Name:x -)) Name:T (Block (Return (Call Name:g (Args Name:x)))))",
        ),
        (
            "impl A for B { fn f(&self); }",
            "(Class (Modifiers Token:impl) Name:B (Bases Name:A) (Block (Function (Modifiers) \
             Name:f (Params \
             (Param (Modifiers) - Name:self -)) - -)))",
        ),
        (
            "use a::{b, c::d as e};",
            "(Sequence (Import Name:a Name:b -) (Import (Member Name:a Name:c) Name:d Name:e))",
        ),
    ];
    for (source, expected) in cases {
        assert_eq!(read("rust", source), expected, "{source}");
    }
}

#[test]
fn statements_and_values() {
    let cases = [
        ("let mut a: T = b;", "(VarDef (Modifiers) Name:T Name:a Name:b)"),
        (
            "let a = if b { 1 } else { 2 };",
            "(VarDef (Modifiers) - Name:a (Conditional Name:b Int:1 Int:2))",
        ),
        ("if a { b(); }", "(If Name:a (Block (ExprStmt (Call Name:b (Args)))) -)"),
        ("f(&a, *b)?;", "(ExprStmt (Call Name:f (Args (Unary.BitAnd Name:a) (Unary.Mul Name:b))))"),
        (
            "m!(\"{a} {}\", b.c(1), d = e);",
            "(ExprStmt (Call Name:m! (Args (String (Interpolation Name:a) StringText:\"} {}\") \
             (Call (Member \
             Name:b Name:c) (Args Int:1)) (Keyword Name:d Name:e))))",
        ),
        ("T { a: 1 };", "(ExprStmt (New Name:T (Args (Dict (Pair Name:a Int:1))) -))"),
    ];
    for (source, expected) in cases {
        let whole = format!("(Function (Modifiers) Name:f (Params) - (Block {expected}))");
        assert_eq!(read("rust", &format!("fn f() {{ {source} }}")), whole, "{source}");
    }
}
