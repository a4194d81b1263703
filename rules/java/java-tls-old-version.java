class Connections {
    SSLContext old() throws Exception {
        // ruleid: java-tls-old-version
        return SSLContext.getInstance("TLSv1");
    }

    void protocols(SSLSocket socket) {
        // ruleid: java-tls-old-version
        socket.setEnabledProtocols(new String[] {"TLSv1.1", "TLSv1.3"});
        // ok: java-tls-old-version
        socket.setEnabledProtocols(new String[] {"TLSv1.2", "TLSv1.3"});
    }

    SSLContext current() throws Exception {
        // ok: java-tls-old-version
        return SSLContext.getInstance("TLSv1.3");
    }
}
