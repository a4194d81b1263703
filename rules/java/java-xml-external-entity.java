class Invoices {
    Document read(InputStream in) throws Exception {
        // ruleid: java-xml-external-entity
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        return factory.newDocumentBuilder().parse(in);
    }

    Object dom4j(InputStream in) throws Exception {
        // ruleid: java-xml-external-entity
        return new SAXReader().read(in);
    }

    Document safe(InputStream in) throws Exception {
        // ok: java-xml-external-entity
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(in);
    }

    XMLStreamReader stream(InputStream in) throws Exception {
        // ok: java-xml-external-entity
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        return factory.createXMLStreamReader(in);
    }
}
