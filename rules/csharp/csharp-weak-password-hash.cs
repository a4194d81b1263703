public class Passwords
{
    byte[] Bad(string password, byte[] salt)
    {
        // ruleid: csharp-weak-password-hash
        return new Rfc2898DeriveBytes(password, salt, 1000).GetBytes(32);
    }

    byte[] Good(string password, byte[] salt)
    {
        // ok: csharp-weak-password-hash
        return Rfc2898DeriveBytes.Pbkdf2(password, salt, 600000, HashAlgorithmName.SHA256, 32);
    }
}

public class More
{
    void Run()
    {
        // ruleid: csharp-weak-password-hash
        var keys = new PasswordDeriveBytes(password, salt);
        // ok: csharp-weak-password-hash
        var keys = new Rfc2898DeriveBytes(password, salt, 600000, HashAlgorithmName.SHA512);
    }
}
