public class Files : Controller
{
    public IActionResult Download(string name)
    {
        // ruleid: csharp-path-traversal
        return File(System.IO.File.ReadAllBytes(Path.Combine("reports", name)), "text/plain");
    }

    public IActionResult Safe(string name)
    {
        var full = Path.GetFullPath(Path.Combine(Root, name));
        if (!full.StartsWith(Root)) return NotFound();
        // ok: csharp-path-traversal
        return File(System.IO.File.ReadAllBytes(full), "text/plain");
    }

    public string NameOnly(string name)
    {
        // ok: csharp-path-traversal
        return System.IO.File.ReadAllText(Path.Combine(Root, Path.GetFileName(name)));
    }
}

public class More
{
    void Run()
    {
        // ruleid: csharp-path-traversal
        System.IO.File.Delete(Request.Query["name"]);
    }
}
