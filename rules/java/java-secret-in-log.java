class Signup {
    void register(String user, String password, String cvv) {
        // ruleid: java-secret-in-log
        log.info("new user " + user + " with " + password);
        // ruleid: java-secret-in-log
        logger.debug("card check {}", cvv);
        // ok: java-secret-in-log
        log.info("new user " + user);
        // ok: java-secret-in-log
        log.info("password changed");
    }
}
