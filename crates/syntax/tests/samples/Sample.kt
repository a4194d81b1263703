@file:Suppress("unused")

package sample.app

import java.util.Date
import kotlin.math.*
import org.slf4j.Logger as Log

// Orders and what is in them.
@Serializable
data class Order<T : Any>(val id: Int, private var name: String = "none", vararg rest: String) :
    Base<T>(id), Shape, Closeable by rest where T : Comparable<T> {

    private val lazyName: String by lazy { "a" }
    var count: Int = 0
        get() = field + 1
        private set(value) { field = value }
    lateinit var log: Log
    val total get() = lines.sumOf { it.price * 2 }

    init {
        require(id > 0) { "bad $id and ${name.trim()}" }
    }

    constructor(id: Int, other: Order<*>) : this(id, other.name) { log.info("made") }

    companion object {
        const val MAX = 0x1F
        @JvmStatic fun of(id: Int): Order<Any> = Order(id)
    }

    @GetMapping("/orders/{id}", produces = ["text/html"])
    override suspend fun find(@PathVariable id: String, @RequestParam("q") q: String?): String? {
        val statement = connection.createStatement()
        val rows = statement.executeQuery("select * from t where id = '" + id + "'")
        val (a, b) = Pair(1, 2L)
        var text = """
            raw "$id" ${q?.length ?: 0}
        """.trimIndent()
        val list = mutableListOf<String>("a", 'b'.toString())
        list += q!!
        val map = mapOf("a" to 1, "b" to 2.5f)
        val kind = when (val n = list.size) {
            0, 1 -> "few"
            in 2..5 -> "some"
            !in 6..9 -> "none"
            is Int -> { "int" }
            else -> throw IllegalStateException("x")
        }
        if (a == b && kind != null || a !== b) log.info(text) else if (a < 3) { return null } else { }
        for (item in list) { println(item) }
        for ((k, v) in map) println("$k=$v")
        for (i: Int in 0 until 10 step 2) { if (i == 3) continue else break }
        while (count < 3) { count++ }
        do { count -= 1 } while (count > 0)
        val found = list.firstOrNull { it.startsWith("a") }?.let { x -> x as? String }
        val result = try { find("1", null) } catch (e: IOException) { null } finally { close() }
        val callback = object : Runnable, Other(1) {
            override fun run() { this@Order.count++ }
        }
        val ref = String::class.java
        val f: (Int, String) -> Unit = { n, s -> println(s); println(n) }
        val g = fun(x: Int): Int { return x + 1 }
        list.map(String::length).forEach { n -> if (n is Int) println(n) }
        thread(start = true) { Runtime.getRuntime().exec(arrayOf("sh", "-c", id)) }
        with(Config()) { host = "a"; this.port = 80 }
        foo(*list.toTypedArray())
        map["a"]?.plus(1)
        outer@ for (x in 1..3) { listOf(1).forEach { return@forEach } }
        val number = if (a > 1) 1 else -1
        return if (q.isNullOrEmpty()) null else q
    }
}

sealed interface Shape {
    fun area(): Double
}
enum class Color(val rgb: Int) { RED(1), GREEN(2) { override fun x() = 1 };
    abstract fun x(): Int
}
object Registry : Shape { override fun area() = 1.0 }
typealias Handler = (String) -> Unit
fun String.shout(times: Int = 1): String = this.uppercase().repeat(times)
fun interface Action {
    fun run()
}
fun main(args: Array<String>) {
    println("hello")
}
