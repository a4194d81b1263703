class Tokens {
    void make(HttpServletResponse response) {
        // ruleid: java-weak-randomness
        String token = Long.toHexString(new Random().nextLong());
        double number = Math.random();
        // ruleid: java-weak-randomness
        response.addCookie(new Cookie("remember", Double.toString(number)));
        // ok: java-weak-randomness
        int dice = new Random().nextInt(6);
        // ok: java-weak-randomness
        long secureToken = new SecureRandom().nextLong();
    }

    String generateResetCode() {
        Random random = new Random();
        // ruleid: java-weak-randomness
        return String.valueOf(100000 + random.nextInt(900000));
    }

    byte[] key(Random random) {
        // ok: java-weak-randomness
        int delay = random.nextInt(100);
        return null;
    }
}
