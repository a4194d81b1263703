//! Patterns in HTML, XML and SQL.

use super::language::check;

#[test]
fn elements_and_attributes() {
    let page = "<a href=\"x\" target=\"_blank\">A</a> <!-- ruleid -->\n<a href=\"x\">B</a>\n";
    check("html", "<a ... target=\"_blank\" ...>...</a>", page);
    check("html", "<$T src=\"$X\"></$T>", "<b src=\"1\"></b> <!-- ruleid -->\n<b id=\"1\"></b>\n");
    check("html", "<script ...>$...CODE</script>", "<script>f()</script> <!-- ruleid -->\n");
}

#[test]
fn elements_of_xml() {
    let manifest = "<m>\n<a x:debug=\"true\" y=\"1\"/> <!-- ruleid -->\n\
        <a x:debug=\"false\"/>\n<b x:debug=\"true\"/>\n</m>\n";
    check("xml", "<a ... x:debug=\"true\" ... />", manifest);
    check(
        "xml",
        "<$T ... x:debug=\"false\" ... />",
        &manifest
            .replace("ruleid", "")
            .replace("<a x:debug=\"false\"/>", "<a x:debug=\"false\"/> <!-- ruleid -->"),
    );
}

#[test]
fn statements_of_sql() {
    check(
        "sql",
        "DROP TABLE $T",
        "DROP TABLE a; -- ruleid\ndrop table b; -- ruleid\n\
        DELETE FROM a;\n",
    );
    check("sql", "md5($X)", "SELECT MD5(a) FROM b; -- ruleid\nSELECT sha2(a) FROM b;\n");
    check(
        "sql",
        "password = $X",
        "SELECT 1 FROM a WHERE password = 'x'; -- ruleid\n\
        SELECT 1 FROM a WHERE name = 'x';\n",
    );
}
