public class Comments : Controller
{
    IActionResult Done(Comment add)
    {
        // ruleid: csharp-redirect-dynamic
        return Redirect(add.Link + "#comment");
    }

    IActionResult Safe()
    {
        // ok: csharp-redirect-dynamic
        return Redirect("/comments");
    }
}

public class More
{
    void Run()
    {
        // ruleid: csharp-redirect-dynamic
        Response.Redirect(record.Address);
        // ok: csharp-redirect-dynamic
        Response.Redirect("/home");
    }
}
