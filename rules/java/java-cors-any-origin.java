class Cors {
    void set(CorsRegistration registration, CorsConfiguration configuration) {
        // ruleid: java-cors-any-origin
        registration.allowedOrigins("*");
        // ruleid: java-cors-any-origin
        configuration.addAllowedOrigin("*");
        // ok: java-cors-any-origin
        registration.allowedOrigins("https://shop.example");
        // ok: java-cors-any-origin
        configuration.addAllowedOrigin("https://shop.example");
    }

    // ruleid: java-cors-any-origin
    @CrossOrigin(origins = "*")
    String rates() {
        return "";
    }

    // ok: java-cors-any-origin
    @CrossOrigin(origins = "https://shop.example")
    String own() {
        return "";
    }
}
