const express = require("express");
const serveIndex = require("serve-index");

const app = express();

// ruleid: javascript-directory-listing
app.use("/files", express.static("files"), serveIndex("files", { icons: true }));
// ok: javascript-directory-listing
app.use("/assets", express.static("assets"));
