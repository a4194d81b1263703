public class Orders
{
    XmlReader Open(Stream data)
    {
        // ruleid: csharp-xml-external-entity
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse };
        return XmlReader.Create(data, settings);
    }

    void Load(Stream data, XmlDocument document)
    {
        // ruleid: csharp-xml-external-entity
        document.XmlResolver = new XmlUrlResolver();
        document.Load(data);
    }

    XmlReader Safe(Stream data)
    {
        // ok: csharp-xml-external-entity
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit };
        return XmlReader.Create(data, settings);
    }
}

public class More
{
    void Run()
    {
        // ok: csharp-xml-external-entity
        document.XmlResolver = null;
    }
}
