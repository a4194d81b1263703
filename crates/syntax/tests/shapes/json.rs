//! Shapes of json in the common tree.

use super::read;

#[test]
fn values() {
    let cases = [(
        "{\"a\": [1, 2.5, null], \"b\": \"c\"}",
        "(ExprStmt (Dict (Pair (String StringText:a) (List Int:1 Float:2.5 Null:null)) (Pair \
         (String StringText:b) (String StringText:c))))",
    )];
    for (source, expected) in cases {
        assert_eq!(read("json", source), expected, "{source}");
    }
}
