function load(name) {
  // ruleid: javascript-hidden-require
  const cp = require(atob("Y2hpbGRfcHJvY2Vzcw=="));
  // ruleid: javascript-hidden-require
  const a = require(Buffer.from("aHR0cHM=", "base64").toString());
  // ruleid: javascript-hidden-require
  const b = require("child_" + "process");
  // ruleid: javascript-hidden-require
  const c = require("sptth".split("").reverse().join(""));
  // ruleid: javascript-hidden-require
  globalThis[atob("ZXZhbA==")]("1");
  // ok: javascript-hidden-require
  const d = require("./locales/" + name);
  // ok: javascript-hidden-require
  const e = require("child_process");
  // ok: javascript-hidden-require
  const f = globalThis[name];
  return [cp, a, b, c, d, e, f];
}
