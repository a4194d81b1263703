using Microsoft.Win32;

class Setup
{
    void Stay(string path)
    {
        // ruleid: csharp-windows-autostart
        var key = Registry.CurrentUser.OpenSubKey(
            @"Software\Microsoft\Windows\CurrentVersion\Run", true);
        key.SetValue("shop", path);
        // ruleid: csharp-windows-autostart
        Registry.SetValue(
            @"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Run", "shop", path);
        // ok: csharp-windows-autostart
        var own = Registry.CurrentUser.CreateSubKey(@"Software\Shop");
        // ok: csharp-windows-autostart
        var list = Registry.CurrentUser.OpenSubKey(
            @"Software\Microsoft\Windows\CurrentVersion\Run");
    }
}
