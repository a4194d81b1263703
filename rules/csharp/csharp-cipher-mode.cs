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
