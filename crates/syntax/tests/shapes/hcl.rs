//! Shapes of hcl in the common tree.

use super::read;

#[test]
fn blocks_and_values() {
    let cases = [
        ("a = 1", "(Assign Name:a Int:1)"),
        (
            "resource \"a\" \"b\" {\n  c = \"x ${var.d[0].e}\"\n}",
            "(ExprStmt (Call Name:resource (Args (String StringText:a) (String StringText:b) \
             (Dict (Assign Name:c (String StringText:\"x \" (Interpolation (Member (Index \
             (Member Name:var Name:d) Int:0) Name:e))))))))",
        ),
        (
            "a = b.c == !d.e",
            "(Assign Name:a (Binary.Eq (Member Name:b Name:c) (Unary.Not (Member Name:d Name:e))))",
        ),
    ];
    for (source, expected) in cases {
        assert_eq!(read("hcl", source), expected, "{source}");
    }
}
