class Login {
    boolean login(Manager manager, String user, String password) {
        // ruleid: java-security-exception-swallowed
        try {
            return manager.check(user, password);
        } catch (AuthenticationException e) {
        }
        return false;
    }

    void guard(Access access, String path) {
        // ruleid: java-security-exception-swallowed
        try {
            access.require(path);
        } catch (AccessDeniedException denied) {
        }
    }

    boolean logged(Manager manager, String user, String password) {
        // ok: java-security-exception-swallowed
        try {
            return manager.check(user, password);
        } catch (AuthenticationException e) {
            LOG.warn("login of {} failed", user);
        }
        return false;
    }

    void close(Socket socket) {
        // ok: java-security-exception-swallowed
        try {
            socket.close();
        } catch (IOException e) {
        }
    }
}
