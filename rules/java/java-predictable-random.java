class Dice {
    int roll() {
        // ruleid: java-predictable-random
        return new Random().nextInt(6);
    }

    double share() {
        // ruleid: java-predictable-random
        return Math.random();
    }

    int safe() {
        // ok: java-predictable-random
        return new SecureRandom().nextInt(6);
    }

    long max() {
        // ok: java-predictable-random
        return Math.max(1, 2);
    }
}
