//! What Kotlin adds: names in strings, values of blocks, lambdas, `?.` and `?:`.

use super::{check, check_constants};

#[test]
fn expressions_carry() {
    check(
        "kotlin",
        r#"
class T {
    fun f(a: String) {
        val x = source()
        sink("a $x b") // HIT
        sink("a ${x.trim()} b") // HIT
        sink("a $a b")
        sink("a" + x) // HIT
        sink(x!!) // HIT
        sink(x as String) // HIT
        sink(x?.trim() ?: "a") // HIT
        sink("%s".format(x)) // HIT
        val b = StringBuilder()
        b.append("a").append(x)
        sink(b.toString()) // HIT
        val list = mutableListOf("a")
        list.add(x)
        for (one in list) { sink(one) } // HIT
        val y = if (a == "b") x else "c"
        sink(y) // HIT
        val z = when (a) { "b" -> x
            else -> "c" }
        sink(z) // HIT
        val t = try { source() } catch (e: Exception) { "a" }
        sink(t) // HIT
        sink(clean(x))
    }
}
"#,
    );
}

#[test]
fn statements_and_functions_carry() {
    check(
        "kotlin",
        r#"
fun id(v: String): String = v
fun same(v: String): String { return v }
class T(private val kept: String) {
    fun f(a: String, tainted: String) {
        var x = source()
        sink(id(x)) // HIT
        sink(same(x)) // HIT
        sink(same(a))
        sink(tainted) // HIT
        val g = { v: String -> v + "a" }
        sink(g(x)) // HIT
        listOf(x).forEach { v -> sink(v) } // HIT
        connect(x).use { c -> sink(c) } // HIT
        x.let { sink(it) } // HIT
        listOf(x).map { it.trim() }.forEach { sink(it) } // HIT
        a.let { sink(it) }
        thread { sink(x) } // HIT
        try { sink(x) } finally { sink(a) } // HIT
        if (x == null) { sink(x) } // HIT
        x = "safe"
        sink(x)
    }
}
"#,
    );
}

#[test]
fn constants() {
    check_constants(
        "kotlin",
        r#"
const val NAME = "a"
class T {
    private val size = 3
    fun f(n: Int) {
        val x = NAME + "b"
        show(x) // = 'ab'
        show("$NAME-$size") // = 'a-3'
        val on = false
        if (on) { show(n) } // DEAD
        var m = 1
        m += 2
        show(m) // = 3
    }
}
"#,
    );
}
