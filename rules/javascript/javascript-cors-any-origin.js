// ruleid: javascript-cors-any-origin
app.use(cors({ origin: true, credentials: true }));
// ruleid: javascript-cors-any-origin
app.enableCors({ origin: true, credentials: true });
app.use((req, res, next) => {
  // ok: javascript-cors-any-origin
  res.setHeader("Access-Control-Allow-Origin", "https://shop.example");
  next();
});
// ok: javascript-cors-any-origin
app.use(cors({ origin: ["https://shop.example"], credentials: true }));
