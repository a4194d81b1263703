class Resources {
    Object find(HttpServletRequest request, InitialContext context) throws NamingException {
        // ruleid: java-jndi-injection
        return context.lookup(request.getParameter("name"));
    }

    Object direct(@RequestParam("resource") String resource) throws NamingException {
        // ruleid: java-jndi-injection
        return InitialContext.doLookup(resource);
    }

    Object source(InitialContext context) throws NamingException {
        // ok: java-jndi-injection
        return context.lookup("java:comp/env/jdbc/shop");
    }

    Object chosen(HttpServletRequest request, InitialContext context) throws NamingException {
        // ok: java-jndi-injection
        return context.lookup(RESOURCES.get(request.getParameter("name")));
    }
}
