fun read(data: InputStream): Document {
    // ruleid: kotlin-xml-external-entity
    val factory = DocumentBuilderFactory.newInstance()
    return factory.newDocumentBuilder().parse(data)
}

fun safe(data: InputStream): Document {
    // ok: kotlin-xml-external-entity
    val factory = DocumentBuilderFactory.newInstance()
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true)
    return factory.newDocumentBuilder().parse(data)
}

fun more() {
    // ruleid: kotlin-xml-external-entity
    val reader = SAXReader()
    // ok: kotlin-xml-external-entity
    val text = Json.parseToJsonElement(data)
}
