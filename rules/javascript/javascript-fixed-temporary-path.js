const fs = require("fs");

// ruleid: javascript-fixed-temporary-path
fs.writeFileSync("/tmp/report.txt", text);
// ruleid: javascript-fixed-temporary-path
const out = fs.createWriteStream("/tmp/upload.bin");
// ok: javascript-fixed-temporary-path
fs.writeFileSync("report.txt", text);
// ok: javascript-fixed-temporary-path
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "report-"));
