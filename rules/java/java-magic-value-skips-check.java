class Check {
    boolean isAuthorized(HttpServletRequest request) {
        // ruleid: java-magic-value-skips-check
        if ("abc123".equals(request.getHeader("X-Debug-Key"))) {
            return true;
        }
        // ruleid: java-magic-value-skips-check
        if (request.getParameter("debug").equals("letmein")) {
            return true;
        }
        // ok: java-magic-value-skips-check
        if ("XMLHttpRequest".equals(request.getHeader("X-Requested-With"))) {
            return true;
        }
        // ok: java-magic-value-skips-check
        if (loadKey().equals(request.getHeader("X-Key"))) {
            return true;
        }
        return false;
    }

    boolean wantsText(HttpServletRequest request) {
        // ok: java-magic-value-skips-check
        if ("text".equals(request.getHeader("X-Want"))) {
            return true;
        }
        return false;
    }
}
