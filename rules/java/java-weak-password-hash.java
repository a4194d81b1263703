class Users {
    byte[] hash(String password, MessageDigest digest) {
        // ruleid: java-weak-password-hash
        return digest.digest(password.getBytes(StandardCharsets.UTF_8));
    }

    String hex(User user) {
        // ruleid: java-weak-password-hash
        return DigestUtils.sha256Hex(user.getPassword());
    }

    PBEKeySpec few(char[] password, byte[] salt) {
        // ruleid: java-weak-password-hash
        return new PBEKeySpec(password, salt, 1000, 256);
    }

    String good(String password) {
        // ok: java-weak-password-hash
        return new BCryptPasswordEncoder(12).encode(password);
    }

    byte[] file(byte[] content, MessageDigest digest) {
        // ok: java-weak-password-hash
        return digest.digest(content);
    }

    PBEKeySpec many(char[] password, byte[] salt) {
        // ok: java-weak-password-hash
        return new PBEKeySpec(password, salt, 600000, 256);
    }
}
