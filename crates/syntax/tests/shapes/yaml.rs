//! Shapes of yaml in the common tree.

use super::read;

#[test]
fn mappings_sequences_and_scalars() {
    let cases = [
        (
            "a: 1\nb:\n- c d\n- !t {e: true}\n",
            "(ExprStmt (Dict (Pair (String StringText:a) Int:1) (Pair (String StringText:b) \
             (List (String StringText:\"c d\") (Other Name:!t (Dict (Pair (String StringText:e) \
             Bool:true)))))))",
        ),
        (
            "a: |\n  x\n  y\n",
            "(ExprStmt (Dict (Pair (String StringText:a) (String StringText:\" x\\n y\\n\"))))",
        ),
    ];
    for (source, expected) in cases {
        assert_eq!(read("yaml", source), expected, "{source}");
    }
}
