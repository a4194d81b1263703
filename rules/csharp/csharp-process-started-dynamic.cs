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

public class More
{
    void Run()
    {
        // ruleid: csharp-process-started-dynamic
        process.StartInfo.FileName = path;
        // ok: csharp-process-started-dynamic
        process.StartInfo.FileName = "git";
    }
}
