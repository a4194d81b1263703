class OrderController {
    @GetMapping("/orders/{id}")
    Order show(@PathVariable long id) {
        // ruleid: java-object-without-owner-check
        return orders.findById(id).orElseThrow();
    }

    @DeleteMapping("/orders/{id}")
    void remove(@PathVariable Long id) {
        // ruleid: java-object-without-owner-check
        orders.deleteById(id);
    }

    @GetMapping("/orders/{id}/mine")
    Order mine(@PathVariable long id, Principal principal) {
        // ok: java-object-without-owner-check
        return orders.findByIdAndOwner(id, principal.getName()).orElseThrow();
    }

    @PreAuthorize("hasRole('SUPPORT')")
    @GetMapping("/support/orders/{id}")
    Order support(@PathVariable long id) {
        // ok: java-object-without-owner-check
        return orders.findById(id).orElseThrow();
    }
}
