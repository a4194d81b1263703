//! Shapes of HTML in the common tree.

use super::read;

#[test]
fn elements() {
    let cases = [
        (
            "<a href=\"x\" target=_blank>Go</a>",
            "(ExprStmt (Other Name:a (Other Name:href (String StringText:x)) (Other Name:target \
             (String StringText:_blank)) StringText:Go))",
        ),
        ("<input disabled>", "(ExprStmt (Other Name:input (Other Name:disabled)))"),
        ("<br/>", "(ExprStmt (Other Name:br))"),
        ("<p>a <b>b</b></p>", "(ExprStmt (Other Name:p StringText:a (Other Name:b StringText:b)))"),
        ("<!DOCTYPE html>", "(ExprStmt StringText:\"<!DOCTYPE html>\")"),
        (
            "<script>if (a < b) f();</script>",
            "(ExprStmt (Other Name:script StringText:\"if (a < b) f();\"))",
        ),
        ("text", "(ExprStmt StringText:text)"),
        (
            "a &amp; b",
            "(ExprStmt StringText:a) (ExprStmt StringText:&amp;) (ExprStmt StringText:b)",
        ),
    ];
    for (source, expected) in cases {
        assert_eq!(read("html", source), expected, "{source}");
    }
}

#[test]
fn pieces_of_pages() {
    let cases = [
        ("a</li>\n<li>b", "(ExprStmt StringText:a) (ExprStmt (Other Name:li StringText:b))"),
        (
            "<div class=\"x\">",
            "(ExprStmt (Other Name:div (Other Name:class (String StringText:x))))",
        ),
        ("</div>\n</div>\n<p>c</p>", "(ExprStmt (Other Name:p StringText:c))"),
    ];
    for (source, expected) in cases {
        assert_eq!(read("html", source), expected, "{source}");
    }
}

#[test]
fn values_of_templates() {
    let cases = [
        ("<p>{{ a < b }}</p>", "(ExprStmt (Other Name:p StringText:\"{{ a < b }}\"))"),
        (
            "<a href=\"{{ url(\"x\") }}\" <%= more %>>x</a>",
            "(ExprStmt (Other Name:a (Other Name:href (String StringText:\"{{ url(\\\"x\\\") \
             }}\")) (Other Name:\"<%= more %>\") StringText:x))",
        ),
        (
            "{% if x < 1 %}<br>{% endif %}",
            "(ExprStmt StringText:\"{% if x < 1 %}\") (ExprStmt (Other Name:br) StringText:\"{% \
             endif %}\")",
        ),
    ];
    for (source, expected) in cases {
        assert_eq!(read("html", source), expected, "{source}");
    }
}
