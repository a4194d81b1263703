public class Reader
{
    object Load(string data)
    {
        // ruleid: csharp-polymorphic-json
        var settings = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All };
        return JsonConvert.DeserializeObject(data, settings);
    }

    Entry Safe(string data)
    {
        // ok: csharp-polymorphic-json
        var settings = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.None };
        return JsonConvert.DeserializeObject<Entry>(data, settings);
    }
}

public class More
{
    void Run()
    {
        // ruleid: csharp-polymorphic-json
        settings.TypeNameHandling = TypeNameHandling.Auto;
        // ok: csharp-polymorphic-json
        settings.TypeNameHandling = TypeNameHandling.None;
    }
}
