public class Links
{
    void Open(Uri uri)
    {
        // ruleid: csharp-process-started-dynamic
        Process.Start(uri.ToString());
    }

    void Notepad()
    {
        // ok: csharp-process-started-dynamic
        Process.Start("notepad.exe");
    }
}
