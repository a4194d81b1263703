class Audit {
    void login(HttpServletRequest request) {
        // ruleid: java-log-injection
        log.info("login of " + request.getParameter("user"));
        // ruleid: java-log-injection
        logger.warn("agent {}", request.getHeader("User-Agent"));
        // ok: java-log-injection
        log.info("login");
        // ok: java-log-injection
        log.info("page " + Integer.parseInt(request.getParameter("page")));
    }
}
