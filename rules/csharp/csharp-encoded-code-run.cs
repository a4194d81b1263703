using System;
using System.Net;
using System.Reflection;

class Loader
{
    void Start(string packed, WebClient client, string name)
    {
        // ruleid: csharp-encoded-code-run
        Assembly.Load(Convert.FromBase64String(packed));
        var data = client.DownloadData("https://example.com/a.dll");
        // ruleid: csharp-encoded-code-run
        Assembly.Load(data);
        // ok: csharp-encoded-code-run
        Assembly.Load("Shop.Greeting");
        // ok: csharp-encoded-code-run
        var picture = Convert.FromBase64String(packed);
        // ok: csharp-encoded-code-run
        Assembly.LoadFrom(name);
    }
}
