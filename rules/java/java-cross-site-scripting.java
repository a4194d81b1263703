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
        // ok: java-cross-site-scripting
        out.write(org.springframework.web.util.HtmlUtils.htmlEscape(name));
    }

    @GetMapping("/hello")
    String hello(@RequestParam("name") String name) {
        // ruleid: java-cross-site-scripting
        return "<h1>Hello " + name + "</h1>";
    }

    @GetMapping("/name")
    String json(@RequestParam("name") String name) {
        // ok: java-cross-site-scripting
        return repository.find(name).toJson();
    }
}
