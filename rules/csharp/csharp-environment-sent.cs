class Report
{
    async Task Send(HttpClient http, string url)
    {
        // ruleid: csharp-environment-sent
        await http.PostAsJsonAsync(url, Environment.GetEnvironmentVariables());
        // ruleid: csharp-environment-sent
        var body = new StringContent(
            JsonSerializer.Serialize(Environment.GetEnvironmentVariables()));
        // ok: csharp-environment-sent
        var name = new StringContent(Environment.GetEnvironmentVariable("NAME"));
        // ok: csharp-environment-sent
        var all = Environment.GetEnvironmentVariables();
    }
}
