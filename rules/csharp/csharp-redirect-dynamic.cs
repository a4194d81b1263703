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
