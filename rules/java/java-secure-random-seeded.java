class Keys {
    SecureRandom constant() {
        // ruleid: java-secure-random-seeded
        return new SecureRandom("shop".getBytes());
    }

    void time(SecureRandom random) {
        // ruleid: java-secure-random-seeded
        random.setSeed(System.currentTimeMillis());
    }

    SecureRandom own() {
        // ok: java-secure-random-seeded
        return new SecureRandom();
    }

    void more(SecureRandom random, byte[] noise) {
        // ok: java-secure-random-seeded
        random.setSeed(noise);
    }
}
