function find(client, uid, done) {
  // ruleid: javascript-ldap-injection
  client.search("dc=example", { filter: "(uid=" + uid + ")", scope: "sub" }, done);
  // ok: javascript-ldap-injection
  client.search("dc=example", { filter: new EqualityFilter({ attribute: "uid", value: uid }) }, done);
  // ok: javascript-ldap-injection
  client.search("dc=example", { filter: "(uid=admin)" }, done);
}

app.get("/person", (req, res) => {
  // ruleid: javascript-ldap-injection
  client.search("dc=example", { filter: `(cn=${req.query.name})` }, (error, found) => res.json(found));
});
