class Files(cc: ControllerComponents) extends AbstractController(cc) {
  def show(name: String) = Action {
    // ruleid: scala-path-traversal
    Ok.sendFile(new File("/var/files", name))
  }
  def read = Action { request =>
    val name = request.getQueryString("name").getOrElse("a")
    // ruleid: scala-path-traversal
    Ok(Source.fromFile("/var/files/" + name).mkString)
  }
  val route = parameter("name") { name =>
    // ruleid: scala-path-traversal
    getFromFile("/var/files/" + name)
  }
  def secured(name: String) = authenticatedAction.async { request =>
    // ruleid: scala-path-traversal
    Future(Ok.sendFile(new File("/var/files", name)))
  }
  def load(name: String) = Using(open()) { data =>
    // ok: scala-path-traversal
    new File("/var/files", name)
  }
  def checked(name: String) = Action {
    // ok: scala-path-traversal
    val file = Paths.get("/var/files", name).normalize()
    if (!file.startsWith("/var/files")) { NotFound } else { Ok.sendPath(file) }
  }
  def number(id: String) = Action {
    // ok: scala-path-traversal
    Ok.sendFile(new File("/var/files", s"${id.toInt}.pdf"))
  }
  def named(name: String) = Action {
    // ok: scala-path-traversal
    Ok.sendFile(new File("/var/files", FilenameUtils.getName(name)))
  }
  def fixed() = Action {
    // ok: scala-path-traversal
    Ok.sendFile(new File("/var/files", "terms.pdf"))
  }
}
