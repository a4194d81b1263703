fun load(data: InputStream): Any {
    // ruleid: kotlin-unsafe-deserialization
    return ObjectInputStream(data).readObject()
}

fun safe(data: String): Entry {
    // ok: kotlin-unsafe-deserialization
    return Json.decodeFromString(data)
}

fun more() {
    // ruleid: kotlin-unsafe-deserialization
    mapper.enableDefaultTyping()
    // ok: kotlin-unsafe-deserialization
    mapper.readValue(text, Order::class.java)
}
