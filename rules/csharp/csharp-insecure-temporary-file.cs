public class Temporary
{
    // ruleid: csharp-insecure-temporary-file
    string Bad() { return Path.GetTempFileName(); }
    // ok: csharp-insecure-temporary-file
    string Good() { return Path.Combine(folder, Path.GetRandomFileName()); }
}

public class More
{
    void Run()
    {
        // ruleid: csharp-insecure-temporary-file
        File.WriteAllText(System.IO.Path.GetTempFileName(), text);
        // ok: csharp-insecure-temporary-file
        File.WriteAllText(Path.Combine(folder, "report.txt"), text);
    }
}
