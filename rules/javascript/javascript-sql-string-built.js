const names = loadNames();
// ruleid: javascript-sql-string-built
db.query("SELECT * FROM log WHERE name = '" + names[0] + "'");
// ruleid: javascript-sql-string-built
db.run(`DELETE FROM log WHERE name = '${names[1]}'`);
// ok: javascript-sql-string-built
db.query("SELECT * FROM log WHERE name = ?", [names[0]]);
// ok: javascript-sql-string-built
db.query(`SELECT * FROM ${LOG_TABLE}`);
// ok: javascript-sql-string-built
queue.run("job " + names[0]);
