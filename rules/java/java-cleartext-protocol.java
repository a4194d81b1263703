class Rates {
    URL plain() throws IOException {
        // ruleid: java-cleartext-protocol
        return new URL("http://rates.shop.net/latest");
    }

    String get(RestTemplate rest) {
        // ruleid: java-cleartext-protocol
        return rest.getForObject("http://api.shop.net/v1/rates", String.class);
    }

    URL secure() throws IOException {
        // ok: java-cleartext-protocol
        return new URL("https://rates.shop.net/latest");
    }

    URL local() throws IOException {
        // ok: java-cleartext-protocol
        return new URL("http://localhost:8080/health");
    }
}
