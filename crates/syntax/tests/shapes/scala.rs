//! Shapes of scala in the common tree.

use super::read;

#[test]
fn definitions_and_values() {
    let cases = [
        (
            "def f(a: A, b: B = 1): C = { g(a) }",
            "(Function (Modifiers) Name:f (Params (Param (Modifiers) Name:A Name:a -) (Param \
             (Modifiers) Name:B \
             Name:b Int:1)) Name:C (Block (ExprStmt (Call Name:g (Args Name:a)))))",
        ),
        (
            "val a: A = b.c(1)",
            "(VarDef (Modifiers) Name:A Name:a (Call (Member Name:b Name:c) (Args Int:1)))",
        ),
        ("a map f", "(ExprStmt (Call (Member Name:a Name:map) (Args Name:f)))"),
        ("val a = b -> 1", "(VarDef (Modifiers) - Name:a (Pair Name:b Int:1))"),
        (
            "f(s\"a $b ${c.d}\")",
            "(ExprStmt (Call Name:f (Args (String StringText:\"a \" (Interpolation Name:b) \
             StringText:\" \" \
             (Interpolation (Member Name:c Name:d))))))",
        ),
        (
            "import a.{b, c => d}",
            "(Sequence (Import Name:a Name:b -) (Import Name:a Name:c Name:d))",
        ),
    ];
    for (source, expected) in cases {
        assert_eq!(read("scala", source), expected, "{source}");
    }
}
