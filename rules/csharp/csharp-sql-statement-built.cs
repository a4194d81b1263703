public class Logs
{
    void Delete(Log log)
    {
        // ruleid: csharp-sql-statement-built
        database.ExecuteNonQuery(string.Format("delete from logs where id = {0}", log.Id));
    }

    void Read(Log log)
    {
        var query = "select * from " + log.Table;
        // ruleid: csharp-sql-statement-built
        using (var command = new SqlCommand(query, connection)) { Run(command); }
    }

    void Safe(Log log)
    {
        // ok: csharp-sql-statement-built
        var command = new SqlCommand("delete from logs where id = @id", connection);
        command.Parameters.AddWithValue("@id", log.Id);
        command.ExecuteNonQuery();
    }
}

public class More
{
    void Run()
    {
        // ok: csharp-sql-statement-built
        command.CommandText = "select 1";
    }
}
