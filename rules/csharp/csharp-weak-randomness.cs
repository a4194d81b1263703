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

public class More
{
    void Run()
    {
        // ruleid: csharp-weak-randomness
        var number = Random.Shared.Next(10);
        // ok: csharp-weak-randomness
        var bytes = RandomNumberGenerator.GetBytes(16);
    }
}
