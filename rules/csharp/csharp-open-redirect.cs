public class Login : Controller
{
    public IActionResult Done(string returnUrl)
    {
        // ruleid: csharp-open-redirect
        return Redirect(returnUrl);
    }

    public IActionResult Safe(string returnUrl)
    {
        // ok: csharp-open-redirect
        return LocalRedirect(returnUrl);
    }

    public IActionResult Checked(string returnUrl)
    {
        if (!Url.IsLocalUrl(returnUrl)) return BadRequest();
        // ok: csharp-open-redirect
        return Redirect(returnUrl);
    }
}

public class More
{
    void Run()
    {
        // ruleid: csharp-open-redirect
        Response.Redirect(Request.Query["next"]);
    }
}
