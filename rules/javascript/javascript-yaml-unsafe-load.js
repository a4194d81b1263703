const yaml = require("js-yaml");
const unsafe = require("js-yaml-js-types").all;

// ruleid: javascript-yaml-unsafe-load
const first = yaml.load(text, { schema: yaml.DEFAULT_FULL_SCHEMA });
// ruleid: javascript-yaml-unsafe-load
const second = yaml.load(text, { schema: yaml.DEFAULT_SCHEMA.extend(unsafe) });
// ok: javascript-yaml-unsafe-load
const third = yaml.load(text);
// ok: javascript-yaml-unsafe-load
const fourth = yaml.load(text, { schema: yaml.JSON_SCHEMA });
