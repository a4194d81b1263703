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
