public class Tokens
{
    // ruleid: csharp-jwt-not-validated
    TokenValidationParameters bad = new TokenValidationParameters { RequireSignedTokens = false };
    // ok: csharp-jwt-not-validated
    TokenValidationParameters good = new TokenValidationParameters { RequireSignedTokens = true };
}

public class More
{
    void Run()
    {
        // ruleid: csharp-jwt-not-validated
        parameters.ValidateLifetime = false;
        // ok: csharp-jwt-not-validated
        parameters.ValidateLifetime = true;
    }
}
