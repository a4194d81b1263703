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
