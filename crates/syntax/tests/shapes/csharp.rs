//! The shapes of C# in the common tree.

use super::read;

#[track_caller]
fn check(source: &str, expected: &str) {
    assert_eq!(read("csharp", source), expected, "{source}");
}

#[test]
fn imports() {
    check("using A.B;", "(Import (Member Name:A Name:B) Token:; -)");
    check("using static A.B;", "(Import (Member Name:A Name:B) Token:; -)");
    check("using C = A.B;", "(Import (Member Name:A Name:B) - Name:C)");
    check(
        "namespace N { class A { } }",
        "(Sequence (Package Name:N) (Class (Modifiers) Name:A (Bases) (Block)))",
    );
    check("namespace N;", "(Package Name:N)");
}

#[test]
fn calls() {
    check(
        "a.B(c).D();",
        "(ExprStmt (Call (Member (Call (Member Name:a Name:B) (Args Name:c)) Name:D) \
         (Args)))",
    );
    check(
        "a?.B(ref c, out var d, e: 1);",
        "(ExprStmt (Call (Member.Optional Name:a Name:B) (Args Name:c (VarDef (Modifiers) \
         Name:var Name:d -) (Keyword Name:e Int:1))))",
    );
    check(
        "new A<B>(c) { D = e, [\"f\"] = 1 };",
        "(ExprStmt (New (Generic Name:A Name:B) (Args Name:c) (Dict (Pair Name:D Name:e) \
         (Pair (String StringText:f) Int:1))))",
    );
    check("a.B<C>(d);", "(ExprStmt (Call (Generic (Member Name:a Name:B) Name:C) (Args Name:d)))");
    check("x = new[] { 1, 2 };", "(Assign Name:x (List Int:1 Int:2))");
    check("x = new A[3];", "(Assign Name:x (New (Other Name:A) (Args Int:3) -))");
    check(
        "x = new { a.B, C = 1 };",
        "(Assign Name:x (Dict (Member Name:a Name:B) (Pair Name:C Int:1)))",
    );
}

#[test]
fn literals() {
    check(
        "x = @\"a\\b\" + $\"c {d:N}\" + 'e' + 1L + 1.5m + null + true;",
        "(Assign Name:x (Binary.Add (Binary.Add (Binary.Add (Binary.Add (Binary.Add \
         (Binary.Add (String StringText:a\\b) (String StringText:\"c \" (Interpolation \
         Name:d))) (String StringText:e)) Int:1L) Float:1.5m) Null:null) Bool:true))",
    );
    check(
        "x = a ?? b ? c : (D)e;",
        "(Assign Name:x (Conditional (Binary.Coalesce Name:a Name:b) Name:c (Cast Name:D \
         Name:e)))",
    );
    check(
        "x = a is B b && c as D != null;",
        "(Assign Name:x (Binary.And (Binary.InstanceOf Name:a (VarDef (Modifiers) Name:B \
         Name:b -)) (Binary.NotEq (Cast Name:D Name:c) Null:null)))",
    );
    check(
        "x = this[1, 2] + base.F();",
        "(Assign Name:x (Binary.Add (Index Name:this Int:1 Int:2) (Call (Member Name:base \
         Name:F) (Args))))",
    );
    check("x = a!;", "(Assign Name:x Name:a)");
    check("(a, b) = (1, 2);", "(Assign (Tuple Name:a Name:b) (Tuple Int:1 Int:2))");
}

#[test]
fn variables() {
    check(
        "const int a = 1, b = 2;",
        "(Sequence (VarDef (Modifiers Token:const) Name:int Name:a Int:1) (VarDef (Modifiers \
         Token:const) Name:int Name:b Int:2))",
    );
    check("var a = b;", "(VarDef (Modifiers) - Name:a Name:b)");
    check("using var a = b;", "(VarDef (Modifiers Token:using) - Name:a Name:b)");
}

#[test]
fn control_flow() {
    check("if (a) b(); else { }", "(If Name:a (ExprStmt (Call Name:b (Args))) (Block))");
    check(
        "for (int i = 0; i < 1; i++) { }",
        "(For (VarDef (Modifiers) Name:int Name:i Int:0) (Binary.Less Name:i Int:1) \
         (Unary.PostIncrement Name:i) (Block))",
    );
    check(
        "foreach (var a in b) { }",
        "(ForEach (VarDef (Modifiers) Name:var Name:a -) Name:b (Block))",
    );
    check("while (a) { break; }", "(While Name:a (Block (Break -)))");
    check("do { continue; } while (a);", "(DoWhile (Block (Continue -)) Name:a)");
    check("using (var a = b) { }", "(With (VarDef (Modifiers) - Name:a Name:b) (Block))");
    check(
        "try { } catch (A e) { } catch { } finally { }",
        "(Try (Block) (Catch Name:A Name:e (Block)) (Catch - - (Block)) (Finally (Block)))",
    );
    check(
        "switch (a) { case 1: case 2: b(); break; default: break; }",
        "(Switch Name:a (Case (Tuple Int:1 Int:2) (Block (ExprStmt (Call Name:b (Args))) \
         (Break -))) (Case (Tuple) (Block (Break -))))",
    );
    check(
        "x = a switch { 1 => b, _ => c };",
        "(Assign Name:x (Switch Name:a (Case (Tuple Int:1) (Block Name:b)) (Case (Tuple \
         Name:_) (Block Name:c))))",
    );
    check("throw new A();", "(Throw (New Name:A (Args) -))");
    check("return await a;", "(Return (Await Name:a))");
    check("lock (a) { }", "(Other Token:lock Name:a (Block))");
}

#[test]
fn definitions() {
    check(
        "[A, B(1)] public class C<T> : D, E where T : F { }",
        "(Class (Modifiers (Annotation Name:A) (Annotation (Call Name:B (Args Int:1))) \
         Token:public) Name:C (Bases Name:D Name:E) (Block))",
    );
    check(
        "record A(int B);",
        "(Class (Modifiers Token:record) Name:A (Bases) (Block (Params (Param (Modifiers) \
         Name:int Name:B -))))",
    );
    check(
        "enum A { B, C = 1 }",
        "(Class (Modifiers Token:enum) Name:A (Bases) (Block (VarDef (Modifiers) - Name:B -) \
         (VarDef (Modifiers) - Name:C Int:1)))",
    );
    check(
        "class A { public A(int b) : base(b) { } }",
        "(Class (Modifiers) Name:A (Bases) (Block (Function (Modifiers Token:public) Name:A \
         (Params (Param (Modifiers) Name:int Name:b -)) - (Block (ExprStmt (Call Name:base \
         (Args Name:b)))))))",
    );
    check(
        "class A { int B { get; set; } = 1; }",
        "(Class (Modifiers) Name:A (Bases) (Block (VarDef (Modifiers) Name:int Name:B \
         Int:1)))",
    );
    check(
        "class A { int B { get { return c; } } }",
        "(Class (Modifiers) Name:A (Bases) (Block (Sequence (VarDef (Modifiers) Name:int \
         Name:B -) (Function (Modifiers) Name:get (Params) - (Block (Return Name:c))))))",
    );
    check(
        "class A { int B => c; }",
        "(Class (Modifiers) Name:A (Bases) (Block (VarDef (Modifiers) Name:int Name:B \
         Name:c)))",
    );
    check(
        "class A { async Task<int> B([C] string d = \"e\", params int[] f) => g; }",
        "(Class (Modifiers) Name:A (Bases) (Block (Function (Modifiers Token:async) Name:B \
         (Params (Param (Modifiers (Annotation Name:C)) Name:string Name:d (String \
         StringText:e)) (Param.Spread (Modifiers) (Other Name:int) Name:f -)) (Generic \
         Name:Task Name:int) Name:g)))",
    );
    check(
        "class A { static bool operator ==(A b, A c) => d; }",
        "(Class (Modifiers) Name:A (Bases) (Block (Function (Modifiers Token:static) \
         Token:== (Params (Param (Modifiers) Name:A Name:b -) (Param (Modifiers) Name:A \
         Name:c -)) Name:bool Name:d)))",
    );
}

#[test]
fn lambdas() {
    check(
        "f(x => x, (a, b) => { }, delegate (int c) { });",
        "(ExprStmt (Call Name:f (Args (Function (Modifiers) - (Params (Param (Modifiers) - \
         Name:x -)) - Name:x) (Function (Modifiers) - (Params (Param (Modifiers) - Name:a -) \
         (Param (Modifiers) - Name:b -)) - (Block)) (Function (Modifiers Token:delegate) - \
         (Params (Param (Modifiers) Name:int Name:c -)) - (Block)))))",
    );
    check(
        "x = from a in b where c select d;",
        "(Assign Name:x (Comprehension.Generator Name:d (ForEach Name:a Name:b -) (If Name:c \
         - -)))",
    );
}
