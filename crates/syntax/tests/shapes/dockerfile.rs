//! The shapes of Dockerfiles in the common tree.

use super::read;

#[track_caller]
fn check(source: &str, expected: &str) {
    assert_eq!(read("dockerfile", source), expected, "{source}");
}

#[test]
fn images() {
    check(
        "FROM --platform=a debian:12@sha256:0a AS b",
        "(Amended (Other (Amended (String StringText:debian) (Other (String StringText:12)) \
         (Other (String StringText:sha256:0a))) (String StringText:b)) (Keyword Name:platform \
         (String StringText:a)))",
    );
    check("FROM a", "(Other (String StringText:a))");
}

#[test]
fn values() {
    check(
        "ENV A=b C=\"d $A\"e",
        "(Other (Assign Name:A (String StringText:b)) (Assign Name:C (String StringText:\"d \" \
         (Interpolation Name:A) StringText:e)))",
    );
    check("ENV A b c", "(Other (Assign Name:A (String StringText:\"b c\")))");
    check("ARG A B=1", "(Other (Other Name:A) (Assign Name:B (String StringText:1)))");
    check(
        "LABEL a=b 'c'=\"d\"",
        "(Other (Pair (String StringText:a) (String StringText:b))) (Other (Pair (String \
         StringText:c) (String StringText:d)))",
    );
    check(
        "EXPOSE 80 443/tcp ${PORT:-1}",
        "(Other (String StringText:80) (String StringText:443/tcp) (String (Interpolation \
         (Other Token:$ Name:PORT (Other Token::- (String StringText:1))))))",
    );
    check("USER a:b", "(Amended (Other (String StringText:a)) (String StringText:b))");
    check("STOPSIGNAL $S", "(Other (String (Interpolation Name:S)))");
}

#[test]
fn commands() {
    check(
        "RUN --mount=type=cache a && b \\\n # c\n ; d",
        "(Amended (Other (Block (ExprStmt (Binary.And (Call (String StringText:a) (Args)) \
         (Call (String StringText:b) (Args)))) (ExprStmt (Call (String StringText:d) (Args))))) \
         (Keyword Name:mount (String StringText:type=cache)))",
    );
    check("CMD [\"a\", \"b\"]", "(Other (List (String StringText:a) (String StringText:b)))");
    check(
        "RUN <<EOF\na $B\nEOF",
        "(Other (Block (ExprStmt (Call (String StringText:a) (Args (Interpolation \
         Name:B))))))",
    );
    check(
        "RUN a <<EOF > b\nc\nEOF",
        "(Other (Block (ExprStmt (Amended (Call (String StringText:a) (Args)) (Other (String \
         StringText:\"c\\n\")) (Other - Token:> (String StringText:b))))))",
    );
    check(
        "HEALTHCHECK --retries=2 CMD a",
        "(Amended (Other (Other (Block (ExprStmt (Call (String StringText:a) (Args)))))) \
         (Keyword Name:retries (String StringText:2)))",
    );
    check("HEALTHCHECK NONE", "(Other Token:NONE)");
    check(
        "ONBUILD COPY --chown=a b /c",
        "(Other (Amended (Other (String StringText:b) (String StringText:/c)) (Keyword \
         Name:chown (String StringText:a))))",
    );
}
