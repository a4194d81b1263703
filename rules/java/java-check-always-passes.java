class Check {
    // ruleid: java-check-always-passes
    boolean verifySignature(byte[] body, byte[] signature) {
        return true;
    }

    // ruleid: java-check-always-passes
    public boolean checkPassword(String user, String password) {
        return true;
    }

    boolean show(User user) {
        // ruleid: java-check-always-passes
        if (user.isAdmin() || true) {
            return true;
        }
        return false;
    }

    // ok: java-check-always-passes
    boolean verifyToken(String token) {
        return MessageDigest.isEqual(token.getBytes(), load());
    }

    // ok: java-check-always-passes
    boolean isEnabled(String name) {
        return true;
    }
}
