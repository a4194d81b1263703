public class Mail
{
    // ruleid: csharp-hardcoded-credential
    private const string SmtpPassword = "Tr0ub4dor&3";

    void Send(IConfiguration configuration)
    {
        // ruleid: csharp-hardcoded-credential
        client.Credentials = new NetworkCredential("mail", "Tr0ub4dor&3");
        // ok: csharp-hardcoded-credential
        client.Credentials = new NetworkCredential("mail", configuration["Smtp:Secret"]);
    }
}

public class More
{
    void Run()
    {
        // ok: csharp-hardcoded-credential
        options.Password = configuration["Database:Password"];
    }
}
