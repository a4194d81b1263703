//! The shapes of Solidity in the common tree.

use super::read;

#[track_caller]
fn check(source: &str, expected: &str) {
    assert_eq!(read("solidity", source), expected, "{source}");
}

#[test]
fn directives() {
    check(
        "pragma solidity ^0.8.0;",
        "(Other Token:pragma (Other Token:solidity Token:^ Token:0.8.0))",
    );
    check(
        "import {A as B, C} from './d.sol';",
        "(Sequence (Import (String StringText:./d.sol) Name:A Name:B) (Import (String \
         StringText:./d.sol) Name:C -))",
    );
    check("import './a.sol';", "(Import (String StringText:./a.sol) - -)");
}

#[test]
fn contracts() {
    check(
        "abstract contract A is B, C(1) { using D for uint; }",
        "(Class (Modifiers Token:abstract) Name:A (Bases Name:B (Call Name:C (Args Int:1))) \
         (Block (Other Token:using Name:D Token:for Name:uint)))",
    );
    check(
        "library L { struct S { uint a; } enum E { X, Y } }",
        "(Class (Modifiers Token:library) Name:L (Bases) (Block (Class (Modifiers Token:struct) \
         Name:S (Bases) (Block (VarDef (Modifiers) Name:uint Name:a -))) (Class (Modifiers \
         Token:enum) Name:E (Bases) (Block Name:X Name:Y))))",
    );
}

#[test]
fn members() {
    check(
        "contract A { mapping(address => uint) public b; uint[] constant C = d; }",
        "(Class (Modifiers) Name:A (Bases) (Block (VarDef (Modifiers Token:public) (Generic \
         Name:mapping Name:address Name:uint) Name:b -) (VarDef (Modifiers Token:constant) \
         (Other Name:uint) Name:C Name:d)))",
    );
    check(
        "contract A { event B(address indexed c); error D(uint); modifier e() { _; } }",
        "(Class (Modifiers) Name:A (Bases) (Block (Function (Modifiers Token:event) Name:B \
         (Params (Param (Modifiers Token:indexed) Name:address Name:c -)) - -) (Function \
         (Modifiers Token:error) Name:D (Params (Param (Modifiers) Name:uint - -)) - -) \
         (Function (Modifiers Token:modifier) Name:e (Params) - (Block (ExprStmt Name:_)))))",
    );
    check(
        "contract A { constructor() B(1) { } receive() external payable { } fallback() external \
         { } }",
        "(Class (Modifiers) Name:A (Bases) (Block (Function (Modifiers (Annotation (Call Name:B \
         (Args Int:1)))) Name:constructor (Params) - (Block)) (Function (Modifiers \
         Token:external Token:payable) Name:receive (Params) - (Block)) (Function (Modifiers \
         Token:external) Name:fallback (Params) - (Block))))",
    );
}

#[test]
fn functions() {
    check(
        "function f(uint a, bytes memory b) external view only(a) returns (uint c, bool) { \
         return (a, true); }",
        "(Function (Modifiers Token:external Token:view (Annotation (Call Name:only (Args \
         Name:a)))) Name:f (Params (Param (Modifiers) Name:uint Name:a -) (Param (Modifiers \
         Token:memory) Name:bytes Name:b -)) (Tuple (Param (Modifiers) Name:uint Name:c -) \
         (Param (Modifiers) Name:bool - -)) (Block (Return (Tuple Name:a Bool:true))))",
    );
}

#[test]
fn calls() {
    check(
        "a.call{value: b, gas: 1}('');",
        "(ExprStmt (Call (Member Name:a Name:call) (Args (Keyword Name:value Name:b) (Keyword \
         Name:gas Int:1) (String))))",
    );
    check(
        "a.call.value(b)();",
        "(ExprStmt (Call (Call (Member (Member Name:a Name:call) Name:value) (Args Name:b)) \
         (Args)))",
    );
    check(
        "new A{salt: b}(c);",
        "(ExprStmt (New Name:A (Args (Keyword Name:salt Name:b) Name:c) -))",
    );
    check("f({a: 1});", "(ExprStmt (Call Name:f (Args (Keyword Name:a Int:1))))");
    check(
        "payable(address(a));",
        "(ExprStmt (Call Name:payable (Args (Call Name:address (Args Name:a)))))",
    );
}

#[test]
fn statements() {
    check(
        "(bool a, ) = b();",
        "(VarDef (Modifiers) - (Tuple (VarDef (Modifiers) Name:bool Name:a -) -) (Call Name:b \
         (Args)))",
    );
    check(
        "unchecked { a -= 1 ether; }",
        "(Other Token:unchecked (Block (Assign.Sub Name:a Int:\"1 ether\")))",
    );
    check("emit A(b);", "(Other Token:emit (Call Name:A (Args Name:b)))");
    check(
        "revert A(b); revert('c');",
        "(Throw (Call Name:A (Args Name:b))) (ExprStmt (Call Name:revert (Args (String \
         StringText:c))))",
    );
    check("delete a[1:2];", "(ExprStmt (Unary.Delete (Index Name:a (Slice Int:1 Int:2 -))))");
}

#[test]
fn control_flow() {
    check(
        "if (a) b(); else { c(); }",
        "(If Name:a (ExprStmt (Call Name:b (Args))) (Block (ExprStmt (Call Name:c (Args)))))",
    );
    check(
        "for (uint i; i < 1; i++) { continue; }",
        "(For (VarDef (Modifiers) Name:uint Name:i -) (Binary.Less Name:i Int:1) \
         (Unary.PostIncrement Name:i) (Block (Continue -)))",
    );
    check(
        "try a.b() returns (uint c) { d(); } catch Error(string memory e) { } catch { }",
        "(Try (Block (VarDef (Modifiers) - (Tuple (VarDef (Modifiers) Name:uint Name:c -)) \
         (Call (Member Name:a Name:b) (Args))) (Block (ExprStmt (Call Name:d (Args))))) (Catch \
         Name:Error Name:e (Block)) (Catch - - (Block)) -)",
    );
    check(
        "assembly { let a := add(1, b) }",
        "(Other Token:assembly (Other Token:let Name:a Token::= (Call Name:add (Args Int:1 \
         Name:b))))",
    );
}
