const multer = require("multer");

// ruleid: javascript-unrestricted-upload
const first = multer({ dest: "uploads/" });
// ruleid: javascript-unrestricted-upload
fs.writeFileSync("uploads/" + req.file.originalname, req.file.buffer);
// ok: javascript-unrestricted-upload
const second = multer({ dest: "uploads/", limits: { fileSize: 1000000 }, fileFilter: onlyPictures });
// ok: javascript-unrestricted-upload
fs.writeFileSync("uploads/" + crypto.randomUUID(), req.file.buffer);
