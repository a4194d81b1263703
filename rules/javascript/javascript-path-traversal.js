const fs = require("fs");
const path = require("path");

app.get("/file", (req, res) => {
  const name = req.query.name;
  // ruleid: javascript-path-traversal
  const text = fs.readFileSync("uploads/" + name, "utf8");
  // ruleid: javascript-path-traversal
  fs.unlink(path.join(__dirname, "uploads", name), () => {});
  // ok: javascript-path-traversal
  fs.readFileSync(path.join("uploads", path.basename(name)));
  // ok: javascript-path-traversal
  fs.readFileSync("uploads/index.txt");
  res.send({ text });
});

app.get("/download", (req, res) => {
  // ruleid: javascript-path-traversal
  res.sendFile(path.join(__dirname, req.params.name));
});

app.get("/safe", (req, res) => {
  const target = path.resolve(BASE, req.params.name);
  if (!target.startsWith(BASE + path.sep)) {
    return res.status(404).end();
  }
  // ok: javascript-path-traversal
  return res.sendFile(target);
});

app.get("/rooted", (req, res) => {
  // ok: javascript-path-traversal
  res.sendFile(req.params.name, { root: "public" });
});
