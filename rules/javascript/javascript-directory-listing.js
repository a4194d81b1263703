const express = require("express");
const serveIndex = require("serve-index");

const app = express();

// ruleid: javascript-directory-listing
app.use("/files", express.static("files"), serveIndex("files", { icons: true }));
// ruleid: javascript-directory-listing
app.use("/logs", require("serve-index")("logs"));
// ok: javascript-directory-listing
app.get("/list", (req, res) => res.json([]));
// ok: javascript-directory-listing
app.use("/assets", express.static("assets"));
