class Greeting extends HttpServlet {
    public void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = request.getParameter("name");
        // ruleid: java-cross-site-scripting
        response.getWriter().println("<p>Hello " + name + "</p>");
        PrintWriter out = response.getWriter();
        // ruleid: java-cross-site-scripting
        out.write(name);
        // ok: java-cross-site-scripting
        out.write(Encode.forHtml(name));
        // ok: java-cross-site-scripting
        out.write("<p>Hello</p>");
    }
}
