from lxml import etree

# ruleid: python-xml-parser-default
first = etree.XMLParser()
# ruleid: python-xml-parser-default
second = etree.XMLParser(remove_blank_text=True)
# ok: python-xml-parser-default
third = etree.XMLParser(resolve_entities=False)
# ok: python-xml-parser-default
fourth = etree.HTMLParser()
