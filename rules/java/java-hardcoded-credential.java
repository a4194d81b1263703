class Connections {
    Connection open(String url) throws SQLException {
        // ruleid: java-hardcoded-credential
        Connection fixed = DriverManager.getConnection(url, "shop", "kR7mq2vX");
        // ruleid: java-hardcoded-credential
        SecretKeySpec key = new SecretKeySpec("0123456789abcdef".getBytes(), "AES");
        // ok: java-hardcoded-credential
        Connection read = DriverManager.getConnection(url, "shop", System.getenv("SHOP_PASSWORD"));
        // ok: java-hardcoded-credential
        SecretKeySpec given = new SecretKeySpec(store.key("payments"), "AES");
        return read;
    }

    void pool(HikariDataSource dataSource) {
        // ruleid: java-hardcoded-credential
        dataSource.setPassword("kR7mq2vX");
        // ok: java-hardcoded-credential
        dataSource.setPassword(settings.password());
        // ok: java-hardcoded-credential
        dataSource.setPassword("");
    }
}
