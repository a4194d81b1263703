public class Cache
{
    object Load(Stream data)
    {
        // ruleid: csharp-unsafe-deserialization
        var formatter = new BinaryFormatter();
        // ruleid: csharp-unsafe-deserialization
        return formatter.Deserialize(data);
    }

    Entry Safe(string data)
    {
        // ok: csharp-unsafe-deserialization
        return JsonSerializer.Deserialize<Entry>(data);
    }
}

public class More
{
    void Run()
    {
        // ok: csharp-unsafe-deserialization
        var order = (Order)serializer.ReadObject(stream);
    }
}
