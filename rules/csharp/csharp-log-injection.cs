public class Audit : Controller
{
    public IActionResult Login(string name)
    {
        // ruleid: csharp-log-injection
        logger.LogInformation("login of " + name);
        // ok: csharp-log-injection
        logger.LogInformation("login of somebody");
        return Ok();
    }
}

public class More
{
    void Run()
    {
        // ruleid: csharp-log-injection
        logger.LogWarning("agent " + Request.Headers["User-Agent"]);
        // ok: csharp-log-injection
        logger.LogWarning("no agent");
    }
}
