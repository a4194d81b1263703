class AdminController {
    @DeleteMapping("/admin/users/{id}")
    // ruleid: java-endpoint-without-role
    void delete(@PathVariable long id) {
        users.deleteById(id);
    }

    @PostMapping("/admin/roles")
    // ruleid: java-endpoint-without-role
    void grant(@RequestBody Grant grant) {
        roles.save(grant);
    }

    @PreAuthorize("hasRole('ADMIN')")
    @DeleteMapping("/admin/orders/{id}")
    // ok: java-endpoint-without-role
    void remove(@PathVariable long id) {
        orders.deleteById(id);
    }

    @PostMapping("/orders")
    // ok: java-endpoint-without-role
    void order(@RequestBody Order order) {
        orders.save(order);
    }
}
