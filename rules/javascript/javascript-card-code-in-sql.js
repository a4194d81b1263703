async function save(db, row) {
  // ruleid: javascript-card-code-in-sql
  await db.query("INSERT INTO cards (number, cvv) VALUES ($1, $2)", row);
  // ruleid: javascript-card-code-in-sql
  await db.run("CREATE TABLE cards (id INTEGER, cvv VARCHAR(4))");
  // ok: javascript-card-code-in-sql
  await db.query("INSERT INTO cards (token, last_four) VALUES ($1, $2)", row);
  // ok: javascript-card-code-in-sql
  await db.query("ALTER TABLE cards DROP COLUMN cvv");
}
