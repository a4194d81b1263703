public class Client
{
    void Open(HttpClientHandler handler)
    {
        // ruleid: csharp-certificate-check-off
        handler.ServerCertificateCustomValidationCallback = (message, certificate, chain, errors) => true;
    }

    void Safe(HttpClientHandler handler)
    {
        // ok: csharp-certificate-check-off
        handler.ServerCertificateCustomValidationCallback = (message, certificate, chain, errors) => errors == SslPolicyErrors.None;
    }
}

public class More
{
    void Run()
    {
        // ruleid: csharp-certificate-check-off
        handler.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator;
        // ok: csharp-certificate-check-off
        client = new HttpClient(new HttpClientHandler { CheckCertificateRevocationList = true });
    }
}
