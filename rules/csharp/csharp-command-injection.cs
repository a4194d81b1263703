public class Tools : Controller
{
    public IActionResult Ping(string host)
    {
        // ruleid: csharp-command-injection
        Process.Start("cmd.exe", "/c ping " + host);
        return Ok();
    }

    public void Convert()
    {
        var info = new ProcessStartInfo { FileName = "convert" };
        // ruleid: csharp-command-injection
        info.Arguments = Request.Query["name"];
        Process.Start(info);
    }

    public void Safe(string name)
    {
        // ok: csharp-command-injection
        var info = new ProcessStartInfo("convert");
        info.ArgumentList.Add("--");
        info.ArgumentList.Add(name);
        Process.Start(info);
    }
}

public class More
{
    void Run()
    {
        // ok: csharp-command-injection
        Process.Start("git", "status");
    }
}
