public class Sessions : Controller
{
    void Remember(string token)
    {
        // ruleid: csharp-insecure-cookie
        Response.Cookies.Append("session", token, new CookieOptions { HttpOnly = false, Secure = true });
        // ok: csharp-insecure-cookie
        Response.Cookies.Append("session", token, new CookieOptions { HttpOnly = true, Secure = true });
    }
}

public class More
{
    void Run()
    {
        // ruleid: csharp-insecure-cookie
        cookie.Secure = false;
        // ok: csharp-insecure-cookie
        cookie.Secure = true;
    }
}
