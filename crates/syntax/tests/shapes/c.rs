//! Shapes of c in the common tree.

use super::read;

#[test]
fn declarators_stand_around_the_type() {
    let cases = [
        (
            "char *a[2] = b;",
            "(VarDef (Modifiers) (Index (Unary.Mul Name:char) Int:2) Name:a Name:b)",
        ),
        (
            "static int a, *b = 0;",
            "(Sequence (VarDef (Modifiers Token:static) Name:int Name:a -) (VarDef (Modifiers \
             Token:static) (Unary.Mul Name:int) Name:b Int:0))",
        ),
        (
            "int f(const char *s, ...);",
            "(Function (Modifiers) Name:f (Params (Param (Modifiers Token:const) (Unary.Mul \
             Name:char) \
             Name:s -)) Name:int -)",
        ),
        ("void (*f)(int) = g;", "(VarDef (Modifiers) (Unary.Mul Name:void) Name:f Name:g)"),
        (
            "struct s { int a; };",
            "(Class (Modifiers Token:struct) Name:s (Bases) (Block (VarDef (Modifiers) Name:int \
             Name:a \
             -)))",
        ),
    ];
    for (source, expected) in cases {
        assert_eq!(read("c", source), expected, "{source}");
    }
}

#[test]
fn values_and_the_preprocessor() {
    let cases = [
        (
            "void f() { a->b = (int)*c; }",
            "(Assign (Member.Optional Name:a Name:b) (Cast Name:int (Unary.Mul Name:c)))",
        ),
        (
            "void f() { g(sizeof(int), &x[1]); }",
            "(ExprStmt (Call Name:g (Args (Call Name:sizeof (Args Name:int)) (Unary.BitAnd \
             (Index Name:x Int:1)))))",
        ),
        ("void f() {\n#if A\ng();\n#endif\n}", "(ExprStmt (Call Name:g (Args)))"),
    ];
    for (source, expected) in cases {
        let whole = format!("(Function (Modifiers) Name:f (Params) Name:void (Block {expected}))");
        assert_eq!(read("c", source), whole, "{source}");
    }
    assert_eq!(read("c", "#include <a.h>"), "(Import (String StringText:<a.h>) - -)");
}
