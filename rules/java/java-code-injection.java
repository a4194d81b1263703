class Formulas {
    Object evaluate(HttpServletRequest request, ScriptEngine engine) throws ScriptException {
        // ruleid: java-code-injection
        return engine.eval(request.getParameter("formula"));
    }

    Object expression(HttpServletRequest request) {
        // ruleid: java-code-injection
        return new SpelExpressionParser().parseExpression(request.getParameter("filter")).getValue();
    }

    Object groovy(@RequestBody String body) {
        // ruleid: java-code-injection
        return new GroovyShell().evaluate(body);
    }

    Object fixed(ScriptEngine engine) throws ScriptException {
        // ok: java-code-injection
        return engine.eval("1 + 1");
    }

    Object number(HttpServletRequest request, ScriptEngine engine) throws ScriptException {
        // ok: java-code-injection
        return engine.eval("2 * " + Integer.parseInt(request.getParameter("n")));
    }
}
