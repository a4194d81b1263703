class Access {
    boolean isAllowed(User user, Item item) {
        try {
            return policy.allows(user, item);
        } catch (IOException error) {
            log.warn("policy server is down", error);
            // ruleid: java-check-fails-open
            return true;
        }
    }

    boolean verifyToken(String token) {
        try {
            verifier.verify(token);
        } catch (JWTVerificationException error) {
            // ruleid: java-check-fails-open
            return true;
        }
        return false;
    }

    boolean hasAccess(User user) {
        try {
            return policy.allows(user, item);
        } catch (IOException error) {
            // ok: java-check-fails-open
            return false;
        }
    }

    boolean isEmpty(Path folder) {
        try {
            return list(folder).isEmpty();
        } catch (IOException error) {
            // ok: java-check-fails-open
            return true;
        }
    }
}
