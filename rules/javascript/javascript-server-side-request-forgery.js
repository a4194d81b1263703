const axios = require("axios");

app.get("/fetch", async (req, res) => {
  const url = req.query.url;
  // ruleid: javascript-server-side-request-forgery
  const first = await axios.get(url);
  // ruleid: javascript-server-side-request-forgery
  const second = await fetch(`https://${req.body.host}/status`);
  // ok: javascript-server-side-request-forgery
  const third = await axios.get("https://api.example.com/search", { params: { q: url } });
  // ok: javascript-server-side-request-forgery
  const fourth = await fetch(`https://api.example.com/users/${req.params.user}`);
  // ok: javascript-server-side-request-forgery
  const fifth = await fetch("https://api.example.com/users/" + req.params.user);
  res.json([first, second, third, fourth, fifth]);
});

app.get("/checked", async (req, res) => {
  const target = new URL(req.query.url);
  if (!ALLOWED_HOSTS.has(target.hostname)) {
    return res.status(400).end();
  }
  // ok: javascript-server-side-request-forgery
  return res.json(await fetch(target));
});
