public class Formula : Controller
{
    public async Task<IActionResult> Evaluate(string formula)
    {
        // ruleid: csharp-code-injection
        return Ok(await CSharpScript.EvaluateAsync(formula));
    }

    public IActionResult Safe(string name)
    {
        // ok: csharp-code-injection
        return Ok(operations[name](1, 2));
    }
}

public class More
{
    void Run()
    {
        // ruleid: csharp-code-injection
        Assembly.Load(Console.ReadLine());
        // ok: csharp-code-injection
        Assembly.Load("Shop.Plugins");
    }
}
