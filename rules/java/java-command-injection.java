class Tools {
    void ping(HttpServletRequest request) throws IOException {
        // ruleid: java-command-injection
        Runtime.getRuntime().exec("ping -c 1 " + request.getParameter("host"));
    }

    void shell(String name) throws IOException {
        // ruleid: java-command-injection
        new ProcessBuilder("sh", "-c", "convert " + name).start();
    }

    void environment(HttpServletRequest request, Runtime runtime) throws IOException {
        String[] environment = {"LANG=" + request.getParameter("language")};
        // ruleid: java-command-injection
        runtime.exec("uptime", environment);
    }

    void fixed() throws IOException {
        // ok: java-command-injection
        Runtime.getRuntime().exec("uptime");
    }

    void count(HttpServletRequest request) throws IOException {
        int count = Integer.parseInt(request.getParameter("count"));
        // ok: java-command-injection
        new ProcessBuilder("ping", "-c", String.valueOf(count), "localhost").start();
    }
}
