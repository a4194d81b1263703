//! The shapes of Bash in the common tree.

use super::read;

#[track_caller]
fn check(source: &str, expected: &str) {
    assert_eq!(read("bash", source), expected, "{source}");
}

#[test]
fn words() {
    check(
        "echo hi 'hi' \"hi\"",
        "(ExprStmt (Call (String StringText:echo) (Args (String StringText:hi) (String \
         StringText:hi) (String StringText:hi))))",
    );
    check(
        "echo \"a $b c\"",
        "(ExprStmt (Call (String StringText:echo) (Args (String StringText:\"a \" \
         (Interpolation Name:b) StringText:\" c\"))))",
    );
    check(
        "echo $a/b\"$c\"'d'",
        "(ExprStmt (Call (String StringText:echo) (Args (String.Add (Interpolation Name:a) \
         StringText:/b (String (Interpolation Name:c)) StringText:d))))",
    );
    check(
        "echo ${x:-y} ${#z} $((1 + n)) <(ls)",
        "(ExprStmt (Call (String StringText:echo) (Args (Interpolation (Other Token:${ Name:x \
         Token::- (String StringText:y))) (Interpolation (Other Token:${ Token:# Name:z)) \
         (Other Token:\"$((\" (Binary.Add (String StringText:1) Name:n) Token:\"))\") (Other \
         (Call (String StringText:ls) (Args))))))",
    );
}

#[test]
fn commands() {
    check(
        "run > out 2>&1",
        "(ExprStmt (Amended (Call (String StringText:run) (Args)) (Other - Token:> (String \
         StringText:out)) (Other Token:2 Token:>& (String StringText:1))))",
    );
    check(
        "A=1 run &",
        "(ExprStmt (Unary.BitAnd (Amended (Call (String StringText:run) (Args)) (Keyword \
         Name:A (String StringText:1)))))",
    );
    check(
        "a | b | c",
        "(ExprStmt (Binary.Pipe (Binary.Pipe (Call (String StringText:a) (Args)) (Call (String \
         StringText:b) (Args))) (Call (String StringText:c) (Args))))",
    );
    check(
        "a && ! b || c",
        "(ExprStmt (Binary.Or (Binary.And (Call (String StringText:a) (Args)) (Unary.Not (Call \
         (String StringText:b) (Args)))) (Call (String StringText:c) (Args))))",
    );
    check(
        "x=$(a; b)",
        "(Assign Name:x (Other (Block (ExprStmt (Call (String StringText:a) (Args))) (ExprStmt \
         (Call (String StringText:b) (Args))))))",
    );
}

#[test]
fn chains() {
    check(
        "a && b 2> c | d > e || f",
        "(ExprStmt (Binary.Or (Binary.And (Call (String StringText:a) (Args)) (Binary.Pipe \
         (Amended (Call (String StringText:b) (Args)) (Other Token:2 Token:> (String \
         StringText:c))) (Amended (Call (String StringText:d) (Args)) (Other - Token:> (String \
         StringText:e))))) (Call (String StringText:f) (Args))))",
    );
    check(
        "cat <<EOF | sh\n$x\nEOF",
        "(ExprStmt (Binary.Pipe (Amended (Call (String StringText:cat) (Args)) (Other (String \
         (Interpolation Name:x) StringText:\"\\n\"))) (Call (String StringText:sh) (Args))))",
    );
    check(
        "while a; do b; done < c",
        "(Amended (While (Call (String StringText:a) (Args)) (Block (ExprStmt (Call (String \
         StringText:b) (Args))))) (Other - Token:< (String StringText:c)))",
    );
    check("> a", "(ExprStmt (Amended - (Other - Token:> (String StringText:a))))");
}

#[test]
fn lines_end_after_a_dash_and_after_pipes() {
    let lines = |text: &str| read("bash", text).matches("ExprStmt").count();
    assert_eq!(lines("a | b | c d\ne\nf && g\n"), 3);
    assert_eq!(lines("a |\n b |\n c d\ne\nf && g\n"), 3);
    assert_eq!(lines("a | b -\nc\nd && e\n"), 3);
    assert_eq!(lines("case a in b | c) d | e;; esac\nf\n"), 2);
}

#[test]
fn what_commands_run() {
    check(
        "sudo -u a -E b c",
        "(ExprStmt (Call (String StringText:sudo) (Args (String StringText:-u) (String \
         StringText:a) (String StringText:-E) (Call (String StringText:b) (Args (String \
         StringText:c))))))",
    );
    check(
        "env A=1 b",
        "(ExprStmt (Call (String StringText:env) (Args (String StringText:A=1) (Call (String \
         StringText:b) (Args)))))",
    );
    check("sudo -v", "(ExprStmt (Call (String StringText:sudo) (Args (String StringText:-v))))");
}

#[test]
fn assignments() {
    check(
        "a=1; b+=2; c=",
        "(Assign Name:a (String StringText:1)) (Assign.Add Name:b (String StringText:2)) \
         (Assign Name:c (String))",
    );
    check(
        "local a=1 b=$2",
        "(Sequence (Assign Name:a (String StringText:1)) (Assign Name:b (Interpolation \
         Name:2)))",
    );
    check("export a", "(ExprStmt (Call (String StringText:export) (Args Name:a)))");
    check("a=(b $c)", "(Assign Name:a (List (String StringText:b) (Interpolation Name:c)))");
}

#[test]
fn control_flow() {
    check(
        "if a; then b; elif c; then d; else e; fi",
        "(If (Call (String StringText:a) (Args)) (Block (ExprStmt (Call (String StringText:b) \
         (Args)))) (If (Call (String StringText:c) (Args)) (Block (ExprStmt (Call (String \
         StringText:d) (Args)))) (Block (ExprStmt (Call (String StringText:e) (Args))))))",
    );
    check(
        "for x in 1 2; do a; done",
        "(ForEach Name:x (List (String StringText:1) (String StringText:2)) (Block (ExprStmt \
         (Call (String StringText:a) (Args)))))",
    );
    check(
        "until a; do b; done",
        "(While (Unary.Not (Call (String StringText:a) (Args))) (Block (ExprStmt (Call (String \
         StringText:b) (Args)))))",
    );
    check(
        "case $1 in a|b) c;; *) d;; esac",
        "(Switch (Interpolation Name:1) (Case (Tuple (String StringText:a) (String \
         StringText:b)) (Block (ExprStmt (Call (String StringText:c) (Args))))) (Case (Tuple \
         (String StringText:*)) (Block (ExprStmt (Call (String StringText:d) (Args))))))",
    );
    check(
        "f() { a; }; (b)",
        "(Function (Modifiers) Name:f (Params) - (Block (ExprStmt (Call (String StringText:a) \
         (Args))))) (Other (Block (ExprStmt (Call (String StringText:b) (Args)))))",
    );
}

#[test]
fn tests() {
    check(
        "[ -f \"$1\" ] && [[ $a == b ]]",
        "(ExprStmt (Binary.And (Other (Other Token:-f (String (Interpolation Name:1)))) (Other \
         Token:[[ (Binary.Eq (Interpolation Name:a) (String StringText:b)) Token:]])))",
    );
}
