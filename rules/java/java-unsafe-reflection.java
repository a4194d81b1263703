class Plugins {
    Object make(HttpServletRequest request) throws Exception {
        // ruleid: java-unsafe-reflection
        return Class.forName(request.getParameter("plugin")).newInstance();
    }

    Object name(HttpServletRequest request, InitialContext context) throws Exception {
        // ruleid: java-unsafe-reflection
        return context.lookup(request.getParameter("name"));
    }

    Object fixed() throws Exception {
        // ok: java-unsafe-reflection
        return Class.forName("shop.Plugin").newInstance();
    }

    Object source(InitialContext context) throws Exception {
        // ok: java-unsafe-reflection
        return context.lookup("java:comp/env/jdbc/shop");
    }
}
