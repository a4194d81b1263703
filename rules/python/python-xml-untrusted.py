import defusedxml.ElementTree
import lxml.etree
import xml.etree.ElementTree as ET
from flask import request


@app.post("/import")
def load():
    # ruleid: python-xml-untrusted
    root = ET.fromstring(request.data)
    # ruleid: python-xml-untrusted
    other = lxml.etree.fromstring(request.data)
    # ok: python-xml-untrusted
    third = defusedxml.ElementTree.fromstring(request.data)
    # ok: python-xml-untrusted
    fourth = ET.fromstring("<a/>")
    return str([root, other, third, fourth])
