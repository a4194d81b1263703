import ldap
from flask import request
from ldap3.utils.conv import escape_filter_chars


@app.route("/person")
def person():
    user = request.args["user"]
    # ruleid: python-ldap-injection
    connection.search_s("dc=example", ldap.SCOPE_SUBTREE, "(uid=" + user + ")")
    # ruleid: python-ldap-injection
    conn.search("dc=example", f"(uid={user})")
    safe = escape_filter_chars(user)
    # ok: python-ldap-injection
    conn.search("dc=example", f"(uid={safe})")
    # ok: python-ldap-injection
    return re.search("(uid=.*)", user)


def find(conn, name):
    # ruleid: python-ldap-injection
    conn.search("dc=example", "(cn=%s)" % name, attributes=["mail"])
    # ok: python-ldap-injection
    conn.search("dc=example", "(cn=admin)", attributes=["mail"])
