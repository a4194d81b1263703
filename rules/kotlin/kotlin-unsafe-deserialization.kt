fun load(data: InputStream): Any {
    // ruleid: kotlin-unsafe-deserialization
    return ObjectInputStream(data).readObject()
}

fun safe(data: String): Entry {
    // ok: kotlin-unsafe-deserialization
    return Json.decodeFromString(data)
}
