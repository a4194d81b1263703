#nullable enable
using System;
using System.Collections.Generic;
using static System.Math;
using Json = Newtonsoft.Json;

[assembly: CLSCompliant(false)]

namespace Sample.App
{
    /// <summary>Orders.</summary>
    [Serializable, Obsolete("old", error: true)]
    public abstract partial class Order<T> : Base<T>, IOrder where T : class, new()
    {
        private const int Max = 10, Min = -1;
        public static readonly string[] Names = { "a", 'b'.ToString(), @"c:\d""e", $"f{Max:D2}" };
        public event EventHandler<EventArgs>? Changed;
        public string Name { get; set; } = "none";
        public int Total => lines.Sum(l => l.Price * 2);
        public int Count
        {
            get { return count; }
            private set => count = value;
        }
        public int this[int at] => items[at];

        public Order(int id, string name = "x") : base(id)
        {
            this.name = name ?? throw new ArgumentNullException(nameof(name));
        }

        ~Order() { Close(); }

        public static bool operator ==(Order<T> a, Order<T> b) => a.Equals(b);
        public static implicit operator int(Order<T> a) => a.id;
        public delegate void Done(object sender, params string[] rest);

        [HttpPost("/orders/{id}")]
        public async Task<IActionResult> Post([FromBody] Input input, ref int n, out bool ok)
        {
            var command = new SqlCommand("select " + input.Name) { CommandText = "x", Timeout = 3 };
            var map = new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 };
            var pairs = new Dictionary<string, int> { { "a", 1 } };
            var some = new { input.Name, Age = 3 };
            int[] numbers = new int[3], others = new[] { 1, 2 };
            List<int> list = new() { 1, 2 };
            using var reader = await command.ExecuteReaderAsync();
            using (var stream = File.OpenRead(path))
            {
                stream.Read(numbers, 0, 1);
            }
            if (input?.Name is string text && text.Length > 0x1F) { Log(text!); }
            else if (input is { Name: "x", Age: > 3 }) return Ok();
            else { }
            foreach (var (k, v) in map) Console.WriteLine($"{k}={v}");
            foreach (string s in Names) { continue; }
            for (int i = 0, j = 1; i < 10; i++, j--) { if (i == 5) break; }
            while (true) { n += 1; }
            do { n--; } while (n > 0);
            switch (n)
            {
                case 1:
                case 2 when ok:
                    Log("a");
                    break;
                case int x:
                    goto default;
                default:
                    return BadRequest();
            }
            try { Run(); }
            catch (IOException e) when (e.HResult == 1) { throw; }
            catch { Log(); }
            finally { Close(); }
            lock (this) { count++; }
            checked { n = unchecked(n + 1); }
            var kind = n switch { 1 => "one", > 2 and < 5 => "few", _ => "many" };
            Func<int, int> f = x => x + 1;
            Action<int> g = delegate (int x) { Log(x); };
            Func<int, int, Task<int>> h = async (a, b) => { await Task.Delay(1); return a; };
            var q = from o in orders where o.Id > 1 orderby o.Name select o.Name;
            int Local(int a) => a * 2;
            if (int.TryParse(input.Name, out var parsed)) { }
            var (left, right) = (1, 2.5m);
            object boxed = (object)n as string ?? default(string);
            Type t = typeof(Order<>);
            var raw = """
                raw "text"
                """;
            var slice = numbers[1..^1];
            yield return items?[0]?.Name;
            dynamic d = Json.JsonConvert.DeserializeObject<Order<int>>(input.Name);
            label: unsafe { int* p = &n; *p = 2; }
#if DEBUG
            Log("debug");
#else
            Log("release");
#endif
        }
    }

    public enum Color : byte { Red, Green = 2, [Note] Blue }
    public interface IOrder { string Name { get; } void Close(); }
    public readonly struct Point { public readonly int X; }
    public record Person(string Name, int Age) : Entity(Name);
}
