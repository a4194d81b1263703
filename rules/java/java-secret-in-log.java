class Signup {
    void register(String user, String password, String cvv, Card card) {
        // ruleid: java-secret-in-log
        log.info("new user " + user + " with " + password);
        // ruleid: java-secret-in-log
        logger.debug("card check {}", cvv);
        // ruleid: java-secret-in-log
        System.out.println("paid with " + card.getCardNumber() + " at noon");
        // ok: java-secret-in-log
        log.info("new user " + user);
        // ok: java-secret-in-log
        log.info("password changed");
    }
}
