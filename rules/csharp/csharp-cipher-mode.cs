public class Sealed
{
    void Set(Aes aes)
    {
        // ruleid: csharp-cipher-mode
        aes.Mode = CipherMode.ECB;
    }

    AesGcm Safe(byte[] key)
    {
        // ok: csharp-cipher-mode
        return new AesGcm(key, 16);
    }
}

public class More
{
    void Run()
    {
        // ruleid: csharp-cipher-mode
        aes.Mode = CipherMode.CBC;
        // ok: csharp-cipher-mode
        aes.KeySize = 256;
    }
}
