//! The shapes of TypeScript in the common tree.

use super::read;

#[track_caller]
fn check(source: &str, expected: &str) {
    assert_eq!(read("typescript", source), expected, "{source}");
}

#[test]
fn types() {
    check(
        "let a: Map<string, number[]> = b as any",
        "(VarDef (Modifiers Token:let) (Generic Name:Map Name:string (Other Name:number)) \
         Name:a (Cast Name:any Name:b))",
    );
    check("type A = B | C", "(Other Token:type Name:A (Binary.BitOr Name:B Name:C))");
    check(
        "function f<T>(a?: T, ...b: string[]): void {}",
        "(Function (Modifiers) Name:f (Params (Param (Modifiers) Name:T Name:a -) (Param.Spread \
         (Modifiers) (Other Name:string) Name:b -)) Name:void (Block))",
    );
}

#[test]
fn casts_and_assertions() {
    check("<T>x", "(ExprStmt (Cast Name:T Name:x))");
    check("x as const", "(ExprStmt Name:x)");
    check("x!.y", "(ExprStmt (Member Name:x Name:y))");
    check("f<T>(a)", "(ExprStmt (Call Name:f (Args Name:a)))");
    check("new A<B>()", "(ExprStmt (New (Generic Name:A Name:B) (Args) -))");
}

#[test]
fn definitions() {
    check(
        "interface A<T> extends B { c?: D; e(): F }",
        "(Class (Modifiers Token:interface) Name:A (Bases Name:B) (Block (VarDef (Modifiers) \
         Name:D Name:c -) (Function (Modifiers) Name:e (Params) Name:F -)))",
    );
    check(
        "enum A { B, C = 1 }",
        "(Class (Modifiers Token:enum) Name:A (Bases) (Block Name:B (Assign Name:C Int:1)))",
    );
    check(
        "abstract class A { @d() private b: C; abstract e(): void }",
        "(Class (Modifiers Token:abstract) Name:A (Bases) (Block (VarDef (Modifiers (Annotation \
         (Call Name:d (Args))) Token:private) Name:C Name:b -) (Function (Modifiers \
         Token:abstract) Name:e (Params) Name:void -)))",
    );
    check(
        "namespace N { export let a }",
        "(Other Token:namespace Name:N (Block (VarDef (Modifiers Token:export Token:let) - \
         Name:a -)))",
    );
}

#[test]
fn imports() {
    check("import type { A } from 'b'", "(Import (String StringText:b) Name:A -)");
    check("import a = require('b')", "(Import (String StringText:b) - Name:a)");
}

#[test]
fn elements() {
    check("x = <A<B> c={d} />;", "(Assign Name:x (Other Name:A (Other Name:c Name:d)))");
}
