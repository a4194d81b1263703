class Envelopes {
    void make() throws Exception {
        // ruleid: java-rsa-without-oaep
        Cipher plain = Cipher.getInstance("RSA");
        // ruleid: java-rsa-without-oaep
        Cipher old = Cipher.getInstance("RSA/ECB/PKCS1Padding", "BC");
        // ok: java-rsa-without-oaep
        Cipher oaep = Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
        // ok: java-rsa-without-oaep
        Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
    }
}
