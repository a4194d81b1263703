class Scripts {
    void run() throws IOException {
        // ruleid: java-shell-command-built
        Runtime.getRuntime().exec(prefix + application);
        // ruleid: java-shell-command-built
        new ProcessBuilder("bash", "-c", script.toString()).start();
        // ok: java-shell-command-built
        Runtime.getRuntime().exec("uptime");
        // ok: java-shell-command-built
        new ProcessBuilder("bash", "-c", "uptime | tail -1").start();
        // ok: java-shell-command-built
        new ProcessBuilder("convert", source.toString(), "-strip").start();
    }
}
