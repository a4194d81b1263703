public class Users
{
    XmlNode Find(XmlDocument users, string name)
    {
        // ruleid: csharp-xpath-injection
        return users.SelectSingleNode("//user[@name='" + name + "']");
    }

    XmlNodeList All(XmlDocument users)
    {
        // ok: csharp-xpath-injection
        return users.SelectNodes("//user");
    }
}

public class More
{
    void Run()
    {
        // ruleid: csharp-xpath-injection
        users.SelectNodes(path);
        // ok: csharp-xpath-injection
        users.SelectSingleNode("/users");
    }
}
