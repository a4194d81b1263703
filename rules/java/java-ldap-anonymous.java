class Directory {
    void bind(Hashtable<String, String> environment) {
        // ruleid: java-ldap-anonymous
        environment.put(Context.SECURITY_AUTHENTICATION, "none");
        // ruleid: java-ldap-anonymous
        environment.put("java.naming.security.authentication", "none");
        // ok: java-ldap-anonymous
        environment.put(Context.SECURITY_AUTHENTICATION, "DIGEST-MD5");
        // ok: java-ldap-anonymous
        environment.put(Context.SECURITY_PRINCIPAL, "none");
    }
}
