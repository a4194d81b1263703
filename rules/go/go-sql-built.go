package main
func find(db *sql.DB, name string) {
	q := fmt.Sprintf("SELECT id FROM users WHERE name = '%s'", name)
	// ruleid: go-sql-built
	db.Query(q)
	// ruleid: go-sql-built
	db.Exec("DELETE FROM users WHERE name = '" + name + "'")
	// ok: go-sql-built
	db.Query("SELECT id FROM users WHERE name = ?", name)
	const table = "users"
	// ok: go-sql-built
	db.Query("SELECT id FROM " + table)
}
