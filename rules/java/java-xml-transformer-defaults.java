class Reports {
    Transformer plain() throws Exception {
        // ruleid: java-xml-transformer-defaults
        TransformerFactory factory = TransformerFactory.newInstance();
        return factory.newTransformer();
    }

    Schema schema(Source source) throws Exception {
        // ruleid: java-xml-transformer-defaults
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(source);
    }

    Transformer closed() throws Exception {
        // ok: java-xml-transformer-defaults
        TransformerFactory factory = TransformerFactory.newInstance();
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
        return factory.newTransformer();
    }

    XPath path() {
        // ok: java-xml-transformer-defaults
        return XPathFactory.newInstance().newXPath();
    }
}
