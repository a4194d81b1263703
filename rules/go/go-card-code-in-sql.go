package main

func save(db *sql.DB, number, cvv string) {
	// ruleid: go-card-code-in-sql
	db.Exec("INSERT INTO cards (number, cvv) VALUES (?, ?)", number, cvv)
	// ruleid: go-card-code-in-sql
	db.ExecContext(ctx, "CREATE TABLE cards (id INTEGER, cvv VARCHAR(4))")
	// ok: go-card-code-in-sql
	db.Exec("INSERT INTO cards (token, last_four) VALUES (?, ?)", number, cvv)
	// ok: go-card-code-in-sql
	db.ExecContext(ctx, "ALTER TABLE cards DROP COLUMN cvv")
}
