class Open
{
    void Open()
    {
        // ruleid: csharp-defense-off
        Process.Start("powershell", "Set-MpPreference -DisableRealtimeMonitoring $true");
        // ruleid: csharp-defense-off
        Process.Start("cmd.exe", "/c netsh advfirewall set allprofiles state off");
        // ruleid: csharp-defense-off
        var info = new ProcessStartInfo("cmd.exe", "/c vssadmin delete shadows /all");
        // ok: csharp-defense-off
        Process.Start("powershell", "Get-MpPreference");
        // ok: csharp-defense-off
        Process.Start("git", "status");
    }
}
