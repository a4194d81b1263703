public class Tokens
{
    // ruleid: csharp-jwt-not-validated
    TokenValidationParameters bad = new TokenValidationParameters { RequireSignedTokens = false };
    // ok: csharp-jwt-not-validated
    TokenValidationParameters good = new TokenValidationParameters { RequireSignedTokens = true };
}
