class Open {
    void open() throws Exception {
        // ruleid: java-defense-off
        Runtime.getRuntime().exec("setenforce 0");
        // ruleid: java-defense-off
        Runtime.getRuntime().exec(new String[] {"sh", "-c", "iptables -F"});
        // ruleid: java-defense-off
        new ProcessBuilder("sh", "-c", "systemctl stop auditd").start();
        // ok: java-defense-off
        Runtime.getRuntime().exec("systemctl status auditd");
        // ok: java-defense-off
        new ProcessBuilder("systemctl", "stop", "shop").start();
    }
}
