//! The shapes of Python in the common tree.

use super::read;

#[track_caller]
fn check(source: &str, expected: &str) {
    assert_eq!(read("python", source), expected, "{source}");
}

#[test]
fn imports_name_their_module() {
    check(
        "import os.path as p, sys",
        "(Sequence (Import (Member Name:os Name:path) - Name:p) (Import Name:sys - -))",
    );
    check("from a.b import c as d", "(Import (Member Name:a Name:b) Name:c Name:d)");
    check("from ..x import *", "(Import (Member Token:.. Name:x) Token:* -)");
    check("from . import y", "(Import Token:. Name:y -)");
}

#[test]
fn calls_and_strings() {
    check(
        "f(a, *b, c=1, **d)",
        "(ExprStmt (Call Name:f (Args Name:a (Spread.Spread Name:b) (Keyword Name:c Int:1) \
         (Spread.SpreadDict Name:d))))",
    );
    check(
        "f'{a!r:>{w}}' \"b\"",
        "(ExprStmt (String (Interpolation Name:a) (Interpolation Name:w) StringText:b))",
    );
    check(
        "a.b[1:2, ::3]",
        "(ExprStmt (Index (Member Name:a Name:b) (Tuple (Slice Int:1 Int:2 -) (Slice - - Int:3))))",
    );
    check("print x", "(ExprStmt (Call Name:print (Args Name:x)))");
}

#[test]
fn operators() {
    check(
        "not a and b or c",
        "(ExprStmt (Binary.Or (Binary.And (Unary.Not Name:a) Name:b) Name:c))",
    );
    check("a < b <= c", "(ExprStmt (Binary.LessEq (Binary.Less Name:a Name:b) Name:c))");
    check("a not in b is not c", "(ExprStmt (Binary.IsNot (Binary.NotIn Name:a Name:b) Name:c))");
    check("-x ** 2", "(ExprStmt (Unary.Minus (Binary.Pow Name:x Int:2)))");
    check("(y := f())", "(ExprStmt (Assign.Walrus Name:y (Call Name:f (Args))))");
    check("a if b else c", "(ExprStmt (Conditional Name:b Name:a Name:c))");
}

#[test]
fn collections() {
    check(
        "[a, *b], (c,), {d}, {'e': 1, **f}",
        "(ExprStmt (Tuple (List Name:a (Spread.Spread Name:b)) (Tuple Name:c) (Set Name:d) \
         (Dict (Pair (String StringText:e) Int:1) (Spread.SpreadDict Name:f))))",
    );
    check(
        "[i for i in r if i]",
        "(ExprStmt (Comprehension.ListOf Name:i (ForEach Name:i Name:r -) (If Name:i - -)))",
    );
    check(
        "{k: v for k, v in m}",
        "(ExprStmt (Comprehension.DictOf (Pair Name:k Name:v) (ForEach (Tuple Name:k Name:v) \
         Name:m -)))",
    );
    check(
        "(x for x in y)",
        "(ExprStmt (Comprehension.Generator Name:x (ForEach Name:x Name:y -)))",
    );
}

#[test]
fn assignments() {
    check("a = b = c, d", "(Assign Name:a (Assign Name:b (Tuple Name:c Name:d)))");
    check("x: int = 5", "(VarDef (Modifiers) Name:int Name:x Int:5)");
    check("x += 1", "(Assign.Add Name:x Int:1)");
    check("del a, b", "(Delete Name:a Name:b)");
    check("assert a, 'm'", "(Assert Name:a (String StringText:m))");
}

#[test]
fn branches_nest() {
    check(
        "if a: b\nelif c: d\nelse: e",
        "(If Name:a (Block (ExprStmt Name:b)) (If Name:c (Block (ExprStmt Name:d)) (Block \
         (ExprStmt Name:e))))",
    );
    check(
        "while a: break\nelse: continue",
        "(Sequence (While Name:a (Block (Break -))) (Block (Continue -)))",
    );
    check("for a, b in c: pass", "(ForEach (Tuple Name:a Name:b) Name:c (Block Token:pass))");
}

#[test]
fn resources_and_exceptions() {
    check(
        "with f() as a, b: pass",
        "(With (Assign Name:a (Call Name:f (Args))) Name:b (Block Token:pass))",
    );
    check(
        "try: a\nexcept (A, B) as e: raise\nfinally: b",
        "(Try (Block (ExprStmt Name:a)) (Catch (Tuple Name:A Name:B) Name:e (Block (Throw -))) \
         (Finally (Block (ExprStmt Name:b))))",
    );
}

#[test]
fn definitions() {
    check(
        "@d(1)\nasync def f(a, b: int = 1, *c, **d) -> str: return",
        "(Function (Modifiers (Annotation (Call Name:d (Args Int:1))) Token:async) Name:f \
         (Params (Param (Modifiers) - Name:a -) (Param (Modifiers) Name:int Name:b Int:1) \
         (Param.Spread (Modifiers) - Name:c -) (Param.SpreadDict (Modifiers) - Name:d -)) \
         Name:str (Block (Return -)))",
    );
    check(
        "class A(B, metaclass=C): x = lambda y, *z: y",
        "(Class (Modifiers) Name:A (Bases Name:B (Keyword Name:metaclass Name:C)) (Block \
         (Assign Name:x (Function (Modifiers) - (Params (Param (Modifiers) - Name:y -) \
         (Param.Spread (Modifiers) - Name:z -)) - Name:y))))",
    );
}

#[test]
fn patterns_of_match() {
    check(
        "match a:\n  case [x, *y] if z: pass\n  case A(b=1) | None: pass\n  case _: pass",
        "(Switch Name:a (Case (Tuple (List Name:x (Spread.Spread Name:y)) (If Name:z - -)) \
         (Block Token:pass)) (Case (Tuple (Binary.BitOr (Call Name:A (Args (Keyword Name:b \
         Int:1))) Null:None)) (Block Token:pass)) (Case (Tuple) (Block Token:pass)))",
    );
}
