//! The shapes of Swift in the common tree.

use super::read;

#[track_caller]
fn check(source: &str, expected: &str) {
    assert_eq!(read("swift", source), expected, "{source}");
}

#[test]
fn imports() {
    check("import Foundation", "(Import Name:Foundation - -)");
    check("import UIKit.UIView", "(Import (Member Name:UIKit Name:UIView) - -)");
}

#[test]
fn calls() {
    check(
        "a.b(c, d: 1)",
        "(ExprStmt (Call (Member Name:a Name:b) (Args Name:c (Keyword Name:d Int:1))))",
    );
    check(
        "a?.b(1) { x in c(x) }",
        "(ExprStmt (Call (Member.Optional Name:a Name:b) (Args Int:1 (Function (Modifiers) - \
         (Params (Param (Modifiers) - Name:x -)) - (Block (ExprStmt (Call Name:c (Args \
         Name:x))))))))",
    );
    check(
        "a { $0 }",
        "(ExprStmt (Call Name:a (Args (Function (Modifiers) - (Params) - (Block (ExprStmt \
         Name:$0))))))",
    );
    check("a[1]", "(ExprStmt (Index Name:a Int:1))");
    check("b(.on)", "(ExprStmt (Call Name:b (Args (Member - Name:on))))");
    check("try! a(b)!", "(ExprStmt (Call Name:a (Args Name:b)))");
}

#[test]
fn literals() {
    check(
        "x = \"a \\(b.c) d\" + y",
        "(Assign Name:x (Binary.Add (String StringText:\"a \" (Interpolation (Member Name:b \
         Name:c)) StringText:\" d\") Name:y))",
    );
    check("x = [1, 2.5, nil, true]", "(Assign Name:x (List Int:1 Float:2.5 Null:nil Bool:true))");
    check("x = [\"a\": 1]", "(Assign Name:x (Dict (Pair (String StringText:a) Int:1)))");
    check("x = a ?? b", "(Assign Name:x (Binary.Coalesce Name:a Name:b))");
    check("x = a ? b : c", "(Assign Name:x (Conditional Name:a Name:b Name:c))");
    check("x = a as? B", "(Assign Name:x (Cast Name:B Name:a))");
    check("x = a is B", "(Assign Name:x (Binary.InstanceOf Name:a Name:B))");
    check("x = !a && b", "(Assign Name:x (Binary.And (Unary.Not Name:a) Name:b))");
}

#[test]
fn variables() {
    check("let a: Int = 1", "(VarDef (Modifiers Token:let) Name:Int Name:a Int:1)");
    check(
        "var a = 1, b = 2",
        "(Sequence (VarDef (Modifiers Token:var) - Name:a Int:1) (VarDef (Modifiers \
         Token:var) - Name:b Int:2))",
    );
    check(
        "private lazy var a: B? = nil",
        "(VarDef (Modifiers Token:private Token:lazy Token:var) Name:B Name:a Null:nil)",
    );
    check(
        "var a: Int { return 1 }",
        "(VarDef (Modifiers Token:var) Name:Int Name:a (Function (Modifiers) - (Params) - \
         (Block (Return Int:1))))",
    );
}

#[test]
fn statements() {
    check(
        "if a { b() } else if c { d() } else { }",
        "(If Name:a (Block (ExprStmt (Call Name:b (Args)))) (If Name:c (Block (ExprStmt (Call \
         Name:d (Args)))) (Block)))",
    );
    check(
        "if let a = b, c > 1 { d() }",
        "(If (Binary.And (VarDef (Modifiers Token:let) - Name:a Name:b) (Binary.Greater \
         Name:c Int:1)) (Block (ExprStmt (Call Name:d (Args)))) -)",
    );
    check("guard a else { return }", "(If (Unary.Not Name:a) (Block (Return -)) -)");
    check(
        "for i in 0..<n { a() }",
        "(ForEach Name:i (Binary.Range Int:0 Name:n) (Block (ExprStmt (Call Name:a (Args)))))",
    );
    check("while a { break }", "(While Name:a (Block (Break -)))");
    check("repeat { a() } while b", "(DoWhile (Block (ExprStmt (Call Name:a (Args)))) Name:b)");
    check(
        "switch a { case 1, 2: b()\ncase .c(let d): e(d)\ndefault: return }",
        "(Switch Name:a (Case (Tuple Int:1 Int:2) (Block (ExprStmt (Call Name:b (Args))))) \
         (Case (Tuple (Call (Member - Name:c) (Args Name:d))) (Block (ExprStmt (Call Name:e \
         (Args Name:d))))) (Case (Tuple) (Block (Return -))))",
    );
    check(
        "do { try a() } catch { b() }",
        "(Try (Block (ExprStmt (Call Name:a (Args)))) (Catch - - (Block (ExprStmt (Call \
         Name:b (Args))))) -)",
    );
    check(
        "func f() { throw a }",
        "(Function (Modifiers) Name:f (Params) - (Block (Throw Name:a)))",
    );
}

#[test]
fn definitions() {
    check(
        "func a(from b: String, _ c: Int = 3) throws -> D? { return nil }",
        "(Function (Modifiers) Name:a (Params (Param (Modifiers) Name:String Name:b -) (Param \
         (Modifiers) Name:Int Name:c Int:3)) Name:D (Block (Return Null:nil)))",
    );
    check(
        "@objc(a) final class B: C, D { init(e: Int) { } }",
        "(Class (Modifiers (Annotation (Call Name:objc (Args Name:a))) Token:final) Name:B \
         (Bases Name:C Name:D) (Block (Function (Modifiers) Name:init (Params (Param \
         (Modifiers) Name:Int Name:e -)) - (Block))))",
    );
    check(
        "enum A: String { case b }",
        "(Class (Modifiers Token:enum) Name:A (Bases Name:String) (Block (Other Token:case \
         Name:b)))",
    );
    check(
        "protocol A { func b() -> Int }",
        "(Class (Modifiers Token:protocol) Name:A (Bases) (Block (Function (Modifiers) Name:b \
         (Params) Name:Int -)))",
    );
}
