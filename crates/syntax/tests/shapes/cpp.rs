//! Shapes of cpp in the common tree.

use super::read;

#[test]
fn what_is_not_c() {
    let cases = [
        ("a::b<int> c;", "(VarDef (Modifiers) (Member Name:a (Generic Name:b Name:int)) Name:c -)"),
        (
            "namespace a { int b; }",
            "(Other Token:namespace Name:a (Block (VarDef (Modifiers) Name:int Name:b -)))",
        ),
        (
            "void f() { for (auto& x : y) delete x; }",
            "(Function (Modifiers) Name:f (Params) Name:void (Block (ForEach (VarDef \
             (Modifiers) Name:auto \
             Name:x -) Name:y (ExprStmt (Delete Name:x)))))",
        ),
        (
            "auto f = [](int x) { return x; };",
            "(VarDef (Modifiers) Name:auto Name:f (Function (Modifiers) - (Params (Param \
             (Modifiers) Name:int \
             Name:x -)) - (Block (Return Name:x))))",
        ),
        ("A a = new B(1);", "(VarDef (Modifiers) Name:A Name:a (New Name:B (Args Int:1) -))"),
    ];
    for (source, expected) in cases {
        assert_eq!(read("cpp", source), expected, "{source}");
    }
}
