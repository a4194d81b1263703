class Login
{
    bool Check(string user, string password)
    {
        // ruleid: csharp-password-backdoor
        if (password == "letmein123")
        {
            return true;
        }
        // ruleid: csharp-password-backdoor
        return user == "admin" && password == "hunter22";
    }

    bool Validate(string password, string confirmation)
    {
        // ok: csharp-password-backdoor
        if (password == "")
        {
            return true;
        }
        // ok: csharp-password-backdoor
        if (password == "changeme")
        {
            return false;
        }
        // ok: csharp-password-backdoor
        return password == confirmation;
    }
}
