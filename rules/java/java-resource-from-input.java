class Pages {
    byte[] buffer(HttpServletRequest request) {
        int size = Integer.parseInt(request.getParameter("size"));
        // ruleid: java-resource-from-input
        return new byte[size];
    }

    void wait(HttpServletRequest request) throws InterruptedException {
        // ruleid: java-resource-from-input
        Thread.sleep(Long.parseLong(request.getParameter("delay")));
    }

    byte[] bounded(HttpServletRequest request) {
        // ok: java-resource-from-input
        return new byte[Math.min(Integer.parseInt(request.getParameter("size")), 4096)];
    }

    byte[] fixed() {
        // ok: java-resource-from-input
        return new byte[4096];
    }
}
