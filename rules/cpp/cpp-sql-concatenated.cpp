void find(sqlite3* db, const std::string& name) {
  // ruleid: cpp-sql-concatenated
  std::string sql = "SELECT id FROM user WHERE name = '" + name + "'";
  // ruleid: cpp-sql-concatenated
  auto other = std::string("DELETE FROM user WHERE id = ") + name;
  // ok: cpp-sql-concatenated
  sqlite3_prepare_v2(db, "SELECT id FROM user WHERE name = ?", -1, &statement, nullptr);
  // ok: cpp-sql-concatenated
  std::string text = "selected from " + name;
}
