class Accounts(private val connection: Connection, private val jdbc: JdbcTemplate) {
    fun find(reference: String): ResultSet {
        val statement = connection.createStatement()
        // ruleid: kotlin-sql-injection
        return statement.executeQuery("select * from account where reference = '$reference'")
    }

    @GetMapping("/named")
    fun named(@RequestParam name: String): List<Account> {
        // ruleid: kotlin-sql-injection
        return jdbc.query("select * from account where name = '" + name + "'", mapper)
    }

    fun safe(reference: String): ResultSet {
        // ok: kotlin-sql-injection
        val statement = connection.prepareStatement("select * from account where reference = ?")
        statement.setString(1, reference)
        return statement.executeQuery()
    }

    fun number(id: String): ResultSet {
        // ok: kotlin-sql-injection
        return connection.createStatement().executeQuery("select * from account where id = ${id.toInt()}")
    }
}
