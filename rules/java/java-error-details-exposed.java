class Errors {
    ResponseEntity<String> handle(HttpServletResponse response, Exception error) throws IOException {
        // ruleid: java-error-details-exposed
        error.printStackTrace(response.getWriter());
        // ruleid: java-error-details-exposed
        response.sendError(500, "failed: " + error.getMessage());
        // ok: java-error-details-exposed
        log.error("payment failed", error);
        // ok: java-error-details-exposed
        response.getWriter().println(order.toString());
        // ok: java-error-details-exposed
        return ResponseEntity.status(500).body("something went wrong");
    }
}
