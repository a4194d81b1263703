class Preferences extends HttpServlet {
    public void doPost(HttpServletRequest request, HttpServletResponse response) {
        // ruleid: java-trust-boundary
        request.getSession().setAttribute("role", request.getParameter("role"));
        HttpSession session = request.getSession();
        // ruleid: java-trust-boundary
        session.putValue("user", request.getHeader("X-User"));
        // ok: java-trust-boundary
        session.setAttribute("page", Integer.parseInt(request.getParameter("page")));
        // ok: java-trust-boundary
        session.setAttribute("seen", true);
    }
}
