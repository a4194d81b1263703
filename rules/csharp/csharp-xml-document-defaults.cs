public class Settings
{
    void Load(string path)
    {
        XmlDocument document = new XmlDocument();
        // ruleid: csharp-xml-document-defaults
        document.Load(path);
    }

    void Safe(string path)
    {
        XmlDocument document = new XmlDocument();
        document.XmlResolver = null;
        // ok: csharp-xml-document-defaults
        document.Load(path);
    }
}

public class More
{
    void Run()
    {
        // ruleid: csharp-xml-document-defaults
        var reader = new XmlTextReader(path);
        // ok: csharp-xml-document-defaults
        var document = XDocument.Parse(text);
    }
}
