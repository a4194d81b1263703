public class Digests
{
    byte[] Digest(byte[] data)
    {
        // ruleid: csharp-weak-hash
        using (var md5 = MD5.Create()) { return md5.ComputeHash(data); }
    }

    byte[] Safe(byte[] data)
    {
        // ok: csharp-weak-hash
        return SHA256.HashData(data);
    }
}

public class More
{
    void Run()
    {
        // ruleid: csharp-weak-hash
        var sha = new SHA1CryptoServiceProvider();
        // ok: csharp-weak-hash
        var sha = SHA512.Create();
    }
}
