const fs = require("fs");
const path = require("path");

stream.pipe(unzipper.Parse()).on("entry", (entry) => {
  // ruleid: javascript-archive-traversal
  entry.pipe(fs.createWriteStream(path.join("out", entry.path)));
});

for (const entry of zip.getEntries()) {
  // ruleid: javascript-archive-traversal
  fs.writeFileSync("out/" + entry.entryName, entry.getData());
  // ok: javascript-archive-traversal
  fs.writeFileSync("out/" + path.basename(entry.entryName), entry.getData());
}

function safe(entry) {
  const target = path.resolve("out", entry.path);
  if (!target.startsWith(BASE)) {
    throw new Error("outside");
  }
  // ok: javascript-archive-traversal
  entry.pipe(fs.createWriteStream(target));
}
