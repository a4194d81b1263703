class Directory {
    void find(HttpServletRequest request, DirContext directory) throws NamingException {
        String filter = "(uid=" + request.getParameter("user") + ")";
        // ruleid: java-ldap-injection
        directory.search("ou=people", filter, new SearchControls());
    }

    void byName(DirContext directory, String name) throws NamingException {
        // ruleid: java-ldap-injection
        directory.search("ou=people", "(cn=" + name + ")", new SearchControls());
    }

    void safe(HttpServletRequest request, DirContext directory) throws NamingException {
        Object[] values = {request.getParameter("user")};
        // ok: java-ldap-injection
        directory.search("ou=people", "(uid={0})", values, new SearchControls());
    }

    void escaped(DirContext directory, String name) throws NamingException {
        // ok: java-ldap-injection
        directory.search("ou=people", "(cn=" + LdapEncoder.filterEncode(name) + ")", new SearchControls());
    }

    void all(DirContext directory) throws NamingException {
        // ok: java-ldap-injection
        directory.search("ou=people", "(uid=*)", new SearchControls());
    }
}
