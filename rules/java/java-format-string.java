class Receipts {
    String total(HttpServletRequest request, long cents) {
        // ruleid: java-format-string
        return String.format(request.getParameter("format"), cents);
    }

    void show(@RequestParam("line") String line, Order order) {
        // ruleid: java-format-string
        System.out.printf(line, order);
    }

    String fixed(HttpServletRequest request) {
        // ok: java-format-string
        return String.format("Hello %s", request.getParameter("name"));
    }

    String number(long cents) {
        // ok: java-format-string
        return String.format("%d", cents);
    }
}
