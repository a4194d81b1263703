//! The shapes of Ruby in the common tree.

use super::read;

#[track_caller]
fn check(source: &str, expected: &str) {
    assert_eq!(read("ruby", source), expected, "{source}");
}

#[test]
fn calls_and_members() {
    check("f a, b: 1", "(ExprStmt (Call Name:f (Args Name:a (Keyword Name:b Int:1))))");
    check("a.b", "(ExprStmt (Member Name:a Name:b))");
    check(
        "A::B.c(*d)",
        "(ExprStmt (Call (Member (Member Name:A Name:B) Name:c) (Args \
         (Spread.Spread Name:d))))",
    );
    check(
        "a.each do |x| p x end",
        "(ExprStmt (Call (Member Name:a Name:each) (Args (Function (Modifiers) - (Params (Param \
         (Modifiers) - Name:x -)) - (Block (ExprStmt (Call Name:p (Args Name:x))))))))",
    );
}

#[test]
fn literals() {
    check("x = \"a#{b}\"", "(Assign Name:x (String StringText:a (Interpolation Name:b)))");
    check("`ls`", "(ExprStmt (Call Token:\"\" (Args (String StringText:ls))))");
    check("[:a, nil]", "(ExprStmt (List (Other StringText:a) Null:nil))");
}

#[test]
fn control_flow() {
    check("a if b", "(If Name:b (Block (ExprStmt Name:a)) -)");
    check(
        "unless a then b else c end",
        "(If (Unary.Not Name:a) (Block (ExprStmt Name:b)) (Block (ExprStmt Name:c)))",
    );
    check(
        "begin\n a\nrescue B => e\n c\nensure\n d\nend",
        "(Block (Try (Block (ExprStmt Name:a)) (Catch Name:B Name:e (Block (ExprStmt Name:c))) \
         (Finally (Block (ExprStmt Name:d)))))",
    );
}

#[test]
fn definitions() {
    check(
        "class A < B\n def f(x, y = 1)\n return x\n end\nend",
        "(Class (Modifiers) Name:A (Bases Name:B) (Block (Function (Modifiers) Name:f (Params \
         (Param (Modifiers) - Name:x -) (Param (Modifiers) - Name:y Int:1)) - (Block (Return \
         Name:x)))))",
    );
}
