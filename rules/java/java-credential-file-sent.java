import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;

class Collect {
    void send(String home) throws Exception {
        String key = Files.readString(Path.of(home, ".ssh/id_rsa"));
        // ruleid: java-credential-file-sent
        var body = BodyPublishers.ofString(key);
        // ruleid: java-credential-file-sent
        var more = BodyPublishers.ofByteArray(Files.readAllBytes(Path.of("/etc/shadow")));
        // ok: java-credential-file-sent
        var report = BodyPublishers.ofString(Files.readString(Path.of("report.txt")));
        String token = findToken(Files.readString(Path.of(home, ".npmrc")));
        // ok: java-credential-file-sent
        var login = BodyPublishers.ofString(token);
    }
}
