//! Shapes of XML in the common tree.

use super::read;

#[test]
fn elements() {
    let cases = [
        (
            "<a x=\"1\" y:z='2'><b/>t</a>",
            "(ExprStmt (Other Name:a (Other Name:x (String StringText:1)) (Other Name:y:z \
             (String StringText:2)) (Other Name:b) StringText:t))",
        ),
        (
            "<?xml version=\"1.0\"?><a/>",
            "(ExprStmt (Other Token:<? Token:xml Token:version Token:1.0 Token:?>)) (ExprStmt \
             (Other Name:a))",
        ),
        ("<a><![CDATA[<b>]]></a>", "(ExprStmt (Other Name:a (Sequence StringText:<b>)))"),
        (
            "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///c\">]><a>&b;</a>",
            "(ExprStmt (Other Token:<! Token:DOCTYPE Name:a (Other Token:<! Token:ENTITY Name:b \
             (Other Token:SYSTEM (Other Token:file:///c))))) (ExprStmt (Other Name:a (Other \
             Token:& Name:b)))",
        ),
    ];
    for (source, expected) in cases {
        assert_eq!(read("xml", source), expected, "{source}");
    }
}

#[test]
fn pieces_of_documents() {
    let cases = [
        (
            "</a>\n<b x=\"1\">\n<c>",
            "(ExprStmt (Other Name:b (Other Name:x (String StringText:1)) (Other Name:c)))",
        ),
        ("text</a>", "(ExprStmt StringText:text)"),
    ];
    for (source, expected) in cases {
        assert_eq!(read("xml", source), expected, "{source}");
    }
}
