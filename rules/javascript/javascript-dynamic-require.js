// ruleid: javascript-dynamic-require
const first = require(name);
// ruleid: javascript-dynamic-require
const second = require("./plugins/" + name);
// ok: javascript-dynamic-require
const third = require("./plugins/list");
// ok: javascript-dynamic-require
const fourth = PLUGINS[name];
