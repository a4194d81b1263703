public class Temporary
{
    // ruleid: csharp-insecure-temporary-file
    string Bad() { return Path.GetTempFileName(); }
    // ok: csharp-insecure-temporary-file
    string Good() { return Path.Combine(folder, Path.GetRandomFileName()); }
}
