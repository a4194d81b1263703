// ruleid: javascript-csrf-off
app.use(lusca({ csrf: false, xframe: "SAMEORIGIN" }));
// ruleid: javascript-csrf-off
const server = new ApolloServer({ typeDefs, csrfPrevention: false });
// ok: javascript-csrf-off
app.use(lusca({ csrf: true, xframe: "SAMEORIGIN" }));
// ok: javascript-csrf-off
app.use(csurf({ ignoreMethods: ["GET", "HEAD", "OPTIONS"] }));
