public class Accounts : Controller
{
    [HttpPost]
    // ruleid: csharp-missing-antiforgery
    public IActionResult Close(int id) { return Ok(accounts.Close(id)); }

    [HttpPost]
    [ValidateAntiForgeryToken]
    // ok: csharp-missing-antiforgery
    public IActionResult Open(int id) { return Ok(accounts.Open(id)); }
}
