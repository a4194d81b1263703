from lxml import etree
from xml.sax.handler import feature_external_ges

# ruleid: python-xml-external-entities
first = etree.XMLParser(resolve_entities=True)
# ruleid: python-xml-external-entities
second = etree.XMLParser(load_dtd=True, no_network=False)
# ruleid: python-xml-external-entities
parser.setFeature(feature_external_ges, True)
# ok: python-xml-external-entities
third = etree.XMLParser(resolve_entities=False, no_network=True)
# ok: python-xml-external-entities
parser.setFeature(feature_external_ges, False)
