public class Versions
{
    void Set()
    {
        // ruleid: csharp-tls-old-version
        ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls;
        // ok: csharp-tls-old-version
        ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12;
    }
}

public class More
{
    void Run()
    {
        // ruleid: csharp-tls-old-version
        stream.AuthenticateAsClient(host, null, SslProtocols.Tls11, true);
        // ok: csharp-tls-old-version
        stream.AuthenticateAsClient(host, null, SslProtocols.Tls13, true);
    }
}
