const libxmljs = require("libxmljs");

// ruleid: javascript-xml-external-entities
const first = libxmljs.parseXml(text, { noent: true });
// ruleid: javascript-xml-external-entities
const second = libxmljs.parseXmlString(text, { noblanks: true, dtdload: true });
// ok: javascript-xml-external-entities
const third = libxmljs.parseXml(text);
// ok: javascript-xml-external-entities
const fourth = libxmljs.parseXml(text, { noent: false });
