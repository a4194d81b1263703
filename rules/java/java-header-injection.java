class Language extends HttpServlet {
    public void doGet(HttpServletRequest request, HttpServletResponse response) {
        // ruleid: java-header-injection
        response.setHeader("Content-Language", request.getParameter("language"));
        // ruleid: java-header-injection
        response.addHeader("X-Trace", request.getHeader("X-Trace"));
        // ok: java-header-injection
        response.setHeader("Content-Language", "en");
        // ok: java-header-injection
        response.setHeader("X-Page", String.valueOf(Integer.parseInt(request.getParameter("page"))));
        // ok: java-header-injection
        response.setHeader("X-Trace", request.getHeader("X-Trace").replaceAll("[\r\n]", ""));
    }
}
