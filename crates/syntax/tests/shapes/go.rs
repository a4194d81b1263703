//! The shapes of Go in the common tree.

use super::read;

/// Statements of a function.
#[track_caller]
fn check(source: &str, expected: &str) {
    let tree = read("go", &format!("func f() {{\n{source}\n}}"));
    let head = "(Function (Modifiers) Name:f (Params) - (Block ";
    let body = tree.strip_prefix(head).and_then(|rest| rest.strip_suffix("))"));
    assert_eq!(body.unwrap_or(&tree), expected, "{source}");
}

#[track_caller]
fn check_top(source: &str, expected: &str) {
    assert_eq!(read("go", source), expected, "{source}");
}

#[test]
fn imports() {
    check_top("package a", "(Package Name:a)");
    check_top("import \"a/b\"", "(Import (String StringText:a/b) - -)");
    check_top("import c \"a/b\"", "(Import (String StringText:a/b) - Name:c)");
    check_top("import . \"a\"", "(Import (String StringText:a) Token:. -)");
}

#[test]
fn definitions() {
    check("x := 1", "(VarDef (Modifiers) - Name:x Int:1)");
    check(
        "a, b := 1, 2",
        "(Sequence (VarDef (Modifiers) - Name:a Int:1) (VarDef (Modifiers) - Name:b Int:2))",
    );
    check("a, err := g()", "(VarDef (Modifiers) - (Tuple Name:a Name:err) (Call Name:g (Args)))");
    check("var s string", "(VarDef (Modifiers) Name:string Name:s -)");
    check("const c = 'x'", "(VarDef (Modifiers Token:const) - Name:c (String StringText:x))");
    check_top(
        "func (s *S) m(a, b int, c ...string) (int, error) { return 1, nil }",
        "(Function (Modifiers (Annotation (Param (Modifiers) (Unary.Mul Name:S) Name:s -))) \
         Name:m (Params (Param (Modifiers) Name:int Name:a -) (Param (Modifiers) Name:int Name:b \
         -) (Param.Spread (Modifiers) Name:string Name:c -)) (Tuple (Param (Modifiers) Name:int - \
         -) (Param (Modifiers) Name:error - -)) (Block (Return (Tuple Int:1 Null:nil))))",
    );
    check_top(
        "type T struct { a int; B }",
        "(Class (Modifiers Token:struct) Name:T (Bases) (Block (VarDef (Modifiers) Name:int \
         Name:a -) Name:B))",
    );
}

#[test]
fn expressions() {
    check(
        "f(&T{A: 1}, *p, x.(string), []byte(s), b[1:], c...)",
        "(ExprStmt (Call Name:f (Args (Unary.BitAnd (New Name:T (Args (Keyword Name:A Int:1)) \
         -)) (Unary.Mul Name:p) (Cast Name:string Name:x) (Cast (Other Name:byte) Name:s) \
         (Index Name:b (Slice Int:1 - -)) (Spread Name:c))))",
    );
    check(
        "m = map[string]int{\"a\": 1}",
        "(Assign Name:m (New (Other Token:map Name:string Name:int) (Args (Pair (String \
         StringText:a) Int:1)) -))",
    );
    check("i++", "(ExprStmt (Unary.PostIncrement Name:i))");
    check(
        "g(func(a int) { h() })",
        "(ExprStmt (Call Name:g (Args (Function (Modifiers) - (Params (Param (Modifiers) \
         Name:int Name:a -)) - (Block (ExprStmt (Call Name:h (Args))))))))",
    );
}

#[test]
fn control() {
    check(
        "if x := f(); x { } else if y { }",
        "(Sequence (VarDef (Modifiers) - Name:x (Call Name:f (Args))) (If Name:x (Block) (If \
         Name:y (Block) -)))",
    );
    check("for { }", "(For - - - (Block))");
    check("for c { }", "(While Name:c (Block))");
    check("for i, v := range s { }", "(ForEach (Tuple Name:i Name:v) Name:s (Block))");
    check(
        "switch x { case 1, 2: f()\ndefault: }",
        "(Switch Name:x (Case (Tuple Int:1 Int:2) (Block (ExprStmt (Call Name:f (Args))))) (Case \
         (Tuple) (Block)))",
    );
    check(
        "switch v := x.(type) { case T: }",
        "(Switch (VarDef (Modifiers) - Name:v Name:x) (Case (Tuple Name:T) (Block)))",
    );
    check("defer f()", "(Other Token:defer (Call Name:f (Args)))");
}
