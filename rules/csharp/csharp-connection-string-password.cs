public class Store
{
    SqlConnection Open(IConfiguration configuration)
    {
        // ruleid: csharp-connection-string-password
        var bad = new SqlConnection("Server=db;Database=shop;User Id=shop;Password=Tr0ub4dor;");
        // ok: csharp-connection-string-password
        return new SqlConnection(configuration.GetConnectionString("Shop"));
    }
}

public class More
{
    void Run()
    {
        // ruleid: csharp-connection-string-password
        var other = "Data Source=db;User Id=sa;Pwd=hunter2x;";
        // ok: csharp-connection-string-password
        var none = "Server=db;Database=shop;Integrated Security=true;";
    }
}
