class Accounts {
    Row byReference(Connection connection, String reference) throws SQLException {
        Statement statement = connection.createStatement();
        // ruleid: java-sql-injection
        return read(statement.executeQuery("SELECT id FROM account WHERE reference = '" + reference + "'"));
    }

    void rename(HttpServletRequest request, JdbcTemplate jdbc) {
        String sql = String.format("UPDATE account SET name = '%s'", request.getParameter("name"));
        // ruleid: java-sql-injection
        jdbc.update(sql);
    }

    List<Account> named(@RequestParam("name") String name, EntityManager entities) {
        // ruleid: java-sql-injection
        return entities.createQuery("select a from Account a where a.name = '" + name + "'").getResultList();
    }

    Row safe(Connection connection, String reference) throws SQLException {
        // ok: java-sql-injection
        PreparedStatement statement = connection.prepareStatement("SELECT id FROM account WHERE reference = ?");
        statement.setString(1, reference);
        // ok: java-sql-injection
        return read(statement.executeQuery());
    }

    Row number(Statement statement, HttpServletRequest request) throws SQLException {
        int id = Integer.parseInt(request.getParameter("id"));
        // ok: java-sql-injection
        return read(statement.executeQuery("SELECT id FROM account WHERE id = " + id));
    }

    Row sorted(Statement statement, HttpServletRequest request) throws SQLException {
        String order = request.getParameter("order");
        if (!SORTABLE_COLUMNS.contains(order)) {
            throw new IllegalArgumentException("unknown column");
        }
        // ok: java-sql-injection
        return read(statement.executeQuery("SELECT id FROM account ORDER BY " + order));
    }
}
