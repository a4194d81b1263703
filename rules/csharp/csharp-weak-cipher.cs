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
