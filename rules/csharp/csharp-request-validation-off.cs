public class Pages : Controller
{
    // ruleid: csharp-request-validation-off
    [ValidateInput(false)]
    public ActionResult Save(Page page) { return View(page); }

    // ok: csharp-request-validation-off
    [ValidateInput(true)]
    public ActionResult Store(Page page) { return View(page); }
}

public class More : Controller
{
    // ruleid: csharp-request-validation-off
    [ValidateInput(false)]
    public ActionResult Send(Mail mail) { return View(mail); }

    // ok: csharp-request-validation-off
    [HttpPost]
    public ActionResult Take(Mail mail) { return View(mail); }
}
