//! The shapes of Java in the common tree.

use super::read;

#[track_caller]
fn check(source: &str, expected: &str) {
    assert_eq!(read("java", source), expected, "{source}");
}

#[test]
fn imports() {
    check("package a.b;", "(Package (Member Name:a Name:b))");
    check("import a.B;", "(Import Name:a Name:B -)");
    check("import static a.B.c;", "(Import (Member Name:a Name:B) Name:c -)");
    check("import a.*;", "(Import Name:a Token:* -)");
}

#[test]
fn calls() {
    check(
        "a.b(c).d();",
        "(ExprStmt (Call (Member (Call (Member Name:a Name:b) (Args Name:c)) Name:d) (Args)))",
    );
    check(
        "new A<>(b) { int c; };",
        "(ExprStmt (New (Generic Name:A) (Args Name:b) (Block (VarDef (Modifiers) Name:int \
         Name:c -))))",
    );
    check(
        "f(A::b, A::new, A.class, (B) c);",
        "(ExprStmt (Call Name:f (Args (Member Name:A Name:b) (Member Name:A Name:new) (Member \
         Name:A Name:class) (Cast Name:B Name:c))))",
    );
    check("super.f(); ", "(ExprStmt (Call (Member Name:super Name:f) (Args)))");
}

#[test]
fn literals() {
    check(
        "x = \"a\\n\" + 'c' + 1L + 1.5f + null + true;",
        "(Assign Name:x (Binary.Add (Binary.Add (Binary.Add (Binary.Add (Binary.Add (String \
         StringText:a\\n) (String StringText:c)) Int:1L) Float:1.5f) Null:null) Bool:true))",
    );
    check(
        "String[] a = {b, \"c\"};",
        "(VarDef (Modifiers) (Other Name:String) Name:a (List Name:b (String StringText:c)))",
    );
    check(
        "int[] a = new int[3];",
        "(VarDef (Modifiers) (Other Name:int) Name:a (New (Other Name:int) (Args Int:3) -))",
    );
}

#[test]
fn variables() {
    check(
        "final int a = 1, b;",
        "(Sequence (VarDef (Modifiers Token:final) Name:int Name:a Int:1) (VarDef (Modifiers \
         Token:final) Name:int Name:b -))",
    );
    check(
        "var x = y -> y;",
        "(VarDef (Modifiers) Name:var Name:x (Function (Modifiers) - (Params (Param (Modifiers) \
         - Name:y -)) - Name:y))",
    );
    check(
        "x += (a, b) -> { };",
        "(Assign.Add Name:x (Function (Modifiers) - (Params (Param (Modifiers) - Name:a -) \
         (Param (Modifiers) - Name:b -)) - (Block)))",
    );
}

#[test]
fn loops() {
    check(
        "for (int i = 0, j; i < 1; i++, j--) ;",
        "(For (Sequence (VarDef (Modifiers) Name:int Name:i Int:0) (VarDef (Modifiers) Name:int \
         Name:j -)) (Binary.Less Name:i Int:1) (Sequence (Unary.PostIncrement Name:i) \
         (Unary.PostDecrement Name:j)) -)",
    );
    check(
        "for (final A a : b) c();",
        "(ForEach (VarDef (Modifiers Token:final) Name:A Name:a -) Name:b (ExprStmt (Call \
         Name:c (Args))))",
    );
    check("do a(); while (b);", "(DoWhile (ExprStmt (Call Name:a (Args))) Name:b)");
}

#[test]
fn branches() {
    check(
        "if (a instanceof B b) c(); else d();",
        "(If (Binary.InstanceOf Name:a (VarDef (Modifiers) Name:B Name:b -)) (ExprStmt (Call \
         Name:c (Args))) (ExprStmt (Call Name:d (Args))))",
    );
    check(
        "switch (a) { case 1: case 2: b(); break; default: c(); }",
        "(Switch Name:a (Case (Tuple Int:1) (Block)) (Case (Tuple Int:2) (Block (ExprStmt (Call \
         Name:b (Args))) (Break -))) (Case (Tuple) (Block (ExprStmt (Call Name:c (Args))))))",
    );
    check(
        "int a = switch (b) { case C, D -> 1; default -> { yield 2; } };",
        "(VarDef (Modifiers) Name:int Name:a (Switch Name:b (Case (Tuple Name:C Name:D) (Block \
         (ExprStmt Int:1))) (Case (Tuple) (Block (Yield Int:2)))))",
    );
}

#[test]
fn resources_and_exceptions() {
    check(
        "try (A a = b(); c) { d(); }",
        "(With (VarDef (Modifiers) Name:A Name:a (Call Name:b (Args))) Name:c (Block (ExprStmt \
         (Call Name:d (Args)))))",
    );
    check(
        "try (A a = b) { } catch (C | D e) { throw e; } finally { }",
        "(With (VarDef (Modifiers) Name:A Name:a Name:b) (Block (Try (Block) (Catch (Tuple \
         Name:C Name:D) Name:e (Block (Throw Name:e))) (Finally (Block)))))",
    );
}

#[test]
fn definitions() {
    check(
        "@A(b = 1) public <T> T f(final B c, D... e) throws F { return null; }",
        "(Function (Modifiers (Annotation (Call Name:A (Args (Keyword Name:b Int:1)))) \
         Token:public) Name:f (Params (Param (Modifiers Token:final) Name:B Name:c -) \
         (Param.Spread (Modifiers) Name:D Name:e -)) Name:T (Block (Return Null:null)))",
    );
    check(
        "class A<T> extends B implements C<D> { A() { this(1); } static { } }",
        "(Class (Modifiers) Name:A (Bases Name:B (Generic Name:C Name:D)) (Block (Function \
         (Modifiers) Name:A (Params) - (Block (ExprStmt (Call Name:this (Args Int:1))))) (Block)))",
    );
    check(
        "interface A extends B { default void c() { } }",
        "(Class (Modifiers Token:interface) Name:A (Bases Name:B) (Block (Function (Modifiers \
         Token:default) Name:c (Params) Name:void (Block))))",
    );
    check(
        "record A(int b) { }",
        "(Class (Modifiers Token:record) Name:A (Bases) (Block (Params (Param (Modifiers) \
         Name:int Name:b -))))",
    );
    check(
        "enum A { B(1), C; int d; }",
        "(Class (Modifiers Token:enum) Name:A (Bases) (Block (Other Name:B (Args Int:1)) (Other \
         Name:C) (VarDef (Modifiers) Name:int Name:d -)))",
    );
}
