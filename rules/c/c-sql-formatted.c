void find(char *sql, const char *name) {
  // ruleid: c-sql-formatted
  snprintf(sql, 256, "SELECT id FROM user WHERE name = '%s'", name);
  // ruleid: c-sql-formatted
  sprintf(sql, "DELETE FROM user WHERE name = '%s'", name);
  // ok: c-sql-formatted
  sqlite3_prepare_v2(db, "SELECT id FROM user WHERE name = ?", -1, &statement, NULL);
  // ok: c-sql-formatted
  snprintf(sql, 256, "selected from %s", name);
}
