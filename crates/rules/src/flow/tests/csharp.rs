//! What C# adds: interpolated strings, properties, initializers, patterns that declare, `using`.

use super::{check, check_constants};

#[test]
fn strings_and_initializers_carry() {
    check(
        "csharp",
        r#"
namespace N {
class T {
    string kept;
    void F(string a) {
        var x = source();
        sink($"a {x} b"); // HIT
        sink($"a {a} b");
        sink("a" + x); // HIT
        sink(string.Format("{0}", x)); // HIT
        var b = new StringBuilder();
        b.Append("a").Append(x);
        sink(b.ToString()); // HIT
        sink(new Command { Text = x }); // HIT
        sink(new Command { Text = a });
        sink(x?.Trim()); // HIT
        sink(x!); // HIT
        sink((string)x); // HIT
        sink(x as string); // HIT
        sink(a ?? x); // HIT
        var list = new List<string> { "a", x };
        foreach (var one in list) { sink(one); } // HIT
        sink(clean(x));
        kept = x;
        sink(kept); // HIT
        var map = new Dictionary<string, string>();
        map.Add("a", x);
        map["b"] = "safe";
        sink(map["a"]); // HIT
        sink(map["b"]);
    }
}
}
"#,
    );
}

#[test]
fn statements_carry() {
    check(
        "csharp",
        r#"
class T {
    async Task F(string a, object o) {
        string x = await source();
        using (var r = new Reader(x)) { sink(r); } // HIT
        using var s = new Reader(x);
        sink(s); // HIT
        lock (this) { sink(x); } // HIT
        try { sink(x); } catch (Exception e) { sink(e); } finally { sink(a); } // HIT
        switch (a) { case "b": a = x; break; default: a = ""; break; }
        sink(a); // HIT
        var y = o switch { string t => x, _ => "c" };
        sink(y); // HIT
        checked { sink(x); } // HIT
        Func<string, string> f = v => v + "a";
        sink(f(x)); // HIT
        string Local(string v) => v;
        sink(Local(x)); // HIT
        sink(Local("a"));
        if (x == null) { sink(x); } // HIT
        x = "safe";
        sink(x);
    }
}
"#,
    );
}

#[test]
fn constants() {
    check_constants(
        "csharp",
        r#"
class T {
    const string Name = "a";
    static readonly int Size = 3;
    void F(int n) {
        var x = Name + "b";
        show(x); // = 'ab'
        show(Size * 2); // = 6
        show($"{Name}-{Size}"); // = 'a-3'
        const bool on = false;
        if (on) { show(n); } // DEAD
        n = 1;
        n += 2;
        show(n); // = 3
    }
}
"#,
    );
}
