class Preview {
    String title(HttpServletRequest request) throws IOException {
        // ruleid: java-server-side-request-forgery
        return read(new URL(request.getParameter("url")).openStream());
    }

    String proxy(@RequestParam String target, RestTemplate rest) {
        // ruleid: java-server-side-request-forgery
        return rest.getForObject(target, String.class);
    }

    HttpURLConnection open(@RequestParam("address") String address) throws IOException {
        URL url = new URL(address);
        // ruleid: java-server-side-request-forgery
        return (HttpURLConnection) url.openConnection();
    }

    String fixed(RestTemplate rest) {
        // ok: java-server-side-request-forgery
        return rest.getForObject("https://rates.example/latest", String.class);
    }

    String number(HttpServletRequest request) throws IOException {
        int id = Integer.parseInt(request.getParameter("id"));
        // ok: java-server-side-request-forgery
        return read(new URL("https://rates.example/" + id).openStream());
    }

    String path(@RequestParam String currency, RestTemplate rest) {
        // ok: java-server-side-request-forgery
        return rest.getForObject("https://rates.example/latest/" + currency, String.class);
    }
}
