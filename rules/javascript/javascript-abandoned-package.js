// ruleid: javascript-abandoned-package
const request = require("request");
// ruleid: javascript-abandoned-package
import { VM } from "vm2";
// ok: javascript-abandoned-package
const axios = require("axios");
// ok: javascript-abandoned-package
import { XMLParser } from "fast-xml-parser";
