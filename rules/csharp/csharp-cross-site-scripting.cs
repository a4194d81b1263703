public class Hello : Controller
{
    public IActionResult Greet(string name)
    {
        // ruleid: csharp-cross-site-scripting
        return Content("<h1>" + name + "</h1>", "text/html");
    }

    public async Task Write(string name)
    {
        // ruleid: csharp-cross-site-scripting
        await Response.WriteAsync("<p>" + Request.Query["q"] + "</p>");
    }

    public IActionResult Safe(string name)
    {
        // ok: csharp-cross-site-scripting
        return Content("<h1>" + HtmlEncoder.Default.Encode(name) + "</h1>", "text/html");
    }
}

public class More
{
    void Run()
    {
        // ok: csharp-cross-site-scripting
        Response.WriteAsync("<p>hello</p>");
    }
}
