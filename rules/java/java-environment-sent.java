import java.net.http.HttpRequest.BodyPublishers;

class Report {
    void send(RestTemplate rest, String url, Mapper mapper) throws Exception {
        // ruleid: java-environment-sent
        var body = BodyPublishers.ofString(System.getenv().toString());
        // ruleid: java-environment-sent
        rest.postForObject(url, System.getenv(), String.class);
        var text = mapper.writeValueAsString(System.getenv());
        // ruleid: java-environment-sent
        var again = BodyPublishers.ofString(text);
        // ok: java-environment-sent
        var name = BodyPublishers.ofString(System.getenv("NAME"));
        // ok: java-environment-sent
        var user = BodyPublishers.ofString(System.getenv().get("USER"));
    }
}
