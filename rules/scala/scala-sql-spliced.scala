class Totals {
  def find(name: String) = {
    // ruleid: scala-sql-spliced
    sql"select total from account where name = '#$name'".as[Int]
  }
  // ruleid: scala-sql-spliced
  def drop(name: String) = sqlu"delete from account where name = #${name}"
  // ok: scala-sql-spliced
  def safe(name: String) = sql"select total from account where name = $name".as[Int]
  // ok: scala-sql-spliced
  def all = sql"select total from #$table".as[Int]
  // ok: scala-sql-spliced
  def tag(name: String) = s"<a href='#$name'>"
}
