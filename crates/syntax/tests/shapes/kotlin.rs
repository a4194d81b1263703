//! The shapes of Kotlin in the common tree.

use super::read;

#[track_caller]
fn check(source: &str, expected: &str) {
    assert_eq!(read("kotlin", source), expected, "{source}");
}

#[test]
fn imports() {
    check("package a.b", "(Package (Member Name:a Name:b))");
    check("import a.B", "(Import Name:a Name:B -)");
    check("import a.B as C", "(Import Name:a Name:B Name:C)");
    check("import a.*", "(Import Name:a Token:* -)");
}

#[test]
fn calls() {
    check(
        "a.b(c).d()",
        "(ExprStmt (Call (Member (Call (Member Name:a Name:b) (Args Name:c)) Name:d) \
         (Args)))",
    );
    check(
        "a?.b(c = 1, *d)",
        "(ExprStmt (Call (Member.Optional Name:a Name:b) (Args (Keyword Name:c Int:1) \
         (Spread Name:d))))",
    );
    check(
        "a(1) { b -> c(b) }",
        "(ExprStmt (Call (Call Name:a (Args Int:1)) (Args (Function (Modifiers) - (Params \
         (Param (Modifiers) - Name:b -)) - (Block (ExprStmt (Call Name:c (Args \
         Name:b))))))))",
    );
    check(
        "a { b() }",
        "(ExprStmt (Call Name:a (Args (Function (Modifiers) - (Params) - (Block (ExprStmt \
         (Call Name:b (Args))))))))",
    );
    check("a<B>(c)", "(ExprStmt (Call (Generic Name:a Name:B) (Args Name:c)))");
    check("a to b", "(ExprStmt (Call Name:to (Args Name:a Name:b)))");
    check("A::class", "(ExprStmt (Other Name:A Token:class))");
    check("a[1, 2]", "(ExprStmt (Index Name:a Int:1 Int:2))");
}

#[test]
fn literals() {
    check(
        "x = \"a $b ${c.d} e\" + 'f' + 1L + 1.5f + null + true",
        "(Assign Name:x (Binary.Add (Binary.Add (Binary.Add (Binary.Add (Binary.Add (String \
         StringText:\"a \" (Interpolation Name:b) StringText:\" \" (Interpolation (Member \
         Name:c Name:d)) StringText:\" e\") (String StringText:f)) Int:1L) Float:1.5f) \
         Null:null) Bool:true))",
    );
    check(
        "x = \"\"\"a $b\"\"\"",
        "(Assign Name:x (String StringText:\"a \" (Interpolation Name:b)))",
    );
    check("x = a ?: b!!", "(Assign Name:x (Binary.Coalesce Name:a Name:b))");
    check(
        "x = a is B && c as D != e && f in g",
        "(Assign Name:x (Binary.And (Binary.And (Binary.InstanceOf Name:a Name:B) \
         (Binary.NotEq (Cast Name:D Name:c) Name:e)) (Binary.In Name:f Name:g)))",
    );
    check("x = if (a) b else c", "(Assign Name:x (Conditional Name:a Name:b Name:c))");
    check(
        "x = object : A(1), B { }",
        "(Assign Name:x (New (Tuple Name:A Name:B) (Args Int:1) (Block)))",
    );
    check("x = a..b", "(Assign Name:x (Binary.Range Name:a Name:b))");
}

#[test]
fn variables() {
    check("val a = 1", "(VarDef (Modifiers Token:val) - Name:a Int:1)");
    check(
        "private var a: B? = null",
        "(VarDef (Modifiers Token:private Token:var) Name:B Name:a Null:null)",
    );
    check("val (a, b) = c", "(VarDef (Modifiers Token:val) - (Tuple Name:a Name:b) Name:c)");
    check(
        "val a by lazy { 1 }",
        "(VarDef (Modifiers Token:val) - Name:a (Call Name:lazy (Args (Function (Modifiers) \
         - (Params) - (Block (ExprStmt Int:1))))))",
    );
}

#[test]
fn control_flow() {
    check(
        "if (a) b() else if (c) { } else d()",
        "(If Name:a (ExprStmt (Call Name:b (Args))) (If Name:c (Block) (ExprStmt (Call \
         Name:d (Args)))))",
    );
    check("for (a in b) { }", "(ForEach Name:a Name:b (Block))");
    check(
        "for ((a, b) in c) d()",
        "(ForEach (Tuple Name:a Name:b) Name:c (ExprStmt (Call Name:d (Args))))",
    );
    check("while (a) { break }", "(While Name:a (Block (Break -)))");
    check("do { continue } while (a)", "(DoWhile (Block (Continue -)) Name:a)");
    check(
        "try { } catch (e: A) { } finally { }",
        "(Try (Block) (Catch Name:A Name:e (Block)) (Finally (Block)))",
    );
    check(
        "when (a) {\n    1, 2 -> b()\n    is C -> { }\n    else -> c\n}",
        "(Switch Name:a (Case (Tuple Int:1 Int:2) (Block (ExprStmt (Call Name:b (Args))))) \
         (Case (Tuple Name:C) (Block)) (Case (Tuple) (Block (ExprStmt Name:c))))",
    );
    check("return a", "(Return Name:a)");
    check("throw A()", "(Throw (Call Name:A (Args)))");
}

#[test]
fn definitions() {
    check(
        "@A @B(1)\nclass C<T>(val d: E = 1) : F(d), G { }",
        "(Class (Modifiers (Annotation Name:A) (Annotation (Call Name:B (Args Int:1)))) \
         Name:C (Bases Name:F Name:G) (Block (Params (Param (Modifiers Token:val) Name:E \
         Name:d Int:1))))",
    );
    check("object A { }", "(Class (Modifiers Token:object) Name:A (Bases) (Block))");
    check(
        "interface A {\n    fun b(): C\n}",
        "(Class (Modifiers Token:interface) Name:A (Bases) (Block (Function (Modifiers) \
         Name:b (Params) Name:C -)))",
    );
    check(
        "enum class A { B, C }",
        "(Class (Modifiers Token:enum) Name:A (Bases) (Block (Other Name:B) (Other Name:C)))",
    );
    check(
        "class A {\n    companion object {\n        const val B = 1\n    }\n}",
        "(Class (Modifiers) Name:A (Bases) (Block (Class (Modifiers Token:companion \
         Token:object) - (Bases) (Block (VarDef (Modifiers Token:const Token:val) - Name:B \
         Int:1)))))",
    );
    check(
        "class A {\n    constructor(b: C) : this(b) { }\n    init { }\n}",
        "(Class (Modifiers) Name:A (Bases) (Block (Function (Modifiers) Token:constructor \
         (Params (Param (Modifiers) Name:C Name:b -)) - (Block (ExprStmt (Call Name:this \
         (Args Name:b))))) (Block)))",
    );
    check(
        "override suspend fun A.b(vararg c: D, e: F = 1): G = h",
        "(Function (Modifiers Token:override Token:suspend) Name:b (Params (Param.Spread \
         (Modifiers Token:vararg) Name:D Name:c -) (Param (Modifiers) Name:F Name:e Int:1)) \
         Name:G Name:h)",
    );
    check(
        "class A {\n    var b = 1\n        get() = field\n        set(value) { }\n}",
        "(Class (Modifiers) Name:A (Bases) (Block (Sequence (VarDef (Modifiers Token:var) - \
         Name:b Int:1) (Function (Modifiers) Token:get (Params) - Name:field) (Function \
         (Modifiers) Token:set (Params (Param (Modifiers) - Name:value -)) - (Block)))))",
    );
}

#[test]
fn lambdas() {
    check(
        "f = { a, b -> a }",
        "(Assign Name:f (Function (Modifiers) - (Params (Param (Modifiers) - Name:a -) \
         (Param (Modifiers) - Name:b -)) - (Block (ExprStmt Name:a))))",
    );
    check(
        "f = fun(a: B): C { }",
        "(Assign Name:f (Function (Modifiers) - (Params (Param (Modifiers) Name:B Name:a -)) \
         Name:C (Block)))",
    );
}
