class Accounts(db: Database, connection: Connection) {
  def find(name: String): List[Account] = db.withConnection { implicit c =>
    // ruleid: scala-sql-injection
    SQL(s"select * from account where name = '$name'").as(parser.*)
  }

  def list(name: String): ResultSet = {
    val statement = connection.createStatement()
    // ruleid: scala-sql-injection
    statement.executeQuery("select * from account where name = '" + name + "'")
  }

  def show = Action { request =>
    val id = request.getQueryString("id").getOrElse("")
    val query = s"select * from account where id = $id"
    // ruleid: scala-sql-injection
    val rows = connection.prepareStatement(query).executeQuery()
    Ok(rows.toString)
  }

  def part(name: String): Fragment = {
    // ruleid: scala-sql-injection
    Fragment.const(s"where name = '$name'")
  }

  def safe(name: String): List[Account] = db.withConnection { implicit c =>
    // ok: scala-sql-injection
    SQL("select * from account where name = {name}").on("name" -> name).as(parser.*)
  }

  def bound(name: String): ResultSet = {
    // ok: scala-sql-injection
    val statement = connection.prepareStatement("select * from account where name = ?")
    statement.setString(1, name)
    // ok: scala-sql-injection
    statement.executeQuery()
  }

  def number(id: String): ResultSet = {
    // ok: scala-sql-injection
    connection.createStatement().executeQuery(s"select * from account where id = ${id.toInt}")
  }

  def slick(name: String) = {
    // ok: scala-sql-injection
    sql"select total from account where name = $name".as[Int]
  }
}
