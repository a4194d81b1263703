public class Preview : Controller
{
    public async Task<IActionResult> Fetch([FromQuery] string url)
    {
        // ruleid: csharp-server-side-request-forgery
        return Ok(await client.GetStringAsync(url));
    }

    public async Task<IActionResult> Safe([FromQuery] int id)
    {
        // ok: csharp-server-side-request-forgery
        return Ok(await client.GetStringAsync("https://api.example.com/items/" + id));
    }
}

public class More
{
    void Run()
    {
        // ruleid: csharp-server-side-request-forgery
        WebRequest.Create(Request.Query["url"]);
        // ok: csharp-server-side-request-forgery
        WebRequest.Create("https://example.com");
    }
}
