fun Application.module() {
    install(CORS) {
        // ruleid: kotlin-cors-any-origin
        anyHost()
        // ok: kotlin-cors-any-origin
        allowHost("shop.example.com")
    }
}
