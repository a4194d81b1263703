fun Application.module() {
    install(CORS) {
        // ruleid: kotlin-cors-any-origin
        anyHost()
        // ok: kotlin-cors-any-origin
        allowHost("shop.example.com")
    }
}

fun more() {
    // ruleid: kotlin-cors-any-origin
    response.setHeader("Access-Control-Allow-Origin", "*")
    // ok: kotlin-cors-any-origin
    response.setHeader("Access-Control-Allow-Origin", "https://shop.example.com")
}
