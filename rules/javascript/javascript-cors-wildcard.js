// ruleid: javascript-cors-wildcard
app.use(cors());
app.use((req, res, next) => {
  // ruleid: javascript-cors-wildcard
  res.header("Access-Control-Allow-Origin", "*");
  // ok: javascript-cors-wildcard
  res.header("Access-Control-Allow-Methods", "*");
  next();
});
// ok: javascript-cors-wildcard
app.use(cors({ origin: "https://shop.example" }));
