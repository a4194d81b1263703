class Ciphers {
    void make() throws Exception {
        // ruleid: java-weak-cipher
        Cipher des = Cipher.getInstance("DES/CBC/PKCS5Padding");
        // ruleid: java-weak-cipher
        Cipher ecb = Cipher.getInstance("AES/ECB/PKCS5Padding", "SunJCE");
        // ruleid: java-weak-cipher
        Cipher implicit = Cipher.getInstance("AES");
        // ruleid: java-weak-cipher
        KeyGenerator old = KeyGenerator.getInstance("DESede");
        // ok: java-weak-cipher
        Cipher gcm = Cipher.getInstance("AES/GCM/NoPadding");
        // ok: java-weak-cipher
        KeyGenerator keys = KeyGenerator.getInstance("AES");
        // ok: java-weak-cipher
        Cipher rsa = Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
    }
}
