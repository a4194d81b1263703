//! Shapes of SQL in the common tree.

use super::read;

#[test]
fn queries() {
    let cases = [
        (
            "SELECT a.b, c AS d FROM s.t WHERE a = 'x' AND e > 1",
            "(ExprStmt (Other (Other Token:SELECT (Member Name:a Name:b) (Other Name:c Token:AS \
             Name:d)) (Other Token:FROM (Other (Member Name:s Name:t)) (Other Token:WHERE \
             (Binary.And (Binary.Eq Name:a (String StringText:x)) (Binary.Greater Name:e \
             Int:1))))))",
        ),
        (
            "select * from t",
            "(ExprStmt (Other (Other Token:select Name:*) (Other Token:from (Other Name:t))))",
        ),
        (
            "SELECT f(1, x), NULL, TRUE, 1.5",
            "(ExprStmt (Other (Other Token:SELECT (Call Name:f (Args Int:1 Name:x)) Null:NULL \
             Bool:TRUE Float:1.5)))",
        ),
        ("SELECT a || b", "(ExprStmt (Other (Other Token:SELECT (Other Name:a Token:|| Name:b))))"),
        (
            "SELECT a FROM t WHERE b LIKE '%x' OR c IN (1, 2)",
            "(ExprStmt (Other (Other Token:SELECT Name:a) (Other Token:FROM (Other Name:t) \
             (Other Token:WHERE (Binary.Or (Other Name:b Token:LIKE (String StringText:%x)) \
             (Other Name:c Token:IN (List Int:1 Int:2)))))))",
        ),
    ];
    for (source, expected) in cases {
        assert_eq!(read("sql", source), expected, "{source}");
    }
}

#[test]
fn changes() {
    let cases = [
        (
            "INSERT INTO t (a, b) VALUES (1, 'x')",
            "(ExprStmt (Other (Other Token:INSERT Token:INTO Name:t (List (Other Name:a) (Other \
             Name:b)) Token:VALUES (List Int:1 (String StringText:x)))))",
        ),
        (
            "UPDATE t SET a = 1 WHERE b = ?",
            "(ExprStmt (Other (Other Token:UPDATE (Other Name:t) Token:SET (Assign Name:a Int:1) \
             (Other Token:WHERE (Binary.Eq Name:b Name:?)))))",
        ),
        ("DELETE FROM t", "(ExprStmt (Other (Other Token:DELETE) (Other Token:FROM Name:t)))"),
        (
            "DROP TABLE IF EXISTS t",
            "(ExprStmt (Other (Other Token:DROP Token:TABLE Token:IF Token:EXISTS Name:t)))",
        ),
        (
            "ALTER TABLE t ADD COLUMN a INT",
            "(ExprStmt (Other (Other Token:ALTER Token:TABLE Name:t (Other Token:ADD \
             Token:COLUMN (Other Name:a (Other Token:INT))))))",
        ),
    ];
    for (source, expected) in cases {
        assert_eq!(read("sql", source), expected, "{source}");
    }
}

#[test]
fn pieces_of_queries() {
    let cases = [
        (
            "FROM t WHERE a = 1",
            "(ExprStmt (Other Token:FROM (Other Name:t) (Other Token:WHERE (Binary.Eq Name:a \
             Int:1))))",
        ),
        ("WHERE a = 1", "(ExprStmt (Other Token:WHERE (Binary.Eq Name:a Int:1)))"),
    ];
    for (source, expected) in cases {
        assert_eq!(read("sql", source), expected, "{source}");
    }
}
