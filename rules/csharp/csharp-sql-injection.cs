public class Accounts
{
    public Account Find(string reference)
    {
        // ruleid: csharp-sql-injection
        var command = new SqlCommand("SELECT * FROM account WHERE reference = '" + reference + "'", connection);
        return Read(command.ExecuteReader());
    }

    [HttpGet("named")]
    public IActionResult Named(string name)
    {
        // ruleid: csharp-sql-injection
        return Ok(db.Accounts.FromSqlRaw($"SELECT * FROM account WHERE name = '{name}'").ToList());
    }

    public Account Safe(string reference)
    {
        // ok: csharp-sql-injection
        var command = new SqlCommand("SELECT * FROM account WHERE reference = @reference", connection);
        command.Parameters.AddWithValue("@reference", reference);
        return Read(command.ExecuteReader());
    }

    public Account ById(string id)
    {
        var number = int.Parse(id);
        // ok: csharp-sql-injection
        return connection.QueryFirst<Account>("SELECT * FROM account WHERE id = " + number);
    }
}
