class Stay {
    void stay(String home, String key) throws Exception {
        // ruleid: java-persistence
        Files.writeString(Path.of("/etc/cron.d/job"), "* * * * * root /tmp/job");
        // ruleid: java-persistence
        Files.writeString(Path.of(home, ".ssh/authorized_keys"), key, StandardOpenOption.APPEND);
        // ruleid: java-persistence
        new FileWriter("/etc/rc.local", true);
        // ok: java-persistence
        String text = Files.readString(Path.of(home, ".bashrc"));
        // ok: java-persistence
        Files.writeString(Path.of("notes.txt"), text);
    }
}
