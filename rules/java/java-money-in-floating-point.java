class Account {
    // ruleid: java-money-in-floating-point
    private double balance;

    void pay() {
        // ruleid: java-money-in-floating-point
        float price = 9.99f;
        // ok: java-money-in-floating-point
        long cents = 999;
        // ok: java-money-in-floating-point
        double ratio = 0.5;
    }
}
