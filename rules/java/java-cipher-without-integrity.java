class Messages {
    void make() throws Exception {
        // ruleid: java-cipher-without-integrity
        Cipher cbc = Cipher.getInstance("AES/CBC/PKCS5Padding");
        // ruleid: java-cipher-without-integrity
        Cipher counter = Cipher.getInstance("AES/CTR/NoPadding", "BC");
        // ok: java-cipher-without-integrity
        Cipher gcm = Cipher.getInstance("AES/GCM/NoPadding");
        // ok: java-cipher-without-integrity
        Cipher rsa = Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
    }
}
