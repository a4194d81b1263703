class Check
{
    // ruleid: csharp-check-always-passes
    bool VerifySignature(byte[] body, byte[] signature)
    {
        return true;
    }

    // ruleid: csharp-check-always-passes
    public bool CheckPassword(string user, string password)
    {
        return true;
    }

    // ok: csharp-check-always-passes
    bool VerifyToken(string token)
    {
        return CryptographicOperations.FixedTimeEquals(Bytes(token), Load());
    }

    // ok: csharp-check-always-passes
    bool IsEnabled(string name)
    {
        return true;
    }
}
