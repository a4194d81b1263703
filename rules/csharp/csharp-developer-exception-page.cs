public class Program
{
    void Configure(IApplicationBuilder app, IHostEnvironment env)
    {
        // ruleid: csharp-developer-exception-page
        app.UseDeveloperExceptionPage();
        if (env.IsDevelopment())
        {
            // ok: csharp-developer-exception-page
            app.UseDeveloperExceptionPage();
        }
    }
}

public class More
{
    void Run()
    {
        // ruleid: csharp-developer-exception-page
        app.UseDatabaseErrorPage();
        // ok: csharp-developer-exception-page
        app.UseExceptionHandler("/error");
    }
}
