class Employees {
    String find(HttpServletRequest request, XPath xpath, Document document) throws XPathExpressionException {
        String expression = "/employees/employee[@id='" + request.getParameter("id") + "']";
        // ruleid: java-xpath-injection
        return xpath.evaluate(expression, document);
    }

    XPathExpression compiled(XPath xpath, String name) throws XPathExpressionException {
        // ruleid: java-xpath-injection
        return xpath.compile("//user[name='" + name + "']");
    }

    String all(XPath xpath, Document document) throws XPathExpressionException {
        // ok: java-xpath-injection
        return xpath.evaluate("/employees/employee", document);
    }

    String variable(XPath xpath, Document document) throws XPathExpressionException {
        // ok: java-xpath-injection
        return xpath.evaluate("/employees/employee[@id=$id]", document);
    }
}
