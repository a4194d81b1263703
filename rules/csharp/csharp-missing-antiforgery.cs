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

public class More : Controller
{
    [HttpDelete("{id}")]
    // ruleid: csharp-missing-antiforgery
    public IActionResult Remove(int id) { return Ok(accounts.Remove(id)); }

    [HttpGet]
    // ok: csharp-missing-antiforgery
    public IActionResult Show(int id) { return Ok(accounts.Show(id)); }
}
