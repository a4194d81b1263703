public class People
{
    SearchResult Find(string name)
    {
        var searcher = new DirectorySearcher(root);
        // ruleid: csharp-ldap-injection
        searcher.Filter = "(uid=" + name + ")";
        return searcher.FindOne();
    }

    SearchResult Safe(string name)
    {
        var searcher = new DirectorySearcher(root);
        // ok: csharp-ldap-injection
        searcher.Filter = "(uid=" + Encoder.LdapFilterEncode(name) + ")";
        return searcher.FindOne();
    }
}

public class More
{
    void Run()
    {
        // ruleid: csharp-ldap-injection
        searcher.Filter = "(uid=" + Console.ReadLine() + ")";
        // ok: csharp-ldap-injection
        searcher.Filter = "(uid=admin)";
    }
}
