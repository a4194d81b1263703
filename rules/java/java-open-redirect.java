class Login extends HttpServlet {
    public void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // ruleid: java-open-redirect
        response.sendRedirect(request.getParameter("next"));
        // ok: java-open-redirect
        response.sendRedirect("/home");
        // ok: java-open-redirect
        response.sendRedirect("/orders/" + request.getParameter("order"));
    }

    String back(@RequestParam String next) {
        // ruleid: java-open-redirect
        return "redirect:" + next;
    }

    String known(@RequestParam String next) {
        // ok: java-open-redirect
        return "redirect:" + PAGES.getOrDefault(next, "/");
    }
}
