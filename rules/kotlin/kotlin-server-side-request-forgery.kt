@GetMapping("/preview")
fun preview(@RequestParam url: String): String {
    // ruleid: kotlin-server-side-request-forgery
    return URL(url).readText()
}

@GetMapping("/safe")
fun safe(@RequestParam id: Int): String {
    // ok: kotlin-server-side-request-forgery
    return URL("https://api.example.com/items/$id").readText()
}

fun more() {
    // ruleid: kotlin-server-side-request-forgery
    URI.create(request.getParameter("url"))
    // ok: kotlin-server-side-request-forgery
    URI.create("https://example.com")
}
