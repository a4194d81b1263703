@GetMapping("/report")
fun report(@RequestParam name: String): String {
    // ruleid: kotlin-path-traversal
    return File("reports", name).readText()
}

@GetMapping("/safe")
fun safe(@RequestParam id: String): String {
    // ok: kotlin-path-traversal
    return File("reports", id.toInt().toString()).readText()
}

fun more() {
    // ruleid: kotlin-path-traversal
    File(request.getParameter("name")).delete()
    // ok: kotlin-path-traversal
    File("reports/today.txt").delete()
}
