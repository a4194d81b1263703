public class Startup
{
    void Configure(CorsPolicyBuilder policy)
    {
        // ruleid: csharp-cors-any-origin
        policy.AllowAnyOrigin();
        // ok: csharp-cors-any-origin
        policy.WithOrigins("https://shop.example.com");
    }
}

public class More
{
    void Run()
    {
        // ruleid: csharp-cors-any-origin
        policy.WithOrigins("*");
        // ok: csharp-cors-any-origin
        policy.AllowAnyMethod();
    }
}
