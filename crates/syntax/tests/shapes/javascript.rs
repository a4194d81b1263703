//! The shapes of JavaScript in the common tree.

use super::read;

#[track_caller]
fn check(source: &str, expected: &str) {
    assert_eq!(read("javascript", source), expected, "{source}");
}

#[test]
fn imports_and_exports() {
    check(
        "import a, {b as c} from 'm'",
        "(Sequence (Import (String StringText:m) - Name:a) (Import (String StringText:m) Name:b \
         Name:c))",
    );
    check("import * as n from 'm'", "(Import (String StringText:m) Token:* Name:n)");
    check("export const a = 1", "(VarDef (Modifiers Token:export Token:const) - Name:a Int:1)");
    check(
        "export default class {}",
        "(Other Token:export Token:default (Class (Modifiers) - (Bases) (Block)))",
    );
}

#[test]
fn members_and_calls() {
    check(
        "a?.b?.[c]?.(d)",
        "(ExprStmt (Call.Optional (Index.Optional (Member.Optional Name:a Name:b) Name:c) (Args \
         Name:d)))",
    );
    check("new A(...b)", "(ExprStmt (New Name:A (Args (Spread.Spread Name:b)) -))");
    check(
        "f`t${x}`",
        "(ExprStmt (Call Name:f (Args (String StringText:t (Interpolation Name:x)))))",
    );
    check("import('m')", "(ExprStmt (Call Name:import (Args (String StringText:m))))");
}

#[test]
fn literals() {
    check(
        "[1, 2.5, 'a\\n', null, undefined, /r/g]",
        "(ExprStmt (List Int:1 Float:2.5 (String StringText:a\\n) Null:null Null:undefined \
         Regex:/r/g))",
    );
    check(
        "({a, b: 1, ...c, [d]: e, f() {}})",
        "(ExprStmt (Dict Name:a (Pair Name:b Int:1) (Spread.Spread Name:c) (Pair (Other Name:d) \
         Name:e) (Function (Modifiers) Name:f (Params) - (Block))))",
    );
    check("`a${b}c`", "(ExprStmt (String StringText:a (Interpolation Name:b) StringText:c))");
}

#[test]
fn operators() {
    check(
        "a ?? b || !c",
        "(ExprStmt (Binary.Coalesce Name:a (Binary.Or Name:b (Unary.Not Name:c))))",
    );
    check(
        "x = y === 1 ? typeof z : -w",
        "(Assign Name:x (Conditional (Binary.StrictEq Name:y Int:1) (Unary.TypeOf Name:z) \
         (Unary.Minus Name:w)))",
    );
    check("a ||= b++", "(Assign.Or Name:a (Unary.PostIncrement Name:b))");
    check("a, b", "(ExprStmt (Sequence Name:a Name:b))");
    check(
        "async x => await x",
        "(ExprStmt (Function (Modifiers Token:async) - (Params (Param (Modifiers) - Name:x -)) \
         - (Await Name:x)))",
    );
}

#[test]
fn variables() {
    check(
        "let a = 1, b;",
        "(Sequence (VarDef (Modifiers Token:let) - Name:a Int:1) (VarDef (Modifiers Token:let) \
         - Name:b -))",
    );
    check(
        "const {a, b: c = 1} = d;",
        "(VarDef (Modifiers Token:const) - (Dict Name:a (Pair Name:b (Assign Name:c Int:1))) \
         Name:d)",
    );
    check(
        "var [x, ...y] = z",
        "(VarDef (Modifiers Token:var) - (List Name:x (Spread.Spread Name:y)) Name:z)",
    );
}

#[test]
fn loops() {
    check(
        "for (let i = 0; i < n; i++) f(i);",
        "(For (VarDef (Modifiers Token:let) - Name:i Int:0) (Binary.Less Name:i Name:n) \
         (Unary.PostIncrement Name:i) (ExprStmt (Call Name:f (Args Name:i))))",
    );
    check(
        "for (const k in o) ;",
        "(ForEach.In (VarDef (Modifiers Token:const) - Name:k -) Name:o -)",
    );
    check("for (x of y) {}", "(ForEach Name:x Name:y (Block))");
    check("do {} while (a)", "(DoWhile (Block) Name:a)");
}

#[test]
fn branches() {
    check(
        "if (a) b; else if (c) d;",
        "(If Name:a (ExprStmt Name:b) (If Name:c (ExprStmt Name:d) -))",
    );
    check(
        "switch (a) { case 1: b(); break; default: c() }",
        "(Switch Name:a (Case (Tuple Int:1) (Block (ExprStmt (Call Name:b (Args))) (Break -))) \
         (Case (Tuple) (Block (ExprStmt (Call Name:c (Args))))))",
    );
    check(
        "try { a } catch { b } finally { c }",
        "(Try (Block (ExprStmt Name:a)) (Catch - - (Block (ExprStmt Name:b))) (Finally (Block \
         (ExprStmt Name:c))))",
    );
}

#[test]
fn definitions() {
    check(
        "function* f(a = 1, {b}, ...c) { yield* a }",
        "(Function (Modifiers Token:*) Name:f (Params (Param (Modifiers) - Name:a Int:1) (Param \
         (Modifiers) - (Dict Name:b) -) (Param.Spread (Modifiers) - Name:c -)) - (Block \
         (ExprStmt (Yield.Spread Name:a))))",
    );
    check(
        "class A extends B { static #x = 1; @d get y() {} }",
        "(Class (Modifiers) Name:A (Bases Name:B) (Block (VarDef (Modifiers Token:static) - \
         Name:#x Int:1) (Function (Modifiers (Annotation Name:d) Token:get) Name:y (Params) - \
         (Block))))",
    );
    check("l: while (1) continue l", "(Other Name:l (While Int:1 (Continue Name:l)))");
}

#[test]
fn elements() {
    check(
        "x = <a href={b} {...c}>t {d}<br/></a>",
        "(Assign Name:x (Other Name:a (Other Name:href Name:b) (Spread.Spread Name:c) \
         StringText:\"t \" Name:d (Other Name:br)))",
    );
}
