// ruleid: javascript-debug-on
app.use(errorhandler());
// ruleid: javascript-debug-on
const server = new ApolloServer({ typeDefs, includeStacktraceInErrorResponses: true });
if (process.env.NODE_ENV === "development") {
  // ok: javascript-debug-on
  app.use(errorhandler());
}
// ok: javascript-debug-on
app.use(express.json());
