public class Secrets
{
    SymmetricAlgorithm Old()
    {
        // ruleid: csharp-weak-cipher
        return new DESCryptoServiceProvider();
    }

    AesGcm Safe(byte[] key)
    {
        // ok: csharp-weak-cipher
        return new AesGcm(key, 16);
    }
}

public class More
{
    void Run()
    {
        // ruleid: csharp-weak-cipher
        var cipher = TripleDES.Create();
        // ok: csharp-weak-cipher
        var cipher = Aes.Create();
    }
}
