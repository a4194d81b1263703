class Webhooks {
    boolean valid(byte[] body, byte[] given) {
        byte[] expectedMac = mac.doFinal(body);
        // ruleid: java-timing-unsafe-comparison
        return Arrays.equals(expectedMac, given);
    }

    boolean header(String signature, String given) {
        // ruleid: java-timing-unsafe-comparison
        return signature.equals(given);
    }

    boolean safe(byte[] body, byte[] given) {
        // ok: java-timing-unsafe-comparison
        return MessageDigest.isEqual(mac.doFinal(body), given);
    }

    boolean name(String name, String given) {
        // ok: java-timing-unsafe-comparison
        return name.equals(given);
    }
}
