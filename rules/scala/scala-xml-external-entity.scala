object Documents {
  def read(data: InputStream) = {
    // ruleid: scala-xml-external-entity
    val factory = DocumentBuilderFactory.newInstance()
    factory.newDocumentBuilder().parse(data)
  }
  def parser() = {
    // ruleid: scala-xml-external-entity
    SAXParserFactory.newInstance.newSAXParser
  }
  def safe(data: InputStream) = {
    // ok: scala-xml-external-entity
    val factory = DocumentBuilderFactory.newInstance()
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true)
    factory.newDocumentBuilder().parse(data)
  }
  def stream(data: InputStream) = {
    // ok: scala-xml-external-entity
    val factory = XMLInputFactory.newInstance()
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false)
    factory.createXMLStreamReader(data)
  }
  // ok: scala-xml-external-entity
  def text(data: String) = XML.loadString(data)
}
