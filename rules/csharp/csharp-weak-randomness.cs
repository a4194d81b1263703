public class Tokens
{
    int Next()
    {
        // ruleid: csharp-weak-randomness
        return new Random().Next();
    }

    int Safe()
    {
        // ok: csharp-weak-randomness
        return RandomNumberGenerator.GetInt32(1000000);
    }
}
