//! Patterns as trees: what a pattern is, and what its placeholders become where.

#![expect(clippy::unwrap_used, reason = "a test may fail")]

use portcullis_syntax::{
    Language,
    pattern::{Form, parse_pattern},
};

/// The form's name and what is below the root, on one line.
fn read(language: &str, text: &str) -> String {
    let pattern = parse_pattern(Language::by_name(language).unwrap(), text).unwrap();
    let form = match pattern.form {
        Form::Expr(_) => "Expr",
        Form::Stmts(_) => "Stmts",
        Form::Stmt(_) => "Stmt",
        Form::Part(_) => "Part",
    };
    let dump = pattern.tree.dump().split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{form} {dump}")
}

#[track_caller]
fn check(language: &str, text: &str, expected: &str) {
    assert_eq!(read(language, text), expected, "{text}");
}

#[test]
fn python() {
    check(
        "python",
        "def $F(..., $X=$D, ...): ...",
        "Stmt (Root (Function (Modifiers) Metavar:$F (Params Ellipsis:... (Param (Modifiers) - \
         Metavar:$X Metavar:$D) Ellipsis:...) - (Block Ellipsis:...)))",
    );
    check(
        "python",
        "@$D\ndef $F(...):\n  ...",
        "Stmt (Root (Function (Modifiers (Annotation Metavar:$D)) Metavar:$F (Params \
         Ellipsis:...) - (Block Ellipsis:...)))",
    );
    check(
        "python",
        "{..., $K: $V}",
        "Expr (Root (ExprStmt (Dict Ellipsis:... (Pair Metavar:$K Metavar:$V))))",
    );
    check(
        "python",
        "f({..., $K: $V, ...}, ...)",
        "Expr (Root (ExprStmt (Call Name:f (Args (Dict Ellipsis:... (Pair Metavar:$K Metavar:$V) \
         Ellipsis:...) Ellipsis:...))))",
    );
    check(
        "python",
        "f\"...{$X}...\"",
        "Expr (Root (ExprStmt (String Ellipsis:... (Interpolation Metavar:$X) Ellipsis:...)))",
    );
    check(
        "python",
        "except $E as $X: ...",
        "Part (Root (Catch Metavar:$E Metavar:$X (Block Ellipsis:...)))",
    );
    check(
        "python",
        "foo($X: int)",
        "Expr (Root (ExprStmt (Call Name:foo (Args (TypedMetavar Name:int Metavar:$X)))))",
    );
    check(
        "python",
        "class $C($B): ...",
        "Stmt (Root (Class (Modifiers) Metavar:$C (Bases Metavar:$B) (Block Ellipsis:...)))",
    );
    check(
        "python",
        "def $F(...)",
        "Stmt (Root (Function (Modifiers) Metavar:$F (Params Ellipsis:...) - -))",
    );
    check("python", "from $M import $N", "Stmt (Root (Import Metavar:$M Metavar:$N -))");
    check(
        "python",
        "...\nfoo()\n...",
        "Stmts (Root Ellipsis:... (ExprStmt (Call Name:foo (Args))) Ellipsis:...)",
    );
    check(
        "python",
        "lambda $X: $Y",
        "Expr (Root (ExprStmt (Function (Modifiers) - (Params (Param (Modifiers) - Metavar:$X \
         -)) - Metavar:$Y)))",
    );
}

#[test]
fn javascript() {
    check(
        "javascript",
        "{..., $K: $V}",
        "Expr (Root (Dict Ellipsis:... (Pair Metavar:$K Metavar:$V)))",
    );
    check(
        "javascript",
        "(...) => $X",
        "Expr (Root (Function (Modifiers) - (Params Ellipsis:...) - Metavar:$X))",
    );
    check(
        "javascript",
        "<$EL ... href={$X} />",
        "Expr (Root (Other Metavar:$EL Ellipsis:... (Other Name:href Metavar:$X)))",
    );
    check(
        "javascript",
        "`...${$X}...`",
        "Expr (Root (String Ellipsis:... (Interpolation Metavar:$X) Ellipsis:...))",
    );
    check(
        "javascript",
        "function $F(...) { ... }",
        "Stmt (Root (Function (Modifiers) Metavar:$F (Params Ellipsis:...) - (Block \
         Ellipsis:...)))",
    );
    check(
        "javascript",
        "catch ($E) { ... }",
        "Part (Root (Catch - Metavar:$E (Block Ellipsis:...)))",
    );
    check("javascript", "import $A from $M", "Stmt (Root (Import Metavar:$M - Metavar:$A))");
    check(
        "javascript",
        "f(...$ARGS)",
        "Expr (Root (Call Name:f (Args (Spread.Spread Metavar:$ARGS))))",
    );
    check(
        "javascript",
        "let $X = ...; ... $X.f();",
        "Stmts (Root (VarDef (Modifiers Token:let) - Metavar:$X Ellipsis:...) Ellipsis:... \
         (ExprStmt (Call (Member Metavar:$X Name:f) (Args))))",
    );
    check(
        "javascript",
        "case $X: ...",
        "Part (Root (Case (Tuple Metavar:$X) (Block Ellipsis:...)))",
    );
}

#[test]
fn typescript() {
    check(
        "typescript",
        "($X: Foo<T>).y",
        "Expr (Root (Member (TypedMetavar (Generic Name:Foo Name:T) Metavar:$X) Name:y))",
    );
    check(
        "typescript",
        "class $C { ... @$D(...) $M(...) { ... } ... }",
        "Stmt (Root (Class (Modifiers) Metavar:$C (Bases) (Block Ellipsis:... (Function \
         (Modifiers (Annotation (Call Metavar:$D (Args Ellipsis:...)))) Metavar:$M (Params \
         Ellipsis:...) - (Block Ellipsis:...)) Ellipsis:...)))",
    );
    check(
        "typescript",
        "function $F($X: $T, ...): $R { ... }",
        "Stmt (Root (Function (Modifiers) Metavar:$F (Params (Param (Modifiers) Metavar:$T \
         Metavar:$X -) Ellipsis:...) Metavar:$R (Block Ellipsis:...)))",
    );
    check(
        "typescript",
        "interface $I { ... }",
        "Stmt (Root (Class (Modifiers Token:interface) Metavar:$I (Bases) (Block Ellipsis:...)))",
    );
}

#[test]
fn java() {
    check(
        "java",
        "foo((String $X).bar(), ...)",
        "Expr (Root (ExprStmt (Call Name:foo (Args (Call (Member (TypedMetavar Name:String \
         Metavar:$X) Name:bar) (Args)) Ellipsis:...))))",
    );
    check(
        "java",
        "(Foo[] $A) = $B;",
        "Stmt (Root (Assign (TypedMetavar (Other Name:Foo) Metavar:$A) Metavar:$B))",
    );
    check(
        "java",
        "class $C { ... $R $M(...) { ... } ... }",
        "Stmt (Root (Class (Modifiers) Metavar:$C (Bases) (Block Ellipsis:... (Function \
         (Modifiers) Metavar:$M (Params Ellipsis:...) Metavar:$R (Block Ellipsis:...)) \
         Ellipsis:...)))",
    );
    check(
        "java",
        "catch ($E $X) { ... }",
        "Part (Root (Catch Metavar:$E Metavar:$X (Block Ellipsis:...)))",
    );
    check(
        "java",
        "@Foo(..., a=$X)",
        "Part (Root (Class (Modifiers (Annotation (Call Name:Foo (Args Ellipsis:... (Keyword \
         Name:a Metavar:$X))))) - (Bases) -))",
    );
    check(
        "java",
        "new $T(...) { ... }",
        "Expr (Root (ExprStmt (New Metavar:$T (Args Ellipsis:...) (Block Ellipsis:...))))",
    );
    check(
        "java",
        "public $T $F($T $X, ...)",
        "Stmt (Root (Function (Modifiers Token:public) Metavar:$F (Params (Param (Modifiers) \
         Metavar:$T Metavar:$X -) Ellipsis:...) Metavar:$T -))",
    );
    check("java", "List<$T>", "Expr (Root (Generic Name:List Metavar:$T))");
    check(
        "java",
        "$X. ... .bar()",
        "Expr (Root (ExprStmt (Call (Member (Member Metavar:$X Ellipsis:...) Name:bar) (Args))))",
    );
    check(
        "java",
        "switch ($X) { ... case $Y: ... }",
        "Stmt (Root (Switch Metavar:$X Ellipsis:... (Case (Tuple Metavar:$Y) (Block \
         Ellipsis:...))))",
    );
    check("java", "for (...) { ... }", "Stmt (Root (For Ellipsis:... - - (Block Ellipsis:...)))");
}

#[test]
fn solidity() {
    check(
        "solidity",
        "(bool $OK, bytes memory $DATA) = $CALL;",
        "Stmt (Root (VarDef (Modifiers) - (Tuple (VarDef (Modifiers) Name:bool Metavar:$OK -) \
         (VarDef (Modifiers Token:memory) Name:bytes Metavar:$DATA -)) Metavar:$CALL))",
    );
    check(
        "solidity",
        "(IERC20 $T).transfer(...)",
        "Expr (Root (ExprStmt (Call (Member (TypedMetavar Name:IERC20 Metavar:$T) \
         Name:transfer) (Args Ellipsis:...))))",
    );
    check(
        "solidity",
        "$X.call{value: $V}(...)",
        "Expr (Root (ExprStmt (Call (Member Metavar:$X Name:call) (Args (Keyword Name:value \
         Metavar:$V) Ellipsis:...))))",
    );
    check(
        "solidity",
        "function $F(...) public ... { ... $X(); ... }",
        "Stmt (Root (Function (Modifiers Token:public Ellipsis:...) Metavar:$F (Params \
         Ellipsis:...) - (Block Ellipsis:... (ExprStmt (Call Metavar:$X (Args))) Ellipsis:...)))",
    );
    check(
        "solidity",
        "contract $C is ..., $B { ... }",
        "Stmt (Root (Class (Modifiers) Metavar:$C (Bases Ellipsis:... Metavar:$B) (Block \
         Ellipsis:...)))",
    );
    check(
        "solidity",
        "pragma solidity $V;",
        "Stmt (Root (Other Token:pragma (Other Token:solidity Metavar:$V)))",
    );
    check(
        "solidity",
        "(bool $S, ) = $X.call(...);",
        "Stmt (Root (VarDef (Modifiers) - (Tuple (VarDef (Modifiers) Name:bool Metavar:$S -) -) \
         (Call (Member Metavar:$X Name:call) (Args Ellipsis:...))))",
    );
    check(
        "solidity",
        "struct $S { ... }",
        "Stmt (Root (Class (Modifiers Token:struct) Metavar:$S (Bases) (Block Ellipsis:...)))",
    );
    check(
        "solidity",
        "revert $E(...);",
        "Stmt (Root (Throw (Call Metavar:$E (Args Ellipsis:...))))",
    );
    check(
        "solidity",
        "try $X.$F(...) returns (...) { ... } catch { ... }",
        "Stmt (Root (Try (Block (VarDef (Modifiers) - (Tuple Ellipsis:...) (Call (Member \
         Metavar:$X Metavar:$F) (Args Ellipsis:...))) (Block Ellipsis:...)) (Catch - - (Block \
         Ellipsis:...)) -))",
    );
    check(
        "solidity",
        "mapping($K => $V) $N;",
        "Stmt (Root (VarDef (Modifiers) (Generic Name:mapping Metavar:$K Metavar:$V) Metavar:$N \
         -))",
    );
}

#[test]
fn bash() {
    check(
        "bash",
        "curl ... $URL | bash ...",
        "Expr (Root (ExprStmt (Binary.Pipe (Call (String StringText:curl) (Args Ellipsis:... \
         Metavar:$URL)) (Call (String StringText:bash) (Args Ellipsis:...)))))",
    );
    check("bash", "foo", "Expr (Root (ExprStmt (String StringText:foo)))");
    check("bash", "foo;", "Stmt (Root (ExprStmt (Call (String StringText:foo) (Args))))");
    check(
        "bash",
        "eval \"$X\" ${$Y} a/$Z",
        "Expr (Root (ExprStmt (Call (String StringText:eval) (Args (String (Interpolation \
         Metavar:$X)) (Interpolation Metavar:$Y) (String.Add StringText:a/ (Interpolation \
         Metavar:$Z))))))",
    );
    check(
        "bash",
        "$X=$(...)\n...\neval <... ${$X} ...>",
        "Stmts (Root (Assign Metavar:$X (Other Ellipsis:...)) Ellipsis:... (ExprStmt (Call \
         (String StringText:eval) (Args (Deep (Interpolation Metavar:$X))))))",
    );
}

#[test]
fn dockerfile() {
    check(
        "dockerfile",
        "FROM $IMAGE:latest\n...\nUSER root",
        "Stmts (Root (Other (Amended Metavar:$IMAGE (Other (String StringText:latest)))) \
         Ellipsis:... (Other (String StringText:root)))",
    );
    check(
        "dockerfile",
        "ENV ... $K=$V ...",
        "Stmt (Root (Other Ellipsis:... (Assign Metavar:$K Metavar:$V) Ellipsis:...))",
    );
    check(
        "dockerfile",
        "RUN [\"sudo\", ...]",
        "Stmt (Root (Other (List (String StringText:sudo) Ellipsis:...)))",
    );
    check(
        "dockerfile",
        "if ...; then\n  ...\nfi",
        "Stmt (Root (If Ellipsis:... (Block Ellipsis:...) -))",
    );
}
