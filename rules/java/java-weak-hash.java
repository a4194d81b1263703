class Digests {
    byte[] of(byte[] data) throws Exception {
        // ruleid: java-weak-hash
        MessageDigest digest = MessageDigest.getInstance("MD5");
        // ruleid: java-weak-hash
        MessageDigest other = MessageDigest.getInstance("SHA-1", "SUN");
        // ok: java-weak-hash
        MessageDigest good = MessageDigest.getInstance("SHA-256");
        // ok: java-weak-hash
        MessageDigest long512 = MessageDigest.getInstance("SHA-512", "SUN");
        return good.digest(data);
    }

    String hex(String text) {
        // ruleid: java-weak-hash
        return DigestUtils.md5Hex(text);
    }

    String guava(byte[] data) {
        // ruleid: java-weak-hash
        return Hashing.sha1().hashBytes(data).toString();
    }

    String better(String text) {
        // ok: java-weak-hash
        return DigestUtils.sha256Hex(text);
    }
}
