class Mails {
    void velocity(HttpServletRequest request, Context context, Writer out) {
        // ruleid: java-template-injection
        Velocity.evaluate(context, out, "mail", "Hello " + request.getParameter("name"));
    }

    Template freemarker(@RequestBody String body, Configuration configuration) throws IOException {
        // ruleid: java-template-injection
        return new Template("mail", new StringReader(body), configuration);
    }

    void variable(HttpServletRequest request, VelocityContext context, Writer out) {
        context.put("name", request.getParameter("name"));
        // ok: java-template-injection
        Velocity.evaluate(context, out, "mail", "Hello $name");
    }

    Template file(Configuration configuration) throws IOException {
        // ok: java-template-injection
        return configuration.getTemplate("mail.ftlh");
    }
}
