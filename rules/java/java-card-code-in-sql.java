class Cards {
    void save(Connection db, Statement statement) throws Exception {
        // ruleid: java-card-code-in-sql
        db.prepareStatement("INSERT INTO cards (number, cvv) VALUES (?, ?)");
        // ruleid: java-card-code-in-sql
        statement.execute("CREATE TABLE cards (id INTEGER, cvv VARCHAR(4))");
        // ok: java-card-code-in-sql
        db.prepareStatement("INSERT INTO cards (token, last_four) VALUES (?, ?)");
        // ok: java-card-code-in-sql
        db.prepareStatement("INSERT INTO payments (token, cvv_result) VALUES (?, ?)");
    }
}
