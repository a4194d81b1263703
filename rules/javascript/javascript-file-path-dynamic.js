const fs = require("fs");

function read(name) {
  // ruleid: javascript-file-path-dynamic
  const first = fs.readFileSync(name, "utf8");
  // ruleid: javascript-file-path-dynamic
  const second = fs.createReadStream("uploads/" + name);
  // ok: javascript-file-path-dynamic
  const third = fs.readFileSync("settings.json", "utf8");
  // ok: javascript-file-path-dynamic
  const fourth = fs.readFileSync(path.join(__dirname, "settings.json"));
  return [first, second, third, fourth];
}
