class Plugins {
    Object make(HttpServletRequest request) throws Exception {
        // ruleid: java-unsafe-reflection
        return Class.forName(request.getParameter("plugin")).newInstance();
    }

    Object call(@RequestParam("action") String action) throws Exception {
        // ruleid: java-unsafe-reflection
        return getClass().getMethod(action).invoke(this);
    }

    Object fixed() throws Exception {
        // ok: java-unsafe-reflection
        return Class.forName("shop.Plugin").newInstance();
    }

    Object chosen(HttpServletRequest request) throws Exception {
        // ok: java-unsafe-reflection
        return Class.forName(PLUGINS.get(request.getParameter("plugin"))).newInstance();
    }
}
